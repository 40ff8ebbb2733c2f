import type { Model as MongooseModel } from 'mongoose';
import type { IndexDeclarations, Model } from './models/declare.js';
import { filterFor } from './mongo-queries.js';
import { explain } from './mongo-errors.js';
import { largestLimit, planCount, plansFor } from './plan.js';
import { RefusedQuery, VersionConflict } from './port.js';
import type { Collection, Key, ReadyDocuments, Stored } from './port.js';
import { compileValidator } from './validate.js';

/** A document as MongoDB holds it. */
export type WireDocument = Readonly<Record<string, unknown>> & { readonly _id: string; readonly version: number };
export type Wire = MongooseModel<WireDocument>;

/** `id` goes over the wire as `_id`. */
export function toWire({ id, ...fields }: Stored): WireDocument {
  return { _id: id, ...fields };
}

/** What stands in the database was validated when it was written. */
export function fromWire({ _id, ...fields }: WireDocument): Stored {
  return { id: _id, ...fields };
}

/** What `ready` makes and `insertReady` is given. */
interface ReadyPrepared<Document> extends ReadyDocuments {
  readonly prepared: readonly Document[];
}

/** The port's verbs as mongoose calls: lean both ways, since `validate.ts` has checked by the same schema. */
export function mongoCollection<Document extends Stored, Indexes extends IndexDeclarations>(
  wire: Wire,
  model: Model,
): Collection<Document, Indexes> {
  const { name } = model;
  const validate = compileValidator(model);
  const prepare = (document: Omit<Document, 'version'>, version: number): Document => {
    validate(document);
    return { ...document, version } as Document;
  };
  const attempt = async <Answer>(documents: readonly Document[], write: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await write();
    } catch (error) {
      throw await explain(wire, model, documents, error);
    }
  };
  const insertAll = (documents: readonly Document[]) =>
    attempt(documents, () => wire.insertMany(documents.map(toWire), { lean: true, ordered: true }));
  const prepareAll = (documents: readonly Omit<Document, 'version'>[]): readonly Document[] =>
    documents.map((document) => prepare(document, 1));
  const insertPrepared = async (prepared: readonly Document[]): Promise<void> => {
    if (prepared.length > 0) await insertAll(prepared);
  };
  return {
    name,
    async get(id) {
      const found = await wire.findById(id).lean<WireDocument>();
      return found ? (fromWire(found) as Document) : undefined;
    },
    async getMany(ids) {
      if (ids.length > largestLimit) throw new RefusedQuery(`${name}: at most ${largestLimit} ids`);
      const answer = await wire.find({ _id: { $in: [...ids] } }).lean<WireDocument[]>();
      const found = new Map(answer.map((each) => [each._id, fromWire(each) as Document]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async find(query) {
      const found: Document[] = [];
      for (const plan of plansFor(model, query)) {
        const limit = query.limit - found.length;
        if (limit === 0) break;
        const { filter, sort } = filterFor(plan);
        const page = await wire.find(filter).sort(sort).limit(limit).lean<WireDocument[]>();
        found.push(...page.map((each) => fromWire(each) as Document));
      }
      return found;
    },
    async insert(document) {
      const stored = prepare(document, 1);
      await insertAll([stored]);
      return stored;
    },
    insertMany: async (documents) => insertPrepared(prepareAll(documents)),
    ready: (documents) => {
      const prepared = prepareAll(documents);
      return { count: prepared.length, prepared } satisfies ReadyPrepared<Document>;
    },
    insertReady: (ready) =>
      insertPrepared((ready as readonly ReadyPrepared<Document>[]).flatMap(({ prepared }) => prepared)),
    async replace(document, expectedVersion) {
      const stored = prepare(document, expectedVersion + 1);
      const { _id, ...fields } = toWire(stored);
      const { matchedCount } = await attempt([stored], () =>
        wire.replaceOne({ _id, version: expectedVersion }, fields),
      );
      if (matchedCount === 0) throw new VersionConflict(name);
      return stored;
    },
    async remove(_id, version) {
      const { deletedCount } = await wire.deleteOne({ _id, version });
      if (deletedCount === 0) throw new VersionConflict(name);
    },
    async countBy({ index, where }, field) {
      const { equal } = planCount(model, { index, where }, field);
      const present = { ...Object.fromEntries(equal), [field]: { $exists: true } };
      const groups = await wire.aggregate<{ _id: Key; count: number }>([
        { $match: present },
        { $group: { _id: `$${field}`, count: { $sum: 1 } } },
      ]);
      return new Map(groups.map(({ _id, count }) => [_id, count]));
    },
  };
}
