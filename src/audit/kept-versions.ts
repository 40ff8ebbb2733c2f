import type { Policy } from '../access/policy.js';
import { parsePolicy } from '../access/policy.js';
import type { Consent } from '../access/types.js';
import { consentVersionId } from '../consent/version-id.js';
import type { Store } from '../store/port.js';
import type { ReplayParts } from './replay.js';

/** Consents that a replay holds at once; a ledger names the same few again and again. */
const heldAtOnce = 10_000;

/** The policies and consents of the past as the store keeps them. */
export function keptVersions(store: Pick<Store, 'collection'>): Pick<ReplayParts, 'policyOf' | 'consentsOf'> {
  const policies = new Map<string, Policy | undefined>();
  const held = new Map<string, Consent>();
  return {
    async policyOf(version) {
      if (!policies.has(version)) {
        const document = await store.collection('policies').get(version);
        policies.set(version, document && parsePolicy(document.text));
      }
      return policies.get(version);
    },
    async consentsOf(versions) {
      const unknown = versions.filter((version) => !held.has(version));
      if (held.size + unknown.length > heldAtOnce) held.clear();
      const ids = (held.size === 0 ? versions : unknown).map(documentIdOf);
      for (let from = 0; from < ids.length; from += 1_000) {
        const documents = await store.collection('consents').getMany(ids.slice(from, from + 1_000));
        for (const { consent } of documents) held.set(`${consent.id}@${consent.version}`, consent);
      }
      return new Map(versions.flatMap((version) => mapped(version, held.get(version))));
    },
  };
}

const mapped = (version: string, consent: Consent | undefined): readonly (readonly [string, Consent])[] =>
  consent ? [[version, consent]] : [];

function documentIdOf(version: string): string {
  const at = version.lastIndexOf('@');
  return consentVersionId(version.slice(0, at), Number(version.slice(at + 1)));
}
