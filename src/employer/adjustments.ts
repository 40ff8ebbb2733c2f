import type { ClientId, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { Store } from '../store/port.js';
import { moveAdjustment, type AdjustmentSide } from './adjustment-machine.js';
import type { AdjustmentDocument } from './document.js';
import { actorOf, madeBy } from './made.js';
import { appendOnce, idOf, insertOnce } from './once.js';
import { refused, type Outcome } from './refusal.js';
import type { AdjustmentEffect, AdjustmentMove, AdjustmentType } from './words.js';

export interface NewAdjustment {
  readonly type: AdjustmentType;
  readonly wording: string;
  /** UUID of the client's case that it is part of. */
  readonly caseId?: string;
}

export interface AdjustmentStep {
  readonly move: AdjustmentMove;
  readonly on: string;
  readonly effect?: AdjustmentEffect;
}

/** Adjustments at work, each one person's at one employer. */
export interface AdjustmentDesk {
  propose(
    viewer: Viewer,
    key: string,
    employerId: string,
    clientId: ClientId,
    adjustment: NewAdjustment,
  ): Promise<Outcome<AdjustmentDocument>>;
  move(
    viewer: Viewer,
    key: string,
    adjustmentId: string,
    side: AdjustmentSide,
    step: AdjustmentStep,
  ): Promise<Outcome<AdjustmentDocument>>;
  byId(id: string): Promise<AdjustmentDocument | undefined>;
  /** Newest first under each client. */
  ofClients(clients: readonly ClientId[], employerId?: string): Promise<readonly AdjustmentDocument[]>;
  open(text: AdjustmentDocument['wording']): string;
}

const mostAdjustments = 200;

export function createAdjustmentDesk({
  store,
  keyring,
  at,
}: {
  store: Store;
  keyring: Keyring;
  at: () => string;
}): AdjustmentDesk {
  const adjustments = store.collection('adjustments');
  return {
    propose: (viewer, key, employerId, clientId, { type, wording, caseId }) =>
      insertOnce(adjustments, {
        id: idOf('adjustment', viewer, key),
        employerId,
        clientId,
        type,
        wording: keyring.seal(wording),
        state: 'PROPOSED',
        ...(caseId !== undefined && { caseId }),
        history: [],
        ...madeBy(viewer, at(), keyring.inputDigest([employerId, clientId, type, wording, caseId ?? null])),
      }),
    move(viewer, key, adjustmentId, side, { move, on, effect }) {
      const entry = {
        key: scopedKey(viewer, key),
        inputDigest: keyring.inputDigest([adjustmentId, move, on, effect ?? null]),
      };
      return appendOnce(
        adjustments,
        adjustmentId,
        entry,
        ({ history }) => history,
        (document) => {
          const result = moveAdjustment(document.state, move, side, effect);
          if (result.kind === 'refused') return refused(result.reason, words[result.reason]);
          const told = effect === undefined ? {} : { effect };
          const event = { move, to: result.to, ...told, on, at: at(), by: actorOf(viewer), ...entry };
          return {
            kind: 'done',
            document: { ...document, ...told, state: result.to, history: [...document.history, event] },
          };
        },
      );
    },
    byId: (id) => adjustments.get(id),
    async ofClients(clients, employerId) {
      const found = await Promise.all(
        clients.map((clientId) => {
          const page = { order: 'descending', limit: mostAdjustments } as const;
          return employerId === undefined
            ? adjustments.find({ index: 'clientId_recordedAt', where: { clientId }, ...page })
            : adjustments.find({ index: 'employerId_clientId_recordedAt', where: { employerId, clientId }, ...page });
        }),
      );
      return found.flat();
    },
    open: (text) => keyring.open(text),
  };
}

const words = {
  NOT_IN_THIS_STATE: 'The adjustment is not in a state from which that leads on.',
  NOT_FOR_THIS_SIDE: 'That is not for this side to say.',
  INVALID_INPUT: 'effect is given with REVIEW, and with nothing else.',
} as const;
