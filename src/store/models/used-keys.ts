import type { UsedKeyDocument } from '../documents/used-key.js';
import { declareCollection, digest, index, instant, required } from './declare.js';

/** Which input each caller's idempotency keys stand for. */
export const usedKeys = declareCollection<UsedKeyDocument>()(
  'usedKeys',
  { inputDigest: required(digest), usedAt: required(instant) },
  { usedAt: index('usedAt') },
);
