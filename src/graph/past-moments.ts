import { parsePolicy } from '../access/policy.js';
import type { AccessRequest, EmergencyAccess } from '../access/types.js';
import type { History } from '../audit/history.js';
import { consentsAsOf } from '../consent/as-of.js';
import { policyAsOf } from '../policy/as-of.js';
import type { Moment } from '../policy/what-could-see.js';
import { periodsOf } from '../identity/relationships.js';
import type { RelationshipDocument } from '../store/documents/relationship.js';
import type { ClientFile } from './client-file.js';
import type { EmergencyGrantDocument } from '../store/documents/emergency-grant.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import type { RequestContext } from './context.js';
import { scopeOf } from './proxy.js';

/** Of whom it is asked what they could see. */
export interface PastCaller {
  readonly viewer: AccessRequest['viewer'];
  /** Present for somebody who acts for the client: every version of their authority, the oldest first. */
  readonly representative?: readonly RepresentativeDocument[];
}

/**
 * How things stood on a day for one caller and one client: at its first moment, and from each at which the policy, a consent,
 * the relationship, an emergency access or an authority to act changed. Moments at which the hub had no policy yet are left out: nothing could be seen.
 */
export async function momentsOf(
  file: ClientFile,
  { viewer, representative }: PastCaller,
  day: string,
  { services }: RequestContext,
): Promise<readonly Moment[]> {
  const others = (await services.directory.othersOf([file.id])).get(file.id) ?? [];
  const records = [file.id, ...others];
  const began = `${day}T00:00:00.000Z`;
  const [versions, policies, relationships, opened] = await Promise.all([
    services.consentVersions(records),
    services.policyArchive.all(),
    services.directory.relationshipsWith(viewer.organisation, records),
    services.emergency.openedBy(viewer, began),
  ]);
  const grants = opened.filter(({ clientId }) => records.includes(clientId));
  const changes = [
    ...versions.map(({ recordedAt }) => recordedAt),
    ...policies.flatMap(({ activatedAt }) => activatedAt),
    ...relationships.flatMap(periodsOf).flatMap(({ since, until }) => [since, ...(until === undefined ? [] : [until])]),
    ...grants.flatMap(({ openedAt, endsAt }) => [openedAt, endsAt]),
    ...(representative ?? []).map(({ recordedAt }) => recordedAt),
  ];
  const instants = [began, ...changes.filter((at) => at.startsWith(day)).sort()];
  const moments = await Promise.all(
    [...new Set(instants)].map(async (from): Promise<readonly Moment[]> => {
      const policy = policyAsOf(policies, from);
      if (!policy) return [];
      const parsed = parsePolicy(policy.text);
      const emergency = grantAt(grants, from);
      const authority = representative && authorityAt(representative, from);
      return [
        {
          from,
          policy: parsed,
          consents: consentsAsOf(versions, from).map(({ consent }) => consent),
          related: representative
            ? authority !== undefined
            : viewer.audience === 'CLIENT' || relationships.flatMap(periodsOf).some((each) => heldAt(each, from)),
          ...(authority && { proxy: scopeOf(parsed, authority) }),
          ...(emergency && { emergency }),
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

function grantAt(grants: readonly EmergencyGrantDocument[], at: string): EmergencyAccess | undefined {
  const running = grants.find(({ openedAt, endsAt }) => openedAt <= at && at < endsAt);
  return (
    running && {
      grant: running.id,
      organisation: running.organisation,
      subject: running.subject,
      endsAt: running.endsAt,
      at,
    }
  );
}

/** As it stood at an instant; undefined where it was not recorded yet, or had been ended. */
function authorityAt(versions: readonly RepresentativeDocument[], at: string): RepresentativeDocument | undefined {
  const newest = versions.findLast(({ recordedAt }) => recordedAt <= at);
  return newest?.representation.status === 'ACTIVE' ? newest : undefined;
}
