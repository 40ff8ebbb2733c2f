/**
 * The people behind the sandbox: who matches, under which GUID they go just now, and what their claims look like on the
 * wire. Matching rules and bodies as in the test double of `hmcts/hwf-dwp-api` (`lib/hwf-dwp-api/mock`).
 */
import { randomUUID } from 'node:crypto';
import type { SandboxPerson } from '../sandbox/person.js';

type Attributes = Readonly<Record<string, unknown>>;

export interface Citizens {
  /** Everyone who fits: an attribute that the request leaves out fits anybody. */
  candidates(attributes: Attributes): readonly SandboxPerson[];
  /** A GUID for the person, good for one successful read. */
  issue(person: SandboxPerson): string;
  whoIs(guid: string): SandboxPerson | undefined;
  /** Makes `guid` an old one and returns the next. */
  rotate(guid: string): string;
}

export function createCitizens(people: readonly SandboxPerson[]): Citizens {
  const known = new Map<string, SandboxPerson[]>();
  for (const person of people) {
    if (person.nino === undefined) continue;
    const key = nameAndBirth(person.familyName, person.birthDate);
    known.set(key, [...(known.get(key) ?? []), person]);
  }
  const guids = new Map<string, SandboxPerson>();
  const issue = (person: SandboxPerson): string => {
    const guid = randomUUID();
    guids.set(guid, person);
    return guid;
  };
  return {
    candidates: (asked) =>
      (known.get(nameAndBirth(asked['lastName'], asked['dateOfBirth'])) ?? []).filter(
        (person) =>
          fits(asked['firstName'], person.givenName) &&
          fits(asked['ninoFragment'], person.nino?.slice(4, 8)) &&
          fits(asked['postcode'], person.postcode),
      ),
    issue,
    whoIs: (guid) => guids.get(guid),
    rotate(guid) {
      const person = guids.get(guid);
      if (!person) throw new Error('rotate: not a current GUID');
      guids.delete(guid);
      return issue(person);
    },
  };
}

const normalised = (value: unknown): string => String(value).replaceAll(' ', '').toLowerCase();
const nameAndBirth = (lastName: unknown, birthDate: unknown): string =>
  `${normalised(lastName)}|${normalised(birthDate)}`;
const fits = (asked: unknown, held: string | undefined): boolean =>
  asked === undefined || normalised(asked) === normalised(held);

type SandboxClaim = SandboxPerson['claims'][number];

/** Claims of the asked types that were live in the asked period; without a period, the open ones. */
export function selectClaims(claims: readonly SandboxClaim[], query: URLSearchParams): readonly SandboxClaim[] {
  const types = query.get('benefitType')?.split(',');
  const from = query.get('effectiveFromDate');
  const to = query.get('effectiveToDate');
  return claims.filter((claim) => {
    if (types && !types.includes(claim.benefitType)) return false;
    if (from === null && to === null) return claim.endDate === undefined;
    const endedBefore = from !== null && claim.endDate !== undefined && claim.endDate < from;
    return !endedBefore && !(to !== null && claim.startDate > to);
  });
}

/** One claim as the API sends it: pence, and the GUID to use next in every claim. */
export const claimData = (claim: SandboxClaim, index: number, guid: string): object => ({
  id: `${claim.benefitType}_${index}`,
  type: 'Claim',
  attributes: {
    guid,
    benefitType: claim.benefitType,
    startDate: claim.startDate,
    ...(claim.endDate !== undefined && { endDate: claim.endDate }),
    claimDate: claim.startDate,
    receiptDate: claim.startDate,
    decisionDate: claim.startDate,
    entitlementStartDate: claim.startDate,
    periodicity: claim.benefitType === 'universal_credit' ? 'monthly' : 'weekly',
    status: claim.status,
    ...(claim.conditionality !== undefined && { conditionalityRegime: claim.conditionality }),
    awards: claim.awards.map((award) => ({
      amount: award.amountPence,
      startDate: award.startDate,
      endDate: award.endDate,
      status: award.status,
      awardType: 'fixed_period',
      isJointClaim: false,
      // Universal Credit assesses pay each month, so the figure is there, and nothing earned is 0.
      ...(claim.benefitType === 'universal_credit' && {
        assessmentAttributes: { takeHomePay: award.takeHomePayPence ?? 0 },
      }),
    })),
    paymentStatus: [{ type: 'in_receipt_of_ongoing_payment', startDate: claim.startDate }],
  },
});
