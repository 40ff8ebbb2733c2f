import { PolicyFault, type Policy } from './policy.js';

/** The versions of a sharing policy, each from its first day to the day before the next one's. */
export interface PolicyBook {
  /** Oldest first. */
  readonly versions: readonly Policy[];
  /**
   * The version that decides on a day (ISO).
   * @throws PolicyFault where none has taken effect yet
   */
  on(day: string): Policy;
}

/** `versions` as `parsePolicies` gives them, oldest first. */
export function policyBook(versions: readonly Policy[]): PolicyBook {
  return {
    versions,
    on(day) {
      const policy = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day);
      if (policy) return policy;
      const first = versions[0]?.effectiveFrom ?? 'never';
      throw new PolicyFault([`no version is in effect on ${day}: the first takes effect on ${first}`]);
    },
  };
}
