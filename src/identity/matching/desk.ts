import { randomUUID } from 'node:crypto';
import { UpstreamError } from '../../../adapters/upstream-error.js';
import type { OrganisationId, Viewer } from '../../access/types.js';
import type { MatchDocument } from '../../store/documents/match.js';
import { DuplicateKey, VersionConflict } from '../../store/port.js';
import type { Store } from '../../store/port.js';
import type { TaskDesk } from '../../task/desk.js';
import type { Keyring } from '../keyring.js';
import { dedupeKeysOf } from './dedupe.js';
import type { LinkMatch } from './link.js';
import type { MatchModel } from './model.js';
import { descriptionOf, matchProposal, type MatchProposal } from './proposal.js';
import { searchFor, type SearchPds } from './search.js';

export type MatchDecision = 'LINK' | 'NOT_SAME';
export type MatchRefusal = 'NOT_FOUND' | 'NOT_PERMITTED' | 'ALREADY_DECIDED' | 'LINKED_OTHERWISE' | 'CHANGED_MEANWHILE';
export type MatchOutcome =
  | { readonly kind: 'decided'; readonly match: MatchDocument }
  | { readonly kind: 'refused'; readonly reason: MatchRefusal };

/**
 * People whom an organisation can describe and not number. PDS is searched in the background; whom it finds is a possible match, which
 * is nobody's record and shows nothing to anybody, until a reviewer of the body that runs the hub has decided.
 */
export interface MatchDesk {
  /** Durable when it resolves; the match that the same description already has, if any. Tells nothing of who was found. */
  request(
    by: MatchDocument['requestedBy'],
    origin: MatchDocument['origin'],
    proposal: MatchProposal,
  ): Promise<MatchDocument>;
  byId(id: string): Promise<MatchDocument | undefined>;
  /** By a privacy officer of the operator, and never by whoever asked. Deciding the same again is done, not refused. */
  decide(
    match: MatchDocument,
    by: Pick<Viewer, 'subject' | 'organisation' | 'audience'>,
    decision: MatchDecision,
    reason: string | undefined,
  ): Promise<MatchOutcome>;
  /** Searches PDS for what was requested, and finishes what a crash cut short, once. */
  workDue(search: SearchPds): Promise<void>;
}

const batch = 50;
/** How long a search that PDS could not answer waits. */
const putOffMs = 10 * 60_000;
/** By when a reviewer must have looked. */
const reviewWithinMs = 5 * 24 * 3_600_000;

export function createMatchDesk({
  store,
  keyring,
  tasks,
  model,
  operator,
  link,
  now,
}: {
  store: Store;
  keyring: Keyring;
  tasks: TaskDesk;
  model: MatchModel;
  operator: OrganisationId;
  link: LinkMatch;
  now: () => number;
}): MatchDesk {
  const matches = store.collection('matches');
  const instant = (later = 0): string => new Date(now() + later).toISOString();
  const proposalOf = ({ proposal }: MatchDocument): MatchProposal =>
    matchProposal.parse(JSON.parse(keyring.open(proposal)));

  const replace = async (
    { version, ...match }: MatchDocument,
    changes: Partial<MatchDocument>,
  ): Promise<MatchDocument> => matches.replace({ ...match, ...changes }, version);

  /**
   * PDS may know them by now; what a reviewer decided stays decided. Written in any case: whether it had to be must not show in the time
   * that it takes.
   */
  const again = async (match: MatchDocument): Promise<MatchDocument> =>
    replace(match, match.state === 'NO_MATCH' ? { state: 'REQUESTED', workDueAt: instant() } : {}).catch(() => match);

  async function trace(match: MatchDocument, search: SearchPds): Promise<void> {
    const { description } = proposalOf(match);
    const found = await searchFor(description, search);
    const waterfall = found && model.compare(description, descriptionOf(found, instant().slice(0, 10)));
    if (!found || !waterfall || waterfall.total < model.reviewFrom) {
      await replace(match, { state: 'NO_MATCH' });
      return;
    }
    // The task first: a match that waits for a decision has somebody who must take it, whatever happens in between.
    await tasks.raise({
      kind: 'MATCH_REVIEW',
      dedupeKey: match.id,
      owner: { organisation: operator, audience: 'PRIVACY_OFFICER' },
      dueAt: instant(reviewWithinMs),
      details: {
        match: match.id,
        origin: match.origin,
        requestedBy: { organisation: match.requestedBy.organisation, subject: match.requestedBy.subject },
        description,
        waterfall: { ...waterfall, steps: [...waterfall.steps] },
      },
      excluded: [match.requestedBy],
    });
    await replace(match, { state: 'POSSIBLE', candidate: keyring.seal(found.nhsNumber), waterfall });
  }

  /** Each step finds what an earlier attempt did: whatever a crash left undone is done by the next. */
  async function finish(match: MatchDocument): Promise<MatchDocument> {
    const { candidate, decidedBy } = match;
    if (candidate === undefined || decidedBy === undefined)
      throw new Error('A match is linked to whom it was decided for');
    const clientId = await link(
      match.id,
      keyring.open(candidate),
      proposalOf(match),
      decidedBy,
      match.decidedAt ?? instant(),
    );
    // The task before the last word: until that is stored, the next attempt comes this way again.
    await tasks.close('MATCH_REVIEW', match.id, decidedBy, 'LINKED');
    return replace(match, { state: 'LINKED', clientId });
  }

  async function work(match: MatchDocument, search: SearchPds): Promise<void> {
    try {
      await (match.state === 'REQUESTED' ? trace(match, search) : finish(match));
    } catch (error) {
      if (error instanceof VersionConflict) return; // another hub did it
      if (!(error instanceof UpstreamError)) throw error;
      await replace(match, { workDueAt: instant(putOffMs) });
    }
  }

  return {
    async request(by, origin, proposal) {
      const [dedupeKey, ...formerKeys] = dedupeKeysOf(keyring, by.organisation, proposal);
      for (const former of formerKeys) {
        const [known] = await matches.find({ index: 'dedupeKey', where: { dedupeKey: former }, limit: 1 });
        if (known) return again(known);
      }
      try {
        return await matches.insert({
          id: randomUUID(),
          dedupeKey,
          state: 'REQUESTED',
          workDueAt: instant(),
          origin,
          requestedBy: by,
          proposal: keyring.seal(JSON.stringify(proposal)),
          requestedAt: instant(),
        });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        const [earlier] = await matches.find({ index: 'dedupeKey', where: { dedupeKey }, limit: 1 });
        if (!earlier) throw error;
        return again(earlier);
      }
    },
    byId: (id) => matches.get(id),
    async decide(match, by, decision, reason) {
      if (by.organisation !== operator || by.audience !== 'PRIVACY_OFFICER') return refused('NOT_FOUND');
      const wanted = decision === 'LINK' ? (['LINKING', 'LINKED'] as const) : (['NOT_SAME'] as const);
      if (match.state === 'NOT_SAME' && match.decidedBy) {
        // Its task may still stand where a crash came between; whoever comes next closes it.
        await tasks.close('MATCH_REVIEW', match.id, match.decidedBy, 'NOT_SAME');
      }
      if ((wanted as readonly string[]).includes(match.state)) {
        if (!isSame(match.decidedBy, by)) return refused('ALREADY_DECIDED');
        return { kind: 'decided', match: match.state === 'LINKING' ? await finish(match) : match };
      }
      if (match.state === 'REQUESTED' || match.state === 'NO_MATCH') return refused('NOT_FOUND');
      if (match.state !== 'POSSIBLE') return refused('ALREADY_DECIDED');
      if (isSame(match.requestedBy, by)) return refused('NOT_PERMITTED');
      if (decision === 'LINK' && match.candidate !== undefined) {
        if (!(await link.mayLink(keyring.open(match.candidate), proposalOf(match)))) return refused('LINKED_OTHERWISE');
      }
      try {
        const decided = await replace(match, {
          state: decision === 'LINK' ? 'LINKING' : 'NOT_SAME',
          workDueAt: instant(),
          decidedBy: { subject: by.subject, organisation: by.organisation },
          decidedAt: instant(),
          ...(reason !== undefined && { reason: keyring.seal(reason) }),
        });
        if (decision === 'LINK') return { kind: 'decided', match: await finish(decided) };
        await tasks.close('MATCH_REVIEW', match.id, by, 'NOT_SAME');
        return { kind: 'decided', match: decided };
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        // The background may have finished what this decided: then it is decided.
        const now = await matches.get(match.id);
        const isDone = now && (wanted as readonly string[]).includes(now.state) && isSame(now.decidedBy, by);
        return isDone === true ? { kind: 'decided', match: now } : refused('CHANGED_MEANWHILE');
      }
    },
    async workDue(search) {
      for (const state of ['LINKING', 'REQUESTED'] as const) {
        for (;;) {
          const due = await matches.find({
            index: 'state_workDueAt',
            where: { state, workDueAt: { lte: instant() } },
            limit: batch,
          });
          for (const match of due) await work(match, search);
          if (due.length < batch) break;
        }
      }
    },
  };
}

const refused = (reason: MatchRefusal): MatchOutcome => ({ kind: 'refused', reason });

const isSame = (
  one: { readonly organisation: string; readonly subject: string } | undefined,
  other: { readonly organisation: string; readonly subject: string },
): boolean => one?.organisation === other.organisation && one.subject === other.subject;
