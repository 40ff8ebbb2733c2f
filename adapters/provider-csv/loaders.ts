import DataLoader from 'dataloader';
import type { ProviderRowDocument } from '../../src/store/documents.js';
import type { Key, Store } from '../../src/store/port.js';
import type { CallContext, SourceAnswer, UpstreamSubject } from '../contract.js';
import { workStatusOf } from '../paid-work.js';
import type { EmploymentSpell, MeasureScore, Referral, SupportCase, WorkStatusStatement } from '../records.js';
import { UpstreamError } from '../upstream-error.js';
import type { ProviderRow } from './column-specification.js';
import type { ProviderCsvGround } from './import.js';
import { mapRow, source, type MappedRow } from './mapper.js';
import { newestOfEach } from './newest-of-each.js';
import { described, numbered } from './whose-row.js';

/** What a request may ask of the files. All five share one read per person, and the people of one tick share a query. */
export interface ProviderCsvLoaders {
  readonly employment: Ask<EmploymentSpell>;
  readonly workStatus: Ask<WorkStatusStatement>;
  readonly referrals: Ask<Referral>;
  readonly support: Ask<SupportCase>;
  readonly measures: Ask<MeasureScore>;
}

type Ask<Item> = (subject: UpstreamSubject) => Promise<SourceAnswer<Item>>;

export interface LoaderParts {
  readonly provider: string;
  readonly ground: ProviderCsvGround;
  readonly now: () => number;
}

const flat = <Item>(lists: readonly (readonly Item[])[]): readonly Item[] => lists.flat();

interface Rows {
  readonly rows: readonly MappedRow[];
  readonly retrievedAt: string;
}

const page = 1_000;

export function createProviderCsvLoaders(
  { provider, ground, now }: LoaderParts,
  call: CallContext,
): ProviderCsvLoaders {
  const byKey = new DataLoader<string, readonly ProviderRowDocument[]>(
    async (keys) => {
      const found = await readRows(ground.store, provider, keys);
      return keys.map((key) => found.filter(({ subjectKey }) => subjectKey === key));
    },
    { maxBatchSize: 100 },
  );
  const rowsOf = async (subject: UpstreamSubject): Promise<Rows> => {
    if (call.signal.aborted) throw new UpstreamError(source, 'CANCELLED');
    const describedId = subject.externalIds[source];
    const keys = [
      numbered(provider, subject.nhsNumber),
      // Rows that describe the client count for them once a reviewer has said so: the link is the client's id in this source.
      ...(describedId === undefined ? [] : [described(provider, describedId)]),
    ].flatMap(({ kind, value }) => ground.keyring.lookupKeys(kind, value));
    const documents = await Promise.all(keys.map((key) => byKey.load(key))).then(flat, () => {
      throw new UpstreamError(source, 'UNREACHABLE');
    });
    const imports = documents.map(({ importedAt }) => importedAt).sort();
    return {
      rows: documents.map((document) => mapRow(openRow(document, ground), document.importedAt)),
      retrievedAt: imports.at(-1) ?? new Date(now()).toISOString(),
    };
  };
  const section =
    <Item>(items: (rows: readonly MappedRow[]) => readonly Item[]) =>
    async (subject: UpstreamSubject): Promise<SourceAnswer<Item>> => {
      const { rows, retrievedAt } = await rowsOf(subject);
      return { items: items(rows), retrievedAt, complete: true };
    };
  const employmentOf = (rows: readonly MappedRow[]) => newestOfEach(rows.flatMap(({ employment }) => employment ?? []));
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  return {
    employment: section(employmentOf),
    workStatus: section((rows) => workStatusOf(employmentOf(rows), today())),
    referrals: section((rows) => newestOfEach(rows.flatMap(({ referral }) => referral ?? []))),
    support: section((rows) =>
      newestOfEach(
        rows.map(({ support }) => support),
        supportIdentity,
      ),
    ),
    measures: section((rows) => newestOfEach(rows.flatMap(({ measure }) => measure ?? []))),
  };
}

/** The rows of one client repeat their case: one case is one client in one programme from one day on. */
const supportIdentity = ({ id, programme, startedOn }: SupportCase): unknown => [id, programme, startedOn];

async function readRows(
  store: Pick<Store, 'collection'>,
  provider: string,
  subjectKeys: readonly string[],
): Promise<readonly ProviderRowDocument[]> {
  const rows = store.collection('providerRows');
  const found: ProviderRowDocument[] = [];
  for (let after: readonly Key[] | undefined; ;) {
    const some = await rows.find({
      index: 'provider_subjectKey',
      where: { provider, subjectKey: { in: subjectKeys } },
      limit: page,
      ...(after && { after }),
    });
    found.push(...some);
    const last = some.at(-1);
    if (!last || some.length < page) return found;
    after = [last.subjectKey, last.id];
  }
}

function openRow({ row }: ProviderRowDocument, ground: ProviderCsvGround): ProviderRow {
  try {
    return JSON.parse(ground.keyring.open(row)) as ProviderRow; // sealed by `importFile` and nobody else
  } catch {
    throw new UpstreamError(source, 'MALFORMED');
  }
}
