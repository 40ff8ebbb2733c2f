import { parsePolicy } from '../access/policy.js';
import type { AccessRequest } from '../access/types.js';
import type { History } from '../audit/history.js';
import { consentsAsOf } from '../consent/as-of.js';
import { policyAsOf } from '../policy/as-of.js';
import type { Moment } from '../policy/what-could-see.js';
import { periodsOf } from '../identity/relationships.js';
import type { RelationshipDocument } from '../store/documents/relationship.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';

/**
 * How things stood on a day for one caller and one client: at its first moment, and from each at which the policy, a consent or
 * the relationship changed. Moments at which the hub had no policy yet are left out: nothing could be seen.
 */
export async function momentsOf(
  file: ClientFile,
  viewer: AccessRequest['viewer'],
  day: string,
  { services }: RequestContext,
): Promise<readonly Moment[]> {
  const others = (await services.directory.othersOf([file.id])).get(file.id) ?? [];
  const records = [file.id, ...others];
  const [versions, policies, relationships] = await Promise.all([
    services.consentVersions(records),
    services.policyArchive.all(),
    services.directory.relationshipsWith(viewer.organisation, records),
  ]);
  const changes = [
    ...versions.map(({ recordedAt }) => recordedAt),
    ...policies.flatMap(({ activatedAt }) => activatedAt),
    ...relationships.flatMap(periodsOf).flatMap(({ since, until }) => [since, ...(until === undefined ? [] : [until])]),
  ];
  const instants = [`${day}T00:00:00.000Z`, ...changes.filter((at) => at.startsWith(day)).sort()];
  const moments = await Promise.all(
    [...new Set(instants)].map(async (from): Promise<readonly Moment[]> => {
      const policy = policyAsOf(policies, from);
      if (!policy) return [];
      return [
        {
          from,
          policy: parsePolicy(policy.text),
          consents: consentsAsOf(versions, from).map(({ consent }) => consent),
          related: viewer.audience === 'CLIENT' || relationships.flatMap(periodsOf).some((each) => heldAt(each, from)),
          locationRestricted: await wasRestricted(file, from, services.history),
        },
      ];
    }),
  );
  return moments.flat();
}

/** Looked through for one that says it: those of callers who were not shown anybody do not. */
const recordsLookedAt = 50;

/** PDS keeps no history of it, but the ledger does: as the last record by then says, or as it is now where none does. */
async function wasRestricted(file: ClientFile, instant: string, history: History): Promise<boolean> {
  const before = await history(file.id, recordsLookedAt, [instant, '~']);
  return before.find(({ inputs }) => inputs?.related === true)?.inputs?.locationRestricted ?? file.locationRestricted;
}

const heldAt = ({ since, until }: Pick<RelationshipDocument, 'since' | 'until'>, instant: string): boolean =>
  since <= instant && (until === undefined || until > instant);
