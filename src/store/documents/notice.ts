import type { ClientId, OrganisationId } from '../../access/types.js';
import type { Stored } from '../port.js';

/** What a client is told of without asking. A new kind: its name here, and its words in `src/graph/notice-view.ts`. */
export const noticeKinds = ['EMERGENCY_ACCESS'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that a client is told. What it says is read, when they read it, from what it is about. `id` is `<kind>:<about>`. */
export interface NoticeDocument extends Stored {
  readonly clientId: ClientId;
  readonly kind: NoticeKind;
  /** Internal id of what it is about. */
  readonly about: string;
  /** Whose act it tells of. */
  readonly organisation: OrganisationId;
  /** ISO instant. */
  readonly at: string;
}
