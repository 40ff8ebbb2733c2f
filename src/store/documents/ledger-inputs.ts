import type { DecisionFacts } from '../../access/types.js';

/** What the decisions of one ledger record rest on besides its viewer, its categories and its policy version. */
export interface DecisionInputs extends DecisionFacts {
  /** `id@version` of every consent that was looked at, whether or not it counted; sorted. */
  readonly consents: readonly string[];
}
