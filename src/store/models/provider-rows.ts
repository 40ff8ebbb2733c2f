import type { ProviderRowDocument } from '../documents.js';
import { declareCollection, index, instant, required, sealed, text } from './declare.js';

/** Accepted rows of providers' CSV files. */
export const providerRows = declareCollection<ProviderRowDocument>()(
  'providerRows',
  { provider: text, subjectKey: text, row: required(sealed), fileDigest: text, importedAt: required(instant) },
  { provider_subjectKey: index('provider', 'subjectKey') },
);
