/** What stands in the outbox of a referral: messages to other organisations, each delivered once however often it is sent. */
import type { OrganisationId } from '../access/types.js';

export const messageKinds = ['NEW', 'UPDATE', 'CANCEL'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const deliveryStates = ['WAITING', 'DELIVERED', 'DEAD'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface OutboxEntry {
  /** UUID. The bundle's id, the same on every attempt. */
  readonly id: string;
  /** UUID. `X-Request-ID`, the same on every attempt: a receiver tells repeats by it. */
  readonly requestId: string;
  readonly kind: MessageKind;
  readonly to: OrganisationId;
  readonly state: DeliveryState;
  readonly queuedAt: string;
  readonly attempts: number;
  /** ISO instant before which it is not sent; of the lease's end, while somebody holds it. */
  readonly dueAt: string;
  /** Who sends it just now: nobody else does until `dueAt`. */
  readonly holder?: string;
  /** When somebody had it sent again that had been given up. */
  readonly resentAt?: string;
  /** How often; each time a link is another one. Absent: never. */
  readonly resends?: number;
  readonly deliveredAt?: string;
  /** What came of the last attempt, from a closed list: never an upstream's own words. */
  readonly lastFault?: string;
}
