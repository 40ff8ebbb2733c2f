import { audiences, purposes } from '../../access/types.js';
import { noticeKinds, type NoticeDocument } from '../documents/notice.js';
import { declareCollection, index, instant, oneOf, required, text } from './declare.js';

/** What clients are told of without asking. */
export const notices = declareCollection<NoticeDocument>()(
  'notices',
  {
    clientId: text,
    kind: required(oneOf(noticeKinds)),
    about: text,
    organisation: text,
    at: required(instant),
    audience: oneOf(audiences),
    purpose: oneOf(purposes),
  },
  { clientId_at: index('clientId', 'at') },
);
