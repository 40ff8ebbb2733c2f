import { createHash } from 'node:crypto';
import type { Policy } from '../access/policy.js';
import { parsePolicy, PolicyFault } from '../access/policy.js';
import { canonicalJson } from '../audit/canonical.js';
import type { PolicyDocument } from '../store/documents/policy.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';

/** Every version of the sharing policy that was ever active, by which any past decision can be made again. */
export interface PolicyArchive {
  /**
   * Refuses a version that is known with other terms. Keeps nothing.
   * @throws PolicyFault
   */
  check(policies: readonly Policy[]): Promise<void>;
  /**
   * Durable when it resolves: nothing may be decided by a policy before. Costs nothing once this process has kept it.
   * @throws PolicyFault where the version is known with other terms
   */
  activate(policy: Policy): Promise<void>;
  /** A version that was ever active. */
  version(version: string): Promise<Policy | undefined>;
  /** All of them, with the instants of their activation, by version. */
  all(): Promise<readonly PolicyDocument[]>;
}

export function createPolicyArchive({ store, now }: { store: Store; now: () => number }): PolicyArchive {
  const collection = store.collection('policies');
  const active = new Map<string, Promise<void>>();

  const all = (): Promise<readonly PolicyDocument[]> => collection.find({ index: 'id', where: {}, limit: 1_000 });

  /** Several hubs may start at once: whoever comes second adds its instant to what the first one kept. */
  async function keep(policy: Policy): Promise<void> {
    const at = new Date(now()).toISOString();
    const versions = await all();
    const known = versions.find(({ id }) => id === policy.version);
    refuseOtherTerms(policy, known);
    // A restart under the same policy activates nothing anew.
    if (known && lastActivated(versions) === known) return;
    try {
      if (known) {
        const { version, ...kept } = known;
        await collection.replace({ ...kept, activatedAt: [...kept.activatedAt, at] }, version);
      } else {
        await collection.insert({ ...documentOf(policy), activatedAt: [at] });
      }
    } catch (error) {
      if (!(error instanceof DuplicateKey) && !(error instanceof VersionConflict)) throw error;
      await keep(policy);
    }
  }

  return {
    async check(policies) {
      for (const policy of policies) refuseOtherTerms(policy, await collection.get(policy.version));
    },
    async activate(policy) {
      const known = active.get(policy.version);
      if (known) return known;
      const kept = keep(policy);
      active.set(policy.version, kept);
      // What failed is tried again by the next request.
      kept.catch(() => active.delete(policy.version));
      return kept;
    },
    async version(version) {
      const document = await collection.get(version);
      return document && parsePolicy(document.text);
    },
    all,
  };
}

function documentOf(policy: Policy): Omit<PolicyDocument, 'version' | 'activatedAt'> {
  const text = canonicalJson(policy.terms);
  const digest = createHash('sha256').update(text).digest('hex');
  return { id: policy.version, text, digest, effectiveFrom: policy.effectiveFrom };
}

function refuseOtherTerms(policy: Policy, known: PolicyDocument | undefined): void {
  if (known === undefined || known.digest === documentOf(policy).digest) return;
  throw new PolicyFault([
    `version ${policy.version}: it was active with other terms before, and a version is never re-used: give it a new one`,
  ]);
}

/** The version that was activated last, of all that are given. */
export function lastActivated(versions: readonly PolicyDocument[]): PolicyDocument | undefined {
  const instantOf = ({ activatedAt }: PolicyDocument): string => activatedAt.at(-1) ?? '';
  return versions.toSorted((left, right) => (instantOf(left) < instantOf(right) ? -1 : 1)).at(-1);
}
