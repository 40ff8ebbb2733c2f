import type { Audience, ClientId, OrganisationId, Purpose } from '../../access/types.js';
import type { Stored } from '../port.js';

/** What a client is told of without asking. A new kind: its name here, and its words in `src/graph/notice-view.ts`. */
export const noticeKinds = ['EMERGENCY_ACCESS', 'FIRST_ACCESS', 'CORRECTION_ANSWERED'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that a client is told. What it says is read, when they read it, from what it is about. `id` is `<kind>:<about>`. */
export interface NoticeDocument extends Stored {
  readonly clientId: ClientId;
  readonly kind: NoticeKind;
  /** Internal id of what it is about. */
  readonly about: string;
  /** Whose act it tells of. */
  readonly organisation: OrganisationId;
  /** ISO instant; to the day where the person was seen in somebody else's record. */
  readonly at: string;
  /** Of a first access: who saw it. */
  readonly audience?: Audience;
  /** Of a first access: why. Absent where the person was seen in somebody else's record: that is the other person's affair. */
  readonly purpose?: Purpose;
}
