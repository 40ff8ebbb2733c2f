import { parsePolicy } from '../../access/policy.js';
import type { Policy } from '../../access/policy.js';
import { describeChange, policyChange } from '../../access/policy-change.js';
import { isDeclared } from '../../access/policy-widening.js';
import type { PolicyChange } from '../../access/policy-change.js';
import { policyBefore } from '../../policy/as-of.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type * as contract from '../generated.js';

const Query: Pick<contract.QueryResolvers, 'policyChange'> = {
  policyChange: async (_root, { from, to }, context) => {
    if (context.viewer.audience !== 'PRIVACY_OFFICER') {
      throw new HubError('NOT_ALLOWED', 'Only a privacy officer may ask how the policy changes.');
    }
    const after = to == null ? (scheduled(context) ?? context.policy) : await versionNamed('to', to, context);
    const before = from == null ? await versionBefore(after, context) : await versionNamed('from', from, context);
    const changes = before ? policyChange(before, after) : [];
    const view = (wider: boolean) =>
      changes.filter((change) => change.wider === wider).map((change) => changeView(change, after));
    return {
      from: before?.version ?? null,
      to: after.version,
      effectiveFrom: after.effectiveFrom,
      widened: view(true),
      narrowed: view(false),
    };
  },
};

/** The next version that has not taken effect yet. */
const scheduled = ({ services, today }: RequestContext): Policy | undefined =>
  services.policies.versions.find(({ effectiveFrom }) => effectiveFrom > today);

/** What decides until `after` does, or decided before it. */
async function versionBefore(after: Policy, { services, policy }: RequestContext): Promise<Policy | undefined> {
  if (after !== policy) return policy;
  const document = policyBefore(await services.policyArchive.all(), after.version);
  return document && parsePolicy(document.text);
}

async function versionNamed(argument: 'from' | 'to', version: string, { services }: RequestContext): Promise<Policy> {
  const found =
    services.policies.versions.find((each) => each.version === version) ??
    (await services.policyArchive.version(version));
  if (found) return found;
  throw new HubError('BAD_INPUT', `${argument}: the hub knows no such version of the policy.`);
}

function changeView(change: PolicyChange, after: Policy): contract.PolicyChange {
  const shown = change.kind === 'DISCLOSURE' ? change : undefined;
  return {
    audience: 'audience' in change ? change.audience : null,
    purpose: shown?.purpose ?? null,
    category: 'category' in change ? change.category : null,
    circumstance: shown?.circumstance ?? 'USUAL',
    before: shown?.before ?? null,
    after: shown?.after ?? null,
    declared: change.wider && isDeclared(after, change),
    sentence: describeChange(change),
  };
}

export const policy = { Query };
