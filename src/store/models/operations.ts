import type { OperationDocument } from '../documents/operation.js';
import { declareCollection, index, instant, required, text } from './declare.js';

/** The texts of operations that were asked. */
export const operations = declareCollection<OperationDocument>()(
  'operations',
  { text, firstAskedAt: required(instant) },
  { firstAskedAt: index('firstAskedAt') },
);
