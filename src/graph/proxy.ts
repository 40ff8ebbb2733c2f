/** Somebody who signed in for themselves and acts for somebody else. */
import type { Policy } from '../access/policy.js';
import type { ClientId, ProxyScope } from '../access/types.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';

/** All records of one person, the one that stands for them first. */
export async function recordsOf(
  id: ClientId,
  { services }: Pick<RequestContext, 'services'>,
): Promise<readonly ClientId[]> {
  return [id, ...((await services.directory.othersOf([id])).get(id) ?? [])];
}

/** The authority on which a client's own token may open somebody else; undefined for every other caller. */
export async function authorityOver(
  id: ClientId,
  context: Pick<RequestContext, 'services' | 'viewer' | 'self'>,
): Promise<RepresentativeDocument | undefined> {
  const { services, viewer, self } = context;
  if (viewer.audience !== 'CLIENT' || viewer.nhsNumber === undefined || id === self) return undefined;
  return services.representatives.of(viewer.nhsNumber, await recordsOf(id, context));
}

/** What the authority lets its holder see: what was recorded of it, as far as the policy of today lets it reach. */
export function scopeOf(policy: Policy, { representation }: RepresentativeDocument): ProxyScope {
  const { id, version, authority, categories, acts, period } = representation;
  const rule = policy.representation.rules.get(authority);
  const mayRead = acts.includes('READ') && rule?.acts.includes('READ') === true;
  return {
    authority,
    representation: `${id}@${version}`,
    categories: mayRead ? categories.filter((category) => rule.categories.includes(category)) : [],
    period,
  };
}

/** Somebody who acts for this client, by the id that the caller was given. */
export async function representativeNamed(
  id: string | null | undefined,
  file: ClientFile,
  context: RequestContext,
): Promise<RepresentativeDocument | undefined> {
  const { services, viewer } = context;
  const representativeId =
    id == null ? undefined : services.pairwiseIds.decode(viewer.organisation, 'representative', id);
  if (representativeId === undefined) return undefined;
  const known = await services.representatives.newest(await recordsOf(file.id, context));
  return known.find((document) => document.representativeId === representativeId);
}
