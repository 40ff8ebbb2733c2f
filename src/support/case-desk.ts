import { randomUUID } from 'node:crypto';
import type { OrganisationId, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import type { Programmes, ProgrammeVersion } from '../programme/programme.js';
import type { Sealed } from '../store/documents.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import { addDays } from '../programme/calendar.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { KnownFacts } from '../programme/facts.js';
import type { Action, Actor, Assessment, CaseDocument, CaseEvent, Needs, Plan, Version } from './case-document.js';
import type { CaseFollowUps } from './follow-ups.js';
import { openCase, type Opening } from './open-case.js';
import type { Places } from './places.js';
import { keyFault, refused, type Refusal } from './refusal.js';
import type { CaseEventKind } from './words.js';

export type CaseOutcome = { readonly kind: 'stored'; readonly document: CaseDocument } | Refusal;

/** What a change is made with. */
export interface ChangeContext {
  readonly programme: ProgrammeVersion;
  readonly by: Actor;
  /** ISO instant, and its day. */
  readonly at: string;
  readonly today: string;
  readonly seal: Keyring['seal'];
  readonly open: Keyring['open'];
  readonly newId: () => string;
  /** Of an assessment: whether another case holds one of this person that is not old. */
  readonly assessedElsewhere?: boolean;
}

/** One verb of case work: pure, from a case to the next, or why not. */
export type Change = (current: CaseDocument, context: ChangeContext) => Omit<CaseDocument, 'history'> | Refusal;

/** Cases, one at a time. Each change is one write of one document: done and durable, or not done. */
export interface CaseDesk {
  /** Durable when it resolves as stored. The same key with the same input finds the first result. */
  open(viewer: Viewer, key: string, opening: Opening): Promise<CaseOutcome>;
  /** @param input what the same key must come with again */
  change(
    viewer: Viewer,
    id: string,
    key: string,
    step: { kind: CaseEventKind; input: unknown; change: Change },
  ): Promise<CaseOutcome>;
  /** The person came to a session: nobody waits for that any longer. What a crash leaves open, the watch closes within a day. */
  attended(id: string, by: Viewer): Promise<void>;
  byId(id: string): Promise<CaseDocument | undefined>;
  /** What a change of this desk sealed. */
  readonly read: CaseReader;
}

/** Opens what lies sealed in a case. */
export interface CaseReader {
  facts(document: CaseDocument): KnownFacts;
  assessment(version: Version): Assessment;
  plan(version: Version): Plan;
  needs(document: CaseDocument): Needs | undefined;
  action(action: Action): string;
  /** Free text that a change sealed by itself. */
  text(sealed: Sealed): string;
}

const mostTries = 5;
/** Half a year: our own choice. An assessment that is older than that is due again, and no repetition. */
const repeatedWithinDays = 183;
/** Cases of one person that are looked at: far more than anybody has. */
const mostCases = 200;

export function createCaseDesk({
  store,
  keyring,
  programmes,
  emit,
  followUps,
  places,
  now,
}: {
  store: Store;
  keyring: Keyring;
  programmes: Programmes;
  emit: (event: HubEvent) => Promise<void>;
  followUps: CaseFollowUps<CaseDocument>;
  places: Places;
  now: () => number;
}): CaseDesk {
  const collection = store.collection('cases');

  /** Tells whoever runs the case, and whoever has taken on an action in it, that it is another now. */
  const stored = async (document: CaseDocument): Promise<CaseOutcome> => {
    const { id, clientId, organisation, actions } = document;
    const organisations = new Set([organisation, ...actions.map(({ owner }) => owner)]);
    await Promise.all(
      [...organisations].map((each) => emit({ kind: 'CASE_CHANGED', about: id, organisation: each, clientId })),
    );
    return { kind: 'stored', document };
  };

  /** What a crash left undone is done when the same key comes again, if the watch was not there first. */
  const settled = async (document: CaseDocument, by?: Viewer): Promise<CaseDocument> =>
    document.ground === undefined && document.nextLookOn > new Date(now()).toISOString().slice(0, 10)
      ? document
      : followUps.settle(document, by);

  const contextFor = (viewer: Viewer, programme: ProgrammeVersion): ChangeContext => {
    const at = new Date(now()).toISOString();
    return {
      programme,
      by: actorOf(viewer),
      at,
      today: at.slice(0, 10),
      seal: (text) => keyring.seal(text),
      open: (sealed) => keyring.open(sealed),
      newId: randomUUID,
    };
  };

  async function assessedElsewhere({ id, clientId }: CaseDocument): Promise<boolean> {
    const since = addDays(new Date(now()).toISOString().slice(0, 10), -repeatedWithinDays);
    const all = await collection.find({ index: 'clientId_openedAt', where: { clientId }, limit: mostCases });
    return all.some((each) => each.id !== id && each.assessments.some(({ at }) => at.slice(0, 10) >= since));
  }

  async function insertOnce(document: Omit<CaseDocument, 'version'>): Promise<CaseOutcome> {
    try {
      return await stored(await followUps.settle(await collection.insert(document)));
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      const earlier = await madeBefore(document.idempotencyKey, document.inputDigest);
      return (
        earlier ??
        refused('ALREADY_RECORDED', 'The person has an open case in this programme, or the referral has one.')
      );
    }
  }

  /** What the same key opened before; undefined where it opened nothing. */
  async function madeBefore(idempotencyKey: string, inputDigest: string): Promise<CaseOutcome | undefined> {
    const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
    if (!earlier) return undefined;
    return earlier.inputDigest === inputDigest ? { kind: 'stored', document: await settled(earlier) } : reused;
  }

  return {
    async open(viewer, key, opening) {
      const fault = keyFault(key);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      if (!mayWorkCases(viewer)) return refused('NOT_PERMITTED', 'This caller may not open cases.');
      const today = new Date(now()).toISOString().slice(0, 10);
      const programme =
        opening.programmeVersion === undefined
          ? programmes.current(opening.programme, today)
          : programmes.version(opening.programme, opening.programmeVersion);
      if (!programme) return refused('NOT_IN_PROGRAMME', 'programme is none that this hub knows on that day.');
      const context = contextFor(viewer, programme);
      const idempotencyKey = scopedKey(viewer, key);
      // The referral says by which way it came: it is no part of what the caller asked for.
      const { channel: _said, ...asked } = opening;
      const inputDigest = keyring.inputDigest(['open', asked]);
      const opened = openCase(opening, context);
      if ('kind' in opened) return opened;
      const entry = await places.entryOf(opened.programme, opened.clientId);
      const { id: caseId, area, stream, referral } = opened;
      const place = { caseId, area, stream, entry, ...(referral !== undefined && { referral }) };
      if ((await places.give(programme, place)) === 'FULL') {
        const earlier = await madeBefore(idempotencyKey, inputDigest);
        return earlier ?? refused('FULL', `${programme.definition.name} has no place left in this area and stream.`);
      }
      const event: CaseEvent = { kind: 'OPENED', at: context.at, by: context.by, key: idempotencyKey, inputDigest };
      return insertOnce({ ...opened, entry, history: [event], idempotencyKey, inputDigest });
    },

    async change(viewer, id, key, { kind, input, change }) {
      const fault = keyFault(key);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const idempotencyKey = scopedKey(viewer, key);
      const inputDigest = keyring.inputDigest([kind, id, input]);
      for (let tries = 1; ; tries += 1) {
        const current = await collection.get(id);
        if (!current) return refused('NOT_FOUND', 'No such case for this caller.');
        const earlier = current.history.find((event) => event.key === idempotencyKey);
        if (earlier && earlier.inputDigest !== inputDigest) return reused;
        if (earlier) return { kind: 'stored', document: await settled(current, viewer) };
        const programme = programmes.version(current.programme, current.programmeVersion);
        if (!programme)
          return refused('NOT_IN_PROGRAMME', 'The version of the programme that the case began under is gone.');
        const context: ChangeContext = {
          ...contextFor(viewer, programme),
          ...(kind === 'ASSESSED' && { assessedElsewhere: await assessedElsewhere(current) }),
        };
        const changed = change(current, context);
        if ('kind' in changed) return changed;
        const event: CaseEvent = { kind, at: context.at, by: context.by, key: idempotencyKey, inputDigest };
        try {
          const { version: _stored, ...next } = changed;
          const moves = kind === 'EXTENDED' || kind === 'DISCHARGED';
          const raised = moves ? { raised: await followUps.raisedOf(current) } : {};
          const document = await collection.replace(
            { ...next, ...raised, history: [...current.history, event] },
            current.version,
          );
          return await stored(moves ? await followUps.settle(document, viewer) : document);
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
          if (tries >= mostTries) return refused('CHANGED_MEANWHILE', 'The case was changed meanwhile: read it again.');
        }
      }
    },

    async attended(id, by) {
      const document = await collection.get(id);
      if (document?.raised?.some(({ clock }) => clock === 'NO_CONTACT') === true) await followUps.settle(document, by);
    },

    byId: (id) => collection.get(id),
    read: createReader(keyring),
  };
}

const reused = refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');

/** Who works on cases, each on those of their own organisation. */
export const mayWorkCases = ({ audience }: Pick<Viewer, 'audience'>): boolean =>
  audience === 'WORK_AND_HEALTH_COACH' || audience === 'PROVIDER_MANAGER' || audience === 'CLINICIAN';

/** Why this viewer may not change this case, if they may not. */
export const strangerTo = (
  { organisation }: { readonly organisation: OrganisationId },
  viewer: Viewer,
): Refusal | undefined =>
  organisation === viewer.organisation && mayWorkCases(viewer)
    ? undefined
    : refused('NOT_PERMITTED', 'Only the organisation that runs the case changes it.');

/** Encoded, so that no two callers' names can run together into one. */
export const scopedKey = ({ organisation, subject }: Viewer, key: string): string =>
  [organisation, subject, key].map(encodeURIComponent).join(':');

export const actorOf = ({ subject, organisation, audience }: Viewer): Actor => ({ subject, organisation, audience });

/** What was sealed here is what a change wrote: a parsed edge of our own making, authenticated by the seal. */
function createReader(keyring: Keyring): CaseReader {
  const open = (sealed: Sealed): unknown => JSON.parse(keyring.open(sealed));
  return {
    facts: ({ facts }) => open(facts) as KnownFacts,
    assessment: ({ content }) => open(content) as Assessment,
    plan: ({ content }) => open(content) as Plan,
    needs: ({ needs }) => (needs === undefined ? undefined : (open(needs) as Needs)),
    action: ({ description }) => open(description) as string,
    text: (sealed) => open(sealed) as string,
  };
}
