import type { Policy } from './policy.js';
import { policyChange, type PolicyChange } from './policy-change.js';

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
    case 'REPRESENTATION':
      return 'representation' in widening && widening.representation.includes(change.authority);
    case 'REPRESENTATION_RECORDER':
      return 'representationRecorders' in widening && widening.representationRecorders.includes(change.audience);
    case 'APPLICATION':
      return 'applications' in widening && widening.applications.includes(change.application);
    case 'EMERGENCY_CLOCK':
      return 'emergency' in widening && widening.emergency.includes(change.clock);
  }
}
