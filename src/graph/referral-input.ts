import { conditionCategories } from '../access/classification.js';
import type { ClientId } from '../access/types.js';
import type { ReferralContent, ReferredPerson, StatedBasis } from '../referral/document.js';
import { isNHSNumber } from '../identity/nhs-number.js';
import { findClient } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { HubError } from './errors.js';
import type { ReferralContentInput, ReferralSharingInput, ReferralSubjectInput } from './generated.js';

/** Whom a referrer means: a client of theirs, a number, or a name that nobody has matched yet. */
export interface Subject {
  readonly clientId: ClientId | undefined;
  readonly person: ReferredPerson;
}

/** Undefined where there is no such client for this caller. */
export async function subjectOf(
  subject: ReferralSubjectInput | null | undefined,
  context: RequestContext,
  section: string,
): Promise<Subject | undefined> {
  const { services, viewer, self } = context;
  if (viewer.audience === 'CLIENT') {
    return subject || self === undefined ? undefined : { clientId: self, person: {} };
  }
  if (!subject) throw new HubError('BAD_INPUT', 'input.subject is needed.');
  if (subject.client != null) {
    const file = await findClient({ id: subject.client }, context, section);
    return file ? { clientId: file.id, person: {} } : undefined;
  }
  if (subject.details != null) return { clientId: undefined, person: subject.details };
  const nhsNumber = subject.nhsNumber;
  if (!mayNameByNumber.has(viewer.audience)) {
    throw new HubError('NOT_ALLOWED', 'input.subject.nhsNumber: this caller names people by their details.');
  }
  if (services.checkNHSNumbers && !isNHSNumber(nhsNumber)) {
    throw new HubError('BAD_INPUT', 'input.subject.nhsNumber is not a valid NHS number: its check digit is wrong.');
  }
  // Whether the hub knew the number is not told, and no relationship comes of it.
  const enrolledAt = new Date(services.now()).toISOString();
  const clientId = await services.directory.enrolUntold({ nhsNumber, externalIds: {}, enrolledAt });
  return { clientId, person: { nhsNumber } };
}

const mayNameByNumber: ReadonlySet<string> = new Set([
  'CLINICIAN',
  'WORK_COACH',
  'WORK_AND_HEALTH_COACH',
  'PROVIDER_MANAGER',
]);

/** Undefined where the consent that is named is none of this person's, or no longer stands. */
export async function sharingOf(
  { basis, consent, statement }: ReferralSharingInput,
  clientId: ClientId | undefined,
  { services, viewer }: RequestContext,
): Promise<StatedBasis | undefined> {
  const stated = { basis, ...(statement != null && { statement }) };
  if (consent == null) return stated;
  const consentId = services.pairwiseIds.decode(viewer.organisation, 'consent', consent);
  const document = consentId === undefined ? undefined : await services.consents.byId(consentId);
  if (!document || document.clientId !== clientId) return undefined;
  const { status, effect, id, version } = document.consent;
  return status === 'ACTIVE' && effect === 'PERMIT' ? { ...stated, consent: `${id}@${version}` } : undefined;
}

/** What a referral tells, as it is kept. */
export function contentFrom(input: ReferralContentInput, person: ReferredPerson): ReferralContent {
  const { reasonForReferral, goal, workSituation, adjustments, accessNeeds = [], safeContact, health = [] } = input;
  return {
    person,
    reasonForReferral,
    ...(goal != null && { goal }),
    ...(workSituation != null && { workSituation }),
    ...(adjustments != null && { adjustments }),
    accessNeeds,
    ...(safeContact && {
      safeContact: {
        method: safeContact.method,
        mayLeaveMessage: safeContact.mayLeaveMessage ?? false,
        ...(safeContact.address != null && { address: safeContact.address }),
        ...(safeContact.times != null && { times: safeContact.times }),
        ...(safeContact.note != null && { note: safeContact.note }),
      },
    }),
    health: health.map(({ category, text }) => ({
      text,
      // What cannot be classified gets the most sensitive category.
      category: conditionCategories.find((known) => known === category) ?? 'RESTRICTED_CONDITIONS',
    })),
  };
}
