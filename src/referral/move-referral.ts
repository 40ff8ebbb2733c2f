import type { Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import { VersionConflict } from '../store/port.js';
import { tellParties } from './changes.js';
import { actorOf, instantOf, referralsOf, timesOf, type DeskParts } from './desk-parts.js';
import type { ReferralDocument } from './document.js';
import { changedMeanwhile, noSuchReferral, refused, reused, type ReferralOutcome, type Refused } from './outcome.js';
import { mayTakePart } from './parts.js';
import { createRelationSettling } from './relation.js';
import { sidesOf } from './sides.js';
import { step, type StepRequest } from './step.js';
import { keyFault } from './submission.js';
import { wayIn } from './way-in.js';

/** What somebody asks for, before it is known on which side they stand. */
export interface MoveInput extends Pick<StepRequest, 'move' | 'reason'> {
  readonly note?: string;
  readonly route?: Omit<NonNullable<StepRequest['route']>, 'overrideReason'> & { readonly overrideReason?: string };
}

const mostTries = 5;
const longestNote = 2_000;

/** One move of one referral, once: the same key with the same input finds what it did. */
export async function moveReferral(
  parts: DeskParts,
  viewer: Viewer,
  { id }: ReferralDocument,
  key: string,
  input: MoveInput,
): Promise<ReferralOutcome> {
  const { note, route, ...rest } = input;
  const fault = keyFault(key) ?? noteFault(note);
  if (fault !== undefined) return refused('INVALID_INPUT', fault);
  if (!mayTakePart(viewer.audience)) return refused('NOT_PERMITTED', 'This caller takes no part in referrals.');
  const referrals = referralsOf(parts);
  const settleRelation = createRelationSettling(parts);
  const idempotencyKey = scopedKey(viewer, key);
  const inputDigest = parts.keyring.inputDigest(['move', id, input]);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const current = await referrals.get(id);
    if (!current) return noSuchReferral;
    const earlier = current.history.find((event) => event.key === idempotencyKey);
    if (earlier && earlier.inputDigest !== inputDigest) return reused;
    if (earlier) return { kind: 'stored', document: await settleRelation(current) };
    const judged = input.move === 'SUBMIT' ? draftSent(parts, current) : current;
    if ('kind' in judged) return judged;
    const stepped = step(judged, {
      ...rest,
      ...(note !== undefined && { note: parts.keyring.seal(note) }),
      ...(route && { route: sealedRoute(route, parts) }),
      sides: sidesOf(current, viewer),
      by: actorOf(viewer),
      at: instantOf(parts),
      key: idempotencyKey,
      inputDigest,
      times: timesOf(parts, judged),
      streams: parts.gateways.find(current.programme, current.area)?.streams ?? [],
    });
    if (stepped.kind === 'refused') return stepped;
    try {
      const document = await settleRelation(await referrals.replace(stepped.document, current.version));
      await tellParties(parts.emit, document);
      return { kind: 'stored', document };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  return changedMeanwhile;
}

/** A draft goes in by the way, and begins under the version, of the day on which it is sent: whatever held when it was written. */
function draftSent(parts: DeskParts, draft: ReferralDocument): ReferralDocument | Refused {
  if (draft.state !== 'DRAFT') return draft;
  const way = wayIn(parts, draft, instantOf(parts).slice(0, 10));
  if (way.kind === 'refused') return way;
  const { organisation } = way.gateway;
  return {
    ...draft,
    programmeVersion: way.version.effectiveFrom,
    gatewayOrganisation: organisation,
    targetOrganisation: organisation,
  };
}

const sealedRoute = ({ overrideReason, ...route }: NonNullable<MoveInput['route']>, { keyring }: DeskParts) => ({
  ...route,
  ...(overrideReason !== undefined && { overrideReason: keyring.seal(overrideReason) }),
});

const noteFault = (note: string | undefined): string | undefined =>
  note === undefined || (note.trim() !== '' && note.length <= longestNote)
    ? undefined
    : `note must be 1 to ${longestNote} characters.`;
