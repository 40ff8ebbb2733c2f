/** Who may act for a client, in what, and until when. The policy says which authority reaches how far. */
import type { Period } from './consent.js';
import { isWithin } from './provision.js';
import type { DataCategory } from './types.js';

/** On what somebody acts for a client (NHS England proxy legal bases, and DWP's appointee). */
export const authorities = [
  'PARENTAL_RESPONSIBILITY',
  'HEALTH_AND_WELFARE_ATTORNEY',
  'PROPERTY_AND_AFFAIRS_ATTORNEY',
  'PERSONAL_WELFARE_DEPUTY',
  'PROPERTY_AND_AFFAIRS_DEPUTY',
  'BENEFITS_APPOINTEE',
  'BEST_INTERESTS',
  'NOMINATED_BY_CLIENT',
] as const;
export type Authority = (typeof authorities)[number];

/** What a representative may do. To approve anything, emergency access or their own authority, is none of it. */
export const representativeActs = ['READ', 'RECORD_CONSENT', 'WITHDRAW_CONSENT'] as const;
export type RepresentativeAct = (typeof representativeActs)[number];

/** Whether the client could decide this matter for themselves (Mental Capacity Act 2005 section 3; Gillick for a child). */
export const capacities = ['HAS_CAPACITY', 'LACKS_CAPACITY', 'CHILD'] as const;
export type Capacity = (typeof capacities)[number];

/** How far one authority can reach at most. */
export interface AuthorityRule {
  readonly authority: Authority;
  readonly categories: readonly DataCategory[];
  readonly acts: readonly RepresentativeAct[];
  /** The client's capacity in which it can be used. */
  readonly whereClient: readonly Capacity[];
  /** Whether it must have a last day. */
  readonly mustEnd: boolean;
}

/** One version of one person's authority to act for one client. */
export interface Representation {
  readonly id: string;
  readonly version: number;
  readonly status: 'ACTIVE' | 'ENDED';
  readonly authority: Authority;
  readonly categories: readonly DataCategory[];
  readonly acts: readonly RepresentativeAct[];
  readonly period: Period;
}

export const representationRefusals = [
  'REPRESENTATIVE_UNKNOWN',
  'REPRESENTATIVE_ENDED',
  'REPRESENTATIVE_OUT_OF_SCOPE',
  'CAPACITY',
] as const;
export type RepresentationRefusal = (typeof representationRefusals)[number];

/** Something that a representative would do for the client. */
export interface Deed {
  readonly act: RepresentativeAct;
  /** Absent: not asked. */
  readonly capacity?: Capacity;
  /** What it speaks of; empty: everything, which no authority reaches. */
  readonly categories: readonly DataCategory[];
  /** The last day of what it brings about; absent: until withdrawn. Nothing outlasts the authority that it rests on. */
  readonly lasts?: { readonly end?: string };
  readonly today: string;
}

/** Why a representative may not do it; undefined where they may. */
export function whyNotDone(
  rule: AuthorityRule | undefined,
  representation: Representation | undefined,
  deed: Deed,
): RepresentationRefusal | undefined {
  if (!rule || !representation) return 'REPRESENTATIVE_UNKNOWN';
  const { status, period, acts, categories } = representation;
  if (status !== 'ACTIVE' || !isWithin(period, deed.today)) return 'REPRESENTATIVE_ENDED';
  if (deed.capacity && !rule.whereClient.includes(deed.capacity)) return 'CAPACITY';
  const isInScope =
    acts.includes(deed.act) &&
    rule.acts.includes(deed.act) &&
    deed.categories.length > 0 &&
    deed.categories.every((category) => categories.includes(category) && rule.categories.includes(category));
  if (!isInScope) return 'REPRESENTATIVE_OUT_OF_SCOPE';
  if (period.end === undefined || !deed.lasts) return undefined;
  return deed.lasts.end === undefined || deed.lasts.end > period.end ? 'REPRESENTATIVE_ENDED' : undefined;
}

/** What of a rule a recorded authority exceeds; undefined where nothing. */
export function excessOf(
  rule: AuthorityRule | undefined,
  { categories, acts, period }: Pick<Representation, 'categories' | 'acts' | 'period'>,
): string | undefined {
  if (!rule) return 'authority: the policy knows of none such.';
  if (categories.length === 0 || !categories.every((category) => rule.categories.includes(category))) {
    return 'categories: must name some, and only those that this authority can reach.';
  }
  if (acts.length === 0 || !acts.every((act) => rule.acts.includes(act))) {
    return 'acts: must name some, and only those that this authority can reach.';
  }
  if (rule.mustEnd && period.end === undefined) return 'validTo: this authority must have a last day.';
  return period.end !== undefined && period.end < period.start ? 'validTo is before validFrom.' : undefined;
}
