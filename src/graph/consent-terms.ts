import type { ConsentException, OrganisationId, Period, Recipient } from '../access/types.js';
import type { ConsentTerms } from '../consent/desk.js';
import type {
  ConsentEvidenceInput,
  ConsentExceptionInput,
  ConsentRecipientInput,
  RecordConsentInput,
} from './generated.js';

/** The day before which there is no data: an open beginning. */
const beginning = '0001-01-01';

/** What the client said, as the desk records it. `supersedes`: the ids of the consents, decoded. */
export function termsOf(
  input: RecordConsentInput,
  supersedes: readonly string[],
  today: string,
  byRepresentative: boolean,
): ConsentTerms {
  const dataPeriod = periodOf(input.dataFrom, input.dataTo);
  const exceptions = input.exceptions ?? [];
  return {
    effect: input.effect ?? 'PERMIT',
    categories: distinct(input.categories),
    recipients: input.recipients.map(recipientOf),
    purposes: distinct(input.purposes),
    period: { start: input.validFrom ?? today, ...(input.validTo != null && { end: input.validTo }) },
    ...(dataPeriod && { dataPeriod }),
    ...(exceptions.length > 0 && { exceptions: exceptions.map(exceptionOf) }),
    ...(supersedes.length > 0 && { supersedes: distinct(supersedes) }),
    ...(input.givenOn != null && { givenOn: input.givenOn }),
    ...(input.request && {
      request: {
        what: input.request.what,
        ...(input.request.assessmentPeriodFrom != null && {
          assessmentPeriodFrom: input.request.assessmentPeriodFrom,
        }),
      },
    }),
    evidence: evidenceOf(input.evidence, byRepresentative),
  };
}

/** How it was given. Whoever signed in for somebody else gives their own word, whatever they say. */
export function evidenceOf(given: ConsentEvidenceInput, byRepresentative: boolean): ConsentTerms['evidence'] {
  const { method, wording, language, givenBy, capacity } = given;
  return {
    method,
    wording,
    language: language ?? 'en-GB',
    givenBy: byRepresentative ? 'REPRESENTATIVE' : (givenBy ?? 'CLIENT'),
    ...(capacity != null && { capacity }),
  };
}

function exceptionOf(input: ConsentExceptionInput): ConsentException {
  const period = periodOf(input.validFrom, input.validTo);
  const dataPeriod = periodOf(input.dataFrom, input.dataTo);
  const { categories, recipients, purposes, exceptions } = input;
  return {
    ...(categories && { categories: distinct(categories) }),
    ...(recipients && { recipients: recipients.map(recipientOf) }),
    ...(purposes && { purposes: distinct(purposes) }),
    ...(period && { period }),
    ...(dataPeriod && { dataPeriod }),
    ...(exceptions && exceptions.length > 0 && { exceptions: exceptions.map(exceptionOf) }),
  };
}

/** Exactly one field is set (`@oneOf`). */
function recipientOf({ audience, organisation, person }: ConsentRecipientInput): Recipient {
  if (audience != null) return { kind: 'audience', audience };
  if (person == null) return { kind: 'organisation', organisation: organisation as OrganisationId };
  return {
    kind: 'person',
    subject: person.subject,
    organisation: person.organisation as OrganisationId,
    ...(person.issuer != null && { issuer: person.issuer }),
  };
}

function periodOf(start: string | null | undefined, end: string | null | undefined): Period | undefined {
  if (start == null && end == null) return undefined;
  return { start: start ?? beginning, ...(end != null && { end }) };
}

const distinct = <Name extends string>(names: readonly Name[]): readonly Name[] => [...new Set(names)].sort();
