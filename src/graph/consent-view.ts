import { opposite } from '../access/types.js';
import type { Policy } from '../access/policy.js';
import { withoutHidden } from '../access/told.js';
import type { ConsentEffect, ConsentException, Recipient, Viewer } from '../access/types.js';
import type { ActedFor, ConsentDocument } from '../store/documents.js';
import type { GraphServices } from './context.js';
import type * as contract from './generated.js';

/** Who reads a consent: the caller, and whether they act for the client. */
export interface ConsentReader {
  readonly viewer: Viewer;
  readonly policy: Policy;
  readonly isProxy: boolean;
}

/**
 * A consent as this caller may read it; undefined where there is none for them. What a client said against a category whose existence
 * hides is for the client and the privacy officer, and for the organisation that wrote it down: in the list of consents it would tell
 * what the section keeps.
 */
export function consentToldTo(
  { viewer, policy, isProxy }: ConsentReader,
  document: ConsentDocument,
): ConsentDocument | undefined {
  if (!maySeeConsent(viewer, document)) return undefined;
  const isClient = viewer.audience === 'CLIENT';
  const isOwnRecord = !isClient && document.recordedBy.organisation === viewer.organisation;
  if (viewer.audience === 'PRIVACY_OFFICER' || (isClient && !isProxy) || isOwnRecord) return document;
  const consent = withoutHidden(policy, document.consent);
  return consent && { ...document, consent };
}

/** All of them for the client and the privacy officer; for an organisation those that name it, or that it recorded. */
function maySeeConsent(viewer: Viewer, { consent, recordedBy }: ConsentDocument): boolean {
  if (viewer.audience === 'CLIENT' || viewer.audience === 'PRIVACY_OFFICER') return true;
  if (recordedBy.organisation === viewer.organisation) return true;
  // A denial that names nobody denies everybody.
  return consent.recipients.length === 0 || consent.recipients.some((recipient) => isNamed(recipient, viewer));
}

function isNamed(recipient: Recipient, viewer: Viewer): boolean {
  switch (recipient.kind) {
    case 'organisation':
      return recipient.organisation === viewer.organisation;
    case 'audience':
      return recipient.audience === viewer.audience;
    case 'person':
      return recipient.organisation === viewer.organisation && recipient.subject === viewer.subject;
  }
}

/** One version of a consent as the contract shows it to this viewer. */
export function consentView(
  document: ConsentDocument,
  viewer: Viewer,
  { pairwiseIds, consents }: Pick<GraphServices, 'pairwiseIds' | 'consents'>,
): contract.Consent {
  const { consent, evidence, recordedAt, withdrawnFor } = document;
  const idFor = (id: string): string => pairwiseIds.encode(viewer.organisation, 'consent', id);
  return {
    id: idFor(consent.id),
    version: consent.version,
    status: consent.status,
    effect: consent.effect,
    categories: consent.categories,
    recipients: consent.recipients.map(recipientView),
    purposes: consent.purposes,
    exceptions: exceptionViews(opposite(consent.effect), consent.exceptions),
    supersedes: (consent.supersedes ?? []).map(idFor),
    givenOn: consent.givenOn ?? null,
    request: consent.request
      ? {
          what: consent.request.what,
          assessmentPeriodFrom: consent.request.assessmentPeriodFrom ?? null,
          completedOn: consent.request.completedOn ?? null,
        }
      : null,
    validFrom: consent.period.start,
    validTo: consent.period.end ?? null,
    dataFrom: consent.dataPeriod?.start ?? null,
    dataTo: consent.dataPeriod?.end ?? null,
    evidence: {
      method: evidence.method,
      wording: consents.wordingOf(document),
      language: evidence.language,
      givenBy: evidence.givenBy,
      capacity: evidence.capacity ?? null,
      representative: evidence.representative ? actedForView(evidence.representative) : null,
    },
    withdrawnFor: withdrawnFor ? actedForView(withdrawnFor) : null,
    recordedAt,
  };
}

const actedForView = ({ authority, until }: ActedFor): contract.ActedFor => ({ authority, until: until ?? null });

function exceptionViews(
  effect: ConsentEffect,
  exceptions: readonly ConsentException[] = [],
): readonly contract.ConsentException[] {
  return exceptions.map((exception) => ({
    effect,
    categories: exception.categories ?? null,
    recipients: exception.recipients?.map(recipientView) ?? null,
    purposes: exception.purposes ?? null,
    validFrom: exception.period?.start ?? null,
    validTo: exception.period?.end ?? null,
    dataFrom: exception.dataPeriod?.start ?? null,
    dataTo: exception.dataPeriod?.end ?? null,
    exceptions: exceptionViews(opposite(effect), exception.exceptions),
  }));
}

function recipientView(recipient: Recipient): contract.ConsentRecipient {
  const nobody = { organisation: null, audience: null, person: null };
  switch (recipient.kind) {
    case 'organisation':
      return { ...nobody, organisation: recipient.organisation };
    case 'audience':
      return { ...nobody, audience: recipient.audience };
    case 'person':
      return {
        ...nobody,
        person: {
          subject: recipient.subject,
          organisation: recipient.organisation,
          issuer: recipient.issuer ?? null,
        },
      };
  }
}
