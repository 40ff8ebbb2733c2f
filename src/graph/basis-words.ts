import type { PolicyRule } from '../access/policy.js';
import type { Basis } from '../access/types.js';

/**
 * What follows where a client says no to what a decision disclosed. It must be said beside consent, because the same sector
 * shares the same data on opposite bases (reference/consent-audit-referral.md 5.6).
 * @param rule the rule that decided, where one did
 */
export function consequenceOfRefusal(basis: Basis, rule: PolicyRule | undefined): string {
  if (basis !== 'STATUTE') return consequences[basis];
  return rule?.objection?.heard === true ? objectionHeard : consequences.STATUTE;
}

const objectionHeard =
  'The client may object, and is heard: then this is shown no more. What the organisation has to keep stays with it, and the client may go on being supported.';

const consequences: Record<Basis, string> = {
  CONSENT:
    'The client may say no, or take a yes back, at any time. Then this is not shown here; the service goes on without it, and whoever needs it must ask the client.',
  DIRECT_CARE:
    'The client may say no. Then whoever cares for them decides without it, which can delay care or make it less safe; they should be told so.',
  STATUTE:
    'A no changes nothing here: the organisation holds this by law for its own function. The client may object to the organisation, which must answer.',
  SUBJECT_ACCESS: 'It is the client’s own. Nobody refuses it but the law, and nothing follows from not reading it.',
  EMERGENCY:
    'A client who said no beforehand is heard. Otherwise it is opened once, for a while; the client is told, and somebody reviews whether it was right.',
  NEVER: 'There is nothing to refuse: it is never shown, whatever the client says.',
};
