import { parseDocument } from 'yaml';
import { z } from 'zod';
import { audiences, type Audience } from '../../access/types.js';
import { compareField, matchFields, type Description, type MatchField, type MatchLevel } from './compare.js';

/** How one field counts: a share of the total weight, positive where it speaks for one person. */
export interface MatchStep {
  readonly field: MatchField;
  readonly level: MatchLevel;
  /** log2(m/u), two decimals. */
  readonly weight: number;
}

/** Why a match weighs what it weighs: from the prior, field by field, to the total. All in log2, two decimals. */
export interface Waterfall {
  readonly modelVersion: string;
  readonly prior: number;
  readonly steps: readonly MatchStep[];
  readonly total: number;
}

/** A validated matching policy. */
export interface MatchModel {
  readonly version: string;
  /** Totals from here on are for a person to look at. */
  readonly reviewFrom: number;
  readonly requesters: ReadonlySet<Audience>;
  compare(one: Description, other: Description): Waterfall;
}

/** What is wrong with a matching policy, each with its place. */
export class MatchModelFault extends Error {
  override readonly name = 'MatchModelFault';
  constructor(readonly faults: readonly string[]) {
    super(`The matching policy cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const share = z.number().gt(0).lt(1);
const level = z.strictObject({ m: share, u: share, source: z.string().min(1) });
const name = z.strictObject({
  close: z.strictObject({ atLeast: z.number().min(0.5).lt(1) }),
  levels: z.strictObject({ exact: level, close: level, different: level }),
});
const threeLevels = z.strictObject({ levels: z.strictObject({ exact: level, close: level, different: level }) });
const twoLevels = z.strictObject({ levels: z.strictObject({ exact: level, different: level }) });
const modelSchema = z.strictObject({
  version: z.string().min(1),
  effectiveFrom: z.iso.date(),
  prior: z.strictObject({ probability: share, source: z.string().min(1) }),
  reviewFrom: z.strictObject({ weight: z.number(), source: z.string().min(1) }),
  requesters: z.array(z.enum(audiences)).min(1),
  fields: z.strictObject({
    familyName: name,
    givenName: name,
    birthDate: threeLevels,
    postcode: threeLevels,
    sex: twoLevels,
  }),
});
type Levels = Readonly<Record<string, { readonly m: number; readonly u: number }>>;

/** The levels of a field are all that can happen, so their shares add up to one; half a per cent is left for rounding. */
const tolerance = 0.005;

/** @throws MatchModelFault */
export function parseMatchModel(text: string): MatchModel {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) throw new MatchModelFault(document.errors.map(({ message }) => message));
  const parsed = modelSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new MatchModelFault(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`),
    );
  }
  const { version, prior, reviewFrom, requesters, fields } = parsed.data;
  const faults = matchFields.flatMap((field) => faultsIn(field, fields[field].levels));
  if (faults.length > 0) throw new MatchModelFault(faults);
  const priorWeight = Math.log2(prior.probability / (1 - prior.probability));
  return {
    version,
    reviewFrom: reviewFrom.weight,
    requesters: new Set(requesters),
    compare(one, other) {
      const steps = matchFields.map((field): MatchStep => {
        const rule = fields[field];
        const found = compareField(field, one, other, 'close' in rule ? rule.close.atLeast : 1);
        const levels: Levels = rule.levels;
        const shares = levels[found.toLowerCase()];
        return { field, level: found, weight: shares ? rounded(Math.log2(shares.m / shares.u)) : 0 };
      });
      const start = rounded(priorWeight);
      // Added up from what is shown, so that a reader who adds up gets the total.
      const total = rounded(steps.reduce((sum, { weight }) => sum + weight, start));
      return { modelVersion: version, prior: start, steps, total };
    },
  };
}

function faultsIn(field: MatchField, levels: Levels): readonly string[] {
  const all = Object.values(levels);
  return (['m', 'u'] as const).flatMap((letter) => {
    const sum = all.reduce((total, shares) => total + shares[letter], 0);
    return Math.abs(sum - 1) > tolerance
      ? [`fields.${field}.levels: ${letter} of all levels must add up to 1, not ${sum.toFixed(4)}`]
      : [];
  });
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;
