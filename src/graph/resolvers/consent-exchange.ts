import { object, text } from '../../../adapters/fhir.js';
import { systems } from '../../consent/fhir/codes.js';
import type { Policy } from '../../access/policy.js';
import type { NHSNumber } from '../../access/types.js';
import { readConsent } from '../../consent/fhir/read.js';
import type { Reading } from '../../consent/fhir/reading.js';
import { writeConsent } from '../../consent/fhir/write.js';
import type { ClientFile } from '../client-file.js';
import { findClient } from '../client-lookup.js';
import { fileOfConsent, notFound, readerOf } from '../consent-lookup.js';
import { evidenceOf } from '../consent-terms.js';
import { consentToldTo, consentView } from '../consent-view.js';
import type { RequestContext } from '../context.js';
import type { ConsentFaultCode, MutationResolvers, ProposedRepresentative, QueryResolvers } from '../generated.js';
import { representativeNamed } from '../proxy.js';
import type { ConsentDocument } from '../../store/documents.js';

const largestResource = 50_000;

const Query: Pick<QueryResolvers, 'exportConsent' | 'consentVersions'> = {
  exportConsent: async (_root, { consent }, context) => {
    const found = await shownConsent(consent, context, 'Query.exportConsent');
    if (!found) return null;
    const { services, viewer } = context;
    // The client as this caller was given them: to see a consent is not to see an NHS number.
    const client = services.directory.pairwiseId(viewer.organisation, found.file.id);
    const told = consentToldTo(readerOf(found.file, context), found.document);
    return told ? JSON.stringify(writeConsent(told.consent, client)) : null;
  },
  consentVersions: async (_root, { consent }, context) => {
    const found = await shownConsent(consent, context, 'Query.consentVersions');
    if (!found) return [];
    const versions = await context.services.consents.versions(found.document.consentId);
    return versions.flatMap((document) => {
      const told = consentToldTo(readerOf(found.file, context), document);
      return told ? [consentView(told, context.viewer, context.services)] : [];
    });
  },
};

const Mutation: Pick<MutationResolvers, 'importConsent'> = {
  importConsent: async (_root, { input }, context) => {
    const { services, viewer, today, policy } = context;
    const file = await findClient({ id: input.client }, context, 'Mutation.importConsent');
    if (!file) return notFound;
    if (viewer.audience === 'CLIENT' || !policy.consentRecorders.has(viewer.audience)) {
      return refused('NOT_PERMITTED', 'This caller may not import consents.');
    }
    const resource = parsed(input.resource);
    if (resource === undefined)
      return refused('INVALID_INPUT', `resource must be JSON of up to ${largestResource} characters.`);
    const evidence = evidenceOf(input.evidence, false);
    // What was read may change from one day to the next, and with the lists; what was sent may not.
    const asked = [
      'import',
      input.resource,
      evidence,
      ...(input.evidence.representative == null ? [] : [input.evidence.representative]),
    ];
    const { classification, basePolicies } = services;
    const earlier = await services.consents.repeated(viewer, file.id, input.idempotencyKey, asked);
    if (earlier?.kind === 'stored') {
      const then = earlier.document.recordedAt.slice(0, 10);
      return importedView(
        earlier.document,
        readConsent(resource, { classification, basePolicies, today: then }),
        context,
      );
    }
    const reading = readConsent(resource, { classification, basePolicies, today });
    if (reading.kind === 'REFUSED') return notRead(reading.faults);
    if (!(await isPatient(object(resource)?.['patient'], file, context))) {
      return notRead([{ code: 'OTHER_PATIENT', at: 'Consent.patient' }]);
    }
    if (reading.kind === 'REPRESENTATION')
      return { __typename: 'RepresentationProposed', proposal: proposalOf(reading, policy) };
    const isSpokenFor = evidence.givenBy === 'REPRESENTATIVE';
    const outcome = await services.consents.record(
      viewer,
      file.id,
      input.idempotencyKey,
      { ...reading.terms, evidence },
      {
        asked,
        representative: isSpokenFor
          ? await representativeNamed(input.evidence.representative, file, context)
          : undefined,
      },
    );
    if (outcome.kind === 'refused') return refused(outcome.reason, outcome.message);
    return importedView(outcome.document, reading, context);
  },
};

function importedView(document: ConsentDocument, reading: Reading, { viewer, services }: RequestContext) {
  const { leftOut, fromPolicy } = reading.kind === 'CONSENT' ? reading : nothing;
  return {
    __typename: 'ConsentImported',
    consent: consentView(document, viewer, services),
    leftOut,
    fromPolicy,
  } as const;
}
/** Where the lists have changed so that it could be read no more. */
const nothing = { leftOut: [], fromPolicy: [] };

/** What could be recorded of somebody who acts for the patient: no more than the policy lets their authority reach. */
function proposalOf(
  { authority, nhsNumber, period }: Extract<Reading, { kind: 'REPRESENTATION' }>,
  { representation }: Policy,
): ProposedRepresentative {
  const rule = representation.rules.get(authority);
  return {
    nhsNumber: nhsNumber as NHSNumber,
    authority,
    categories: rule?.categories ?? [],
    acts: rule?.acts ?? [],
    validFrom: period.start,
    validTo: period.end ?? null,
  };
}

/** A consent that the caller may see, by the decision about consent records. */
async function shownConsent(id: string, context: RequestContext, section: string) {
  const found = await fileOfConsent(id, context, section, { forRepresentative: true });
  return found && context.disclosures.decide(found.file, 'CONSENT_RECORDS', section).permitted ? found : undefined;
}

/** By NHS number, or by the id that this caller was given. */
async function isPatient(patient: unknown, file: ClientFile, { services, viewer }: RequestContext): Promise<boolean> {
  const identifier = object(object(patient)?.['identifier']);
  const [system, value] = [text(identifier?.['system']), text(identifier?.['value']) ?? ''];
  if (system === systems.client)
    return (await services.directory.byPairwiseId(viewer.organisation, value))?.id === file.id;
  if (system !== systems.nhsNumber || !/^\d{10}$/.test(value)) return false;
  return (
    (await services.directory.byNHSNumber(value as Parameters<typeof services.directory.byNHSNumber>[0]))?.id ===
    file.id
  );
}

function parsed(resource: string): unknown {
  if (resource.length > largestResource) return undefined;
  try {
    return JSON.parse(resource);
  } catch {
    return undefined;
  }
}

const notRead = (faults: readonly { readonly code: ConsentFaultCode; readonly at: string }[]) =>
  ({ __typename: 'ConsentNotRead', faults }) as const;

const refused = <Reason extends string>(reason: Reason, message: string) =>
  ({ __typename: 'ConsentRefused', reason, message }) as const;

export const consentExchange = { Query, Mutation };
