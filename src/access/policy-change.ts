import { circumstances, opennessLevels, opennessOf } from './openness.js';
import type { Circumstance, Openness, Triple } from './openness.js';
import type { Policy } from './policy.js';
import { audiences, dataCategories, purposes } from './types.js';
import type { Audience, DataCategory } from './types.js';

/** One thing that another version of a policy makes more open, or less. */
export type PolicyChange =
  | ({
      readonly kind: 'DISCLOSURE';
      readonly circumstance: Circumstance;
      readonly before: Openness;
      readonly after: Openness;
      readonly wider: boolean;
    } & Triple)
  /** Whether an audience may record consents. */
  | { readonly kind: 'CONSENT_RECORDER'; readonly audience: Audience; readonly wider: boolean }
  /** Whether a refusal of a category may be told from its absence. */
  | { readonly kind: 'EXISTENCE'; readonly category: DataCategory; readonly wider: boolean };

/** Every effect in which two policies differ; their texts are not compared. */
export function policyChange(before: Policy, after: Policy): readonly PolicyChange[] {
  const disclosures = audiences.flatMap((audience) =>
    purposes.flatMap((purpose) =>
      dataCategories.flatMap((category) => changesOf(before, after, { audience, purpose, category })),
    ),
  );
  const recorders = audiences.flatMap((audience): readonly PolicyChange[] => {
    const wider = after.consentRecorders.has(audience);
    return wider === before.consentRecorders.has(audience) ? [] : [{ kind: 'CONSENT_RECORDER', audience, wider }];
  });
  const existence = dataCategories.flatMap((category): readonly PolicyChange[] => {
    const wider = !after.hiddenCategories.has(category);
    return wider === !before.hiddenCategories.has(category) ? [] : [{ kind: 'EXISTENCE', category, wider }];
  });
  return [...disclosures, ...recorders, ...existence];
}

/** What is the same in special circumstances as it is in the usual ones is said once. */
function changesOf(before: Policy, after: Policy, triple: Triple): readonly PolicyChange[] {
  const pairs = circumstances.map((circumstance) => ({
    circumstance,
    before: opennessOf(before, triple, circumstance),
    after: opennessOf(after, triple, circumstance),
  }));
  const usual = pairs.find(({ circumstance }) => circumstance === 'USUAL');
  return pairs
    .filter((pair) => pair.before !== pair.after)
    .filter((pair) => pair === usual || pair.before !== usual?.before || pair.after !== usual.after)
    .map((pair) => ({ kind: 'DISCLOSURE', ...triple, ...pair, wider: rank(pair.after) > rank(pair.before) }));
}

const rank = (level: Openness): number => opennessLevels.indexOf(level);

/** The widenings of `after` that it does not declare itself, with a reason (`widens`). */
export function undeclaredWidenings(before: Policy, after: Policy): readonly PolicyChange[] {
  return policyChange(before, after).filter((change) => change.wider && !isDeclared(after, change));
}

/** What `after` declares to widen and does not: a declaration that outlived its change hides the next one. */
export function idleDeclarations(before: Policy, after: Policy): readonly Widening[] {
  const wider = policyChange(before, after).filter((change) => change.wider);
  return (after.terms.widens ?? []).filter((widening) => !wider.some((change) => covers(widening, change)));
}

export type Widening = NonNullable<Policy['terms']['widens']>[number];

/** Whether a version says of itself that it widens this. */
export const isDeclared = ({ terms }: Policy, change: PolicyChange): boolean =>
  (terms.widens ?? []).some((widening) => covers(widening, change));

function covers(widening: Widening, change: PolicyChange): boolean {
  switch (change.kind) {
    case 'DISCLOSURE':
      return (
        'purposes' in widening &&
        widening.audiences.includes(change.audience) &&
        widening.purposes.includes(change.purpose) &&
        widening.categories.includes(change.category)
      );
    case 'CONSENT_RECORDER':
      return 'consentRecorders' in widening && widening.consentRecorders.includes(change.audience);
    case 'EXISTENCE':
      return 'shownCategories' in widening && widening.shownCategories.includes(change.category);
  }
}

/** One change in one line. */
export function describeChange(change: PolicyChange): string {
  const sign = change.wider ? 'wider   ' : 'narrower';
  switch (change.kind) {
    case 'DISCLOSURE': {
      const { audience, purpose, category, circumstance, before, after } = change;
      const when = circumstance === 'USUAL' ? '' : ` (${circumstance})`;
      return `${sign} ${audience} ${purpose} ${category}${when}: ${before} -> ${after}`;
    }
    case 'CONSENT_RECORDER':
      return `${sign} ${change.audience} ${change.wider ? 'may' : 'may no longer'} record consents`;
    case 'EXISTENCE':
      return `${sign} ${change.category}: a refusal ${change.wider ? 'can be told from' : 'looks like'} an absence`;
  }
}
