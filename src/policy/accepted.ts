/** The version of the sharing policy that somebody accepted last, kept in the repository: what a change is measured against. */
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { parsePolicy, PolicyFault, type Policy } from '../access/policy.js';
import { describeChange } from '../access/policy-change.js';
import { idleDeclarations, undeclaredWidenings } from '../access/policy-widening.js';
import { canonicalJson } from '../audit/canonical.js';

const acceptedSchema = z.strictObject({
  accepted: z.array(z.strictObject({ version: z.string().min(1), on: z.iso.date(), reason: z.string().min(1) })),
  terms: z.unknown(),
});

export interface AcceptedPolicy {
  /** Who accepted what is in the repository's own history; why is here. Oldest first. */
  readonly accepted: readonly { readonly version: string; readonly on: string; readonly reason: string }[];
  readonly policy: Policy;
}

/** @throws PolicyFault */
export function parseAccepted(text: string): AcceptedPolicy {
  const parsed = acceptedSchema.safeParse(parseDocument(text, { schema: 'core' }).toJS());
  if (!parsed.success) throw new PolicyFault(['the accepted policy is not as npm run policy:accept writes it']);
  return { accepted: parsed.data.accepted, policy: parsePolicy(JSON.stringify(parsed.data.terms)) };
}

/** The file after `policy` was accepted. */
export function acceptedText(
  before: AcceptedPolicy | undefined,
  { terms, version }: Policy,
  { on, reason }: { readonly on: string; readonly reason: string },
): string {
  const accepted = [...(before?.accepted ?? []), { version, on, reason }];
  return `# Written by npm run policy:accept; never by hand. CI measures policies/sharing.yaml against it.\n${stringify({ accepted, terms })}`;
}

/** What stands against these versions, oldest first, as seen from the accepted one: each is measured against the one before it. */
export function faultsOfChange(accepted: Policy, versions: readonly Policy[]): readonly string[] {
  const at = versions.findIndex(({ version }) => version === accepted.version);
  const known = versions[at];
  if (known && !isSame(known, accepted)) {
    const reused = `version ${known.version}: it was accepted with other terms, and a version is never re-used: give it a new one`;
    return [reused, ...faultsBetween(accepted, known)];
  }
  const [...later] = versions.slice(at + 1);
  return later.flatMap((policy, index) => faultsBetween(later[index - 1] ?? accepted, policy));
}

/** Whether the last of these versions is the accepted one. */
export const isAccepted = (accepted: Policy, versions: readonly Policy[]): boolean => {
  const last = versions.at(-1);
  return last !== undefined && isSame(last, accepted);
};

export function faultsBetween(before: Policy, after: Policy): readonly string[] {
  return [
    ...undeclaredWidenings(before, after).map(
      (change) => `version ${after.version}: it does not declare (widens): ${describeChange(change)}`,
    ),
    ...idleDeclarations(before, after).map(
      ({ because }) => `version ${after.version}: it declares what it does not widen: "${because}"`,
    ),
    ...silentRules(after).map(
      (id) => `version ${after.version}: rule ${id} does not say whether an objection is heard`,
    ),
  ];
}

/** Rules by which the law lets an organisation do without a yes, and that do not say what becomes of a no. */
const silentRules = ({ terms }: Policy): readonly string[] =>
  terms.rules.flatMap(({ id, basis, objection }) => (basis === 'STATUTE' && !objection ? [id] : []));

const isSame = (left: Policy, right: Policy): boolean => canonicalJson(left.terms) === canonicalJson(right.terms);
