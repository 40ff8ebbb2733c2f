import type { ProviderFileDocument } from '../documents.js';
import { count, declareCollection, index, instant, listOf, part, required, text } from './declare.js';

const fault = part({ row: required(count), column: { type: String }, fault: text });

/** Files that providers dropped, and what became of them. */
export const providerFiles = declareCollection<ProviderFileDocument>()(
  'providerFiles',
  {
    provider: text,
    accepted: { type: Boolean, required: true },
    rows: required(count),
    faults: listOf(fault),
    receivedAt: required(instant),
  },
  { provider_receivedAt: index('provider', 'receivedAt') },
);
