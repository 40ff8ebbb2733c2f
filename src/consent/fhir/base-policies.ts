/** What a Consent means that leaves something to the policy it refers to: `policies/consent-policies.yaml`. */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { audiences, dataCategories, purposes } from '../../access/types.js';
import type { DataCategory, OrganisationId, Purpose, Recipient } from '../../access/types.js';

/** What one policy says of what its consents leave open. */
export interface BasePolicy {
  readonly uri: string;
  readonly recipients: readonly Recipient[];
  readonly purposes: readonly Purpose[];
  readonly categories: readonly DataCategory[];
}
export type BasePolicies = ReadonlyMap<string, BasePolicy>;

const tableSchema = z.strictObject({
  version: z.string().min(1),
  basePolicies: z.array(
    z.strictObject({
      uri: z.string().min(1),
      means: z.string().min(1),
      recipients: z
        .array(
          z.union([
            z.strictObject({ audience: z.enum(audiences) }),
            z.strictObject({ organisation: z.string().regex(/^[A-Za-z0-9-]{2,40}$/) }),
          ]),
        )
        .min(1),
      purposes: z.array(z.enum(purposes)).min(1),
      categories: z.array(z.enum(dataCategories)).min(1),
    }),
  ),
});

/**
 * Reads the table from its YAML text.
 * @throws Error naming every fault
 */
export function parseBasePolicies(text: string): BasePolicies {
  const parsed = tableSchema.safeParse(parseDocument(text, { schema: 'core' }).toJS());
  const faults = parsed.success
    ? parsed.data.basePolicies.flatMap(({ uri }, index, all) =>
        all.findIndex((each) => each.uri === uri) === index ? [] : [`${uri}: it stands twice`],
      )
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || faults.length > 0) {
    throw new Error(`The policies of consents cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
  return new Map(
    parsed.data.basePolicies.map(({ uri, recipients, purposes: named, categories }) => [
      uri,
      { uri, recipients: recipients.map(recipientOf), purposes: [...named].sort(), categories: [...categories].sort() },
    ]),
  );
}

const recipientOf = (
  named: { readonly audience: (typeof audiences)[number] } | { readonly organisation: string },
): Recipient =>
  'audience' in named
    ? { kind: 'audience', audience: named.audience }
    : { kind: 'organisation', organisation: named.organisation as OrganisationId };
