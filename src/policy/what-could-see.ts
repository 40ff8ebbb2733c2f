import { decide } from '../access/decide.js';
import type { Policy } from '../access/policy.js';
import { dataCategories } from '../access/types.js';
import type { AccessRequest, Consent, DataCategory, Decision, EmergencyAccess, ProxyScope } from '../access/types.js';

/** How things stood from an instant on, until the next one. */
export interface Moment {
  /** ISO instant. */
  readonly from: string;
  readonly policy: Policy;
  readonly consents: readonly Consent[];
  readonly related: boolean;
  readonly locationRestricted: boolean;
  /** Present where the caller had opened the record in an emergency, and it ran. */
  readonly emergency?: EmergencyAccess;
  /** Present where the caller acted for the client: how far they might. */
  readonly proxy?: ProxyScope;
}

/** Whether a caller could see a category at some time of a day. */
export interface CouldSee {
  readonly category: DataCategory;
  /** At some time of the day. */
  readonly permitted: boolean;
  /** Whether it was the same at every moment of the day. */
  readonly wholeDay: boolean;
  /** The first decision of the day that permitted, or the last one of the day where none did. */
  readonly decision: Decision;
}

/** Decides every category at every moment of a day at which something changed: what could be seen for an hour could be seen. */
export function whatCouldSee(
  viewer: AccessRequest['viewer'],
  today: string,
  moments: readonly [Moment, ...Moment[]],
): readonly CouldSee[] {
  return dataCategories.map((category) => {
    const decisions = moments.map(({ policy, consents, from: _from, ...facts }) =>
      decide(policy, consents, { ...facts, viewer, category, today }),
    );
    const permits = decisions.filter(({ permitted }) => permitted);
    const decision = permits[0] ?? decisions.at(-1);
    if (!decision) throw new TypeError('a day has at least one moment');
    const wholeDay = permits.length === 0 || permits.length === decisions.length;
    return { category, permitted: permits.length > 0, wholeDay, decision };
  });
}
