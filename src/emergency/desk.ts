import { randomUUID } from 'node:crypto';
import type { Policy } from '../access/policy.js';
import type { ClientId, EmergencyAccess, EmergencyReason, Viewer } from '../access/types.js';
import { isIdempotencyKey, scopedKey } from '../idempotency/used-keys.js';
import type { Keyring } from '../identity/keyring.js';
import type { Notices } from '../notice/notices.js';
import type { EmergencyGrantDocument } from '../store/documents/emergency-grant.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Key, Store } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';

export type EmergencyRefusal =
  'NOT_FOUND' | 'NOT_PERMITTED' | 'IDEMPOTENCY_KEY_REUSED' | 'INVALID_INPUT' | 'CHANGED_MEANWHILE';

export type EmergencyOutcome =
  | { readonly kind: 'granted'; readonly grant: EmergencyGrantDocument }
  | { readonly kind: 'refused'; readonly reason: EmergencyRefusal; readonly message: string };

/** Why, as the person who opens it says it. */
export interface EmergencyGrounds {
  readonly reason: EmergencyReason;
  readonly note: string;
}

/** Emergency access: one person opens one client's record for some hours, tells why, and is reviewed. */
export interface EmergencyDesk {
  /** Refuses callers whom the policy does not name, before anything is looked up. */
  refusalOf(viewer: Viewer): EmergencyOutcome | undefined;
  open(viewer: Viewer, clientId: ClientId, key: string, grounds: EmergencyGrounds): Promise<EmergencyOutcome>;
  /** Before its time, by whoever opened it. Closing what is closed is done, not refused. */
  close(viewer: Viewer, grantId: string): Promise<EmergencyOutcome>;
  byId(grantId: string): Promise<EmergencyGrantDocument | undefined>;
  noteOf(grant: EmergencyGrantDocument): string;
  /** What runs of this very caller, by client, as the decision takes it. */
  runningFor(viewer: Viewer): Promise<ReadonlyMap<ClientId, EmergencyAccess>>;
  /** Every access of one person, in one part and for one purpose, that ended after an instant, or has not. */
  openedBy(
    caller: Pick<Viewer, 'organisation' | 'subject' | 'audience' | 'purpose'>,
    endedAfter: string,
  ): Promise<readonly EmergencyGrantDocument[]>;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const longestNote = 1_000;
/** Running at once, of one person: more are not asked for. */
const mostRunning = 100;
const pageSize = 500;

export function createEmergencyDesk({
  store,
  keyring,
  notices,
  tasks,
  policyNow,
  now,
}: {
  store: Store;
  keyring: Keyring;
  notices: Notices;
  tasks: TaskDesk;
  policyNow: () => Policy;
  now: () => number;
}): EmergencyDesk {
  const grants = store.collection('emergencyGrants');

  const mayOpen = ({ audience, purpose }: Viewer): boolean =>
    policyNow().emergency?.callers.has(`${audience} ${purpose}`) === true;

  /** Inserts it, or finds what the same key stored before: what a crash cut short goes on from there. */
  async function insertOnce(fresh: Omit<EmergencyGrantDocument, 'version'>): Promise<EmergencyGrantDocument> {
    try {
      return await grants.insert(fresh);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      const where = { idempotencyKey: fresh.idempotencyKey };
      const [earlier] = await grants.find({ index: 'idempotencyKey', where, limit: 1 });
      if (!earlier) throw error;
      return earlier;
    }
  }

  /**
   * The client's notice and the review are stored before the grant opens anything: whatever crashes, there is no access
   * that nobody is told of. Each step is done once however often it is tried.
   */
  async function finish(grant: EmergencyGrantDocument, reviewDays: number): Promise<EmergencyGrantDocument> {
    if (grant.state === 'OPEN') return grant;
    const { clientId, organisation, subject, audience, reason, openedAt, endsAt } = grant;
    const notice = { clientId, kind: 'EMERGENCY_ACCESS', about: grant.id, organisation, at: openedAt } as const;
    await notices.give([notice]);
    await tasks.raise({
      kind: 'EMERGENCY_ACCESS_REVIEW',
      dedupeKey: grant.id,
      owner: { organisation, audience: 'PRIVACY_OFFICER' },
      clientId,
      dueAt: new Date(Date.parse(openedAt) + reviewDays * dayMs).toISOString(),
      details: {
        grant: grant.id,
        openedBy: { organisation, subject, audience },
        openedAt,
        endsAt,
        reason,
        note: keyring.open(grant.note),
      },
      excluded: [subject, ...(grant.onBehalfOf === undefined ? [] : [grant.onBehalfOf])].map((person) => ({
        organisation,
        subject: person,
      })),
    });
    const { version, ...rest } = grant;
    try {
      const opened = await grants.replace({ ...rest, state: 'OPEN' }, version);
      await notices.announce(notice);
      return opened;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return (await grants.get(grant.id)) ?? grant;
    }
  }

  /**
   * Those of everybody, as long as they are few: every request of a clinician asks, hardly anybody has one, and a question that is the
   * same for all callers of an hour is answered from memory.
   */
  async function runningNow({ organisation, subject }: Viewer, at: string): Promise<readonly EmergencyGrantDocument[]> {
    const sinceTheHour = { gte: `${at.slice(0, 13)}:00:00.000Z` };
    const all = await grants.find({ index: 'endsAt', where: { endsAt: sinceTheHour }, limit: mostRunning });
    if (all.length < mostRunning) return all;
    const where = { organisation, subject, endsAt: { gt: at } };
    return grants.find({ index: 'organisation_subject_endsAt', where, limit: mostRunning });
  }

  return {
    refusalOf: (viewer) => (mayOpen(viewer) ? undefined : notPermitted),
    async open(viewer, clientId, key, { reason, note }) {
      const policy = policyNow();
      const rule = policy.emergency;
      if (!rule || !mayOpen(viewer)) return notPermitted;
      if (!isIdempotencyKey(key)) {
        return refused('INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.');
      }
      if (note.trim() === '' || note.length > longestNote) {
        return refused('INVALID_INPUT', `note must be 1 to ${longestNote} characters.`);
      }
      const at = now();
      const inputDigest = keyring.inputDigest([clientId, reason, note]);
      const grant = await insertOnce({
        id: randomUUID(),
        clientId,
        ...personOf(viewer),
        audience: viewer.audience,
        purpose: viewer.purpose,
        reason,
        note: keyring.seal(note),
        state: 'OPENING',
        openedAt: new Date(at).toISOString(),
        endsAt: new Date(at + rule.hours * hourMs).toISOString(),
        policyVersion: policy.version,
        idempotencyKey: scopedKey(viewer, key),
        inputDigest,
      });
      if (grant.inputDigest !== inputDigest) {
        return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
      }
      return { kind: 'granted', grant: await finish(grant, rule.reviewWithinDays) };
    },
    async close(viewer, grantId) {
      const grant = await grants.get(grantId);
      if (!grant || !isOf(viewer, grant)) return refused('NOT_FOUND', 'No such emergency access of this caller.');
      const at = new Date(now()).toISOString();
      if (grant.endsAt <= at) return { kind: 'granted', grant };
      const { version, ...rest } = grant;
      try {
        return { kind: 'granted', grant: await grants.replace({ ...rest, endsAt: at, closedAt: at }, version) };
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        return refused('CHANGED_MEANWHILE', 'It was changed meanwhile: try again.');
      }
    },
    byId: (grantId) => grants.get(grantId),
    noteOf: ({ note }) => keyring.open(note),
    async openedBy({ organisation, subject, audience, purpose }, endedAfter) {
      const where = { organisation, subject, endsAt: { gt: endedAfter } };
      const found: EmergencyGrantDocument[] = [];
      for (let after: readonly Key[] | undefined; ;) {
        const page = await grants.find({
          index: 'organisation_subject_endsAt',
          where,
          limit: pageSize,
          ...(after && { after }),
        });
        found.push(...page);
        const last = page.at(-1);
        if (page.length < pageSize || !last) break;
        after = [last.endsAt, last.id];
      }
      return found.filter(
        (grant) => grant.state === 'OPEN' && grant.audience === audience && grant.purpose === purpose,
      );
    },
    async runningFor(viewer) {
      if (!mayOpen(viewer)) return none;
      const at = new Date(now()).toISOString();
      const { organisation, subject } = viewer;
      return new Map(
        (await runningNow(viewer, at))
          .filter((grant) => grant.state === 'OPEN' && grant.endsAt > at && isOf(viewer, grant))
          .map((grant) => [grant.clientId, { grant: grant.id, organisation, subject, endsAt: grant.endsAt, at }]),
      );
    },
  };
}

const none: ReadonlyMap<ClientId, EmergencyAccess> = new Map();

const refused = (reason: EmergencyRefusal, message: string): EmergencyOutcome => ({ kind: 'refused', reason, message });
const notPermitted = refused('NOT_PERMITTED', 'This caller may not open emergency access.');

const personOf = ({ organisation, subject, issuer, onBehalfOf }: Viewer) => ({
  organisation,
  subject,
  issuer,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});

/** One named person's, in the part and for the purpose in which they opened it. */
const isOf = (viewer: Viewer, grant: EmergencyGrantDocument): boolean =>
  grant.organisation === viewer.organisation &&
  grant.subject === viewer.subject &&
  grant.issuer === viewer.issuer &&
  grant.onBehalfOf === viewer.onBehalfOf &&
  grant.audience === viewer.audience &&
  grant.purpose === viewer.purpose;
