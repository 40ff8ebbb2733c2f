import type { Viewer } from '../access/types.js';
import type { ProgrammeVersion } from '../programme/programme.js';

/** Of whom a caller may be told figures, and how exactly. */
export type ReportScope =
  /** Of the cases that their own organisation runs, as they are: they can read each of them. */
  | { readonly kind: 'OWN' }
  /** Of everybody's cases in the programme, as they may be published; of no person anything. */
  | { readonly kind: 'PROGRAMME' };

type Partner = Pick<ProgrammeVersion['definition']['partners'][number], 'part' | 'organisation'>;

const whoRunsCases: ReadonlySet<Viewer['audience']> = new Set([
  'WORK_AND_HEALTH_COACH',
  'PROVIDER_MANAGER',
  'CLINICIAN',
]);

/** Whose part in a programme lets whom see its figures: the programme's own file says which organisation plays it (HWS-10, WW-07). */
const figuresFor: Readonly<Partial<Record<Viewer['audience'], readonly string[]>>> = {
  EVALUATOR: ['EVALUATOR'],
  COMMISSIONER: ['COMMISSIONER', 'FUNDER', 'SPONSOR'],
};

/** Pure: what figures of a programme with these partners a caller may have; undefined where none. */
export function reportScope(
  { audience, organisation }: Pick<Viewer, 'audience' | 'organisation'>,
  partners: readonly Partner[],
): ReportScope | undefined {
  if (whoRunsCases.has(audience)) return { kind: 'OWN' };
  const parts = figuresFor[audience] ?? [];
  const plays = partners.some((partner) => partner.organisation === organisation && parts.includes(partner.part));
  return plays ? { kind: 'PROGRAMME' } : undefined;
}
