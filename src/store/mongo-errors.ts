/** MongoDB's errors as the port's. The driver's own carry the document, so none of them is passed on. */
import type { Model } from './models/declare.js';
import type { Wire, WireDocument } from './mongo-collection.js';
import { DuplicateKey, StoreUnavailable } from './port.js';
import type { Stored } from './port.js';

const duplicateKeyCode = 11000;

/** What a failed write of these documents means; takes back those that were stored before the one that failed. */
export async function explain(
  wire: Wire,
  model: Model,
  documents: readonly Stored[],
  error: unknown,
): Promise<DuplicateKey | StoreUnavailable> {
  const { code, message, writeErrors } = error as {
    readonly code?: number | string;
    readonly message?: string;
    readonly writeErrors?: unknown;
  };
  if (code !== duplicateKeyCode) return new StoreUnavailable(`MongoDB could not write (${code ?? 'no code'})`);
  const failedAt = Array.isArray(writeErrors) ? Number((writeErrors[0] as { index?: unknown }).index ?? 0) : 0;
  const failed = documents[failedAt];
  const named = /index: (\S+) dup key/.exec(String(message))?.[1];
  const index = named?.replace(/^_id_$/, 'id') ?? (failed && (await findTaken(wire, model, failed))) ?? 'id';
  if (failedAt > 0) await wire.deleteMany({ _id: { $in: documents.slice(0, failedAt).map(({ id }) => id) } });
  return new DuplicateKey(model.name, index);
}

/** Which unique index is taken, for servers that do not say (FerretDB). */
async function findTaken(wire: Wire, model: Model, failed: Stored): Promise<string | undefined> {
  for (const [name, { fields, unique }] of Object.entries(model.indexes)) {
    if (!unique || name === 'id') continue;
    const values = failed as unknown as WireDocument;
    const key = Object.fromEntries(fields.map((field) => [field, values[field]]));
    if (await wire.exists({ ...key, _id: { $ne: failed.id } })) return name;
  }
  return undefined;
}
