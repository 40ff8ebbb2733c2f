import type { OtherSubject, SourceAnswer } from '../../adapters/contract.js';
import { decideForEvery } from '../access/subjects.js';
import type { DataCategory, Decision } from '../access/types.js';
import type { ClientFile } from './client-file.js';
import { withinPeriods } from './data-period.js';
import type { LocationWithheld } from './section-records.js';

/** What is needed to ask everybody whom a record is about. */
export interface SubjectParts {
  /** The client whom a record names; undefined where the hub does not know who that is. */
  readonly fileOf: (other: OtherSubject) => Promise<ClientFile | undefined>;
  readonly decide: (file: ClientFile, category: DataCategory, section: string) => Decision;
  /** For everybody but the client who was asked about. */
  readonly decideThrough: (file: ClientFile, category: DataCategory, section: string) => Decision;
  /** Counts, for operators, an item of a source that is held back for the sake of somebody else; it holds no identifier. */
  readonly onHeldBack: (source: string) => void;
}

/**
 * A source's answer without the items that somebody else whom they are about does not permit: those are as if they were not
 * there. Whoever the hub does not know, or the caller does not work with, has permitted nothing.
 */
export async function permittedByAll<Item>(
  answer: SourceAnswer<Item>,
  file: ClientFile,
  asked: Asked<Item>,
  parts: SubjectParts,
): Promise<SourceAnswer<Item>> {
  const { shared, ...rest } = answer;
  if (!shared) return answer;
  const kept = await Promise.all(
    answer.items.map(async (item) => {
      const others = shared.get(item);
      if (!others) return item;
      const files = await Promise.all(others.map(parts.fileOf));
      const shown = inAllEyes(item, file, files, asked, parts);
      if (shown === undefined) parts.onHeldBack(asked.source);
      return shown;
    }),
  );
  return { ...rest, items: kept.flatMap((item) => item ?? []) };
}

/** What was asked of which source, and what an item of the answer takes to be shown. */
export interface Asked<Item> {
  readonly source: string;
  readonly section: string;
  /** All of them must be permitted, for every subject. */
  readonly categoriesOf: (item: Item) => readonly [DataCategory, ...DataCategory[]];
}

function inAllEyes<Item>(
  item: Item,
  own: ClientFile,
  files: readonly (ClientFile | undefined)[],
  { section, categoriesOf }: Asked<Item>,
  { decide, decideThrough }: SubjectParts,
): Item | undefined {
  const others = files.filter((file) => file?.id !== own.id);
  // Of somebody who is not the caller's, nothing was asked, and so nothing is written in their history.
  if (!others.every((file): file is ClientFile => file?.related === true)) return undefined;
  const [first, ...more] = categoriesOf(item);
  const inEyes = (category: DataCategory): readonly [Decision, ...Decision[]] => [
    decide(own, category, section),
    ...others.map((file) => decideThrough(file, category, section)),
  ];
  const decision = decideForEvery([...inEyes(first), ...more.flatMap(inEyes)]);
  if (!decision.permitted) return undefined;
  const inTime = decision.dataPeriods ? withinPeriods(item, decision.dataPeriods) : item;
  // Where one of them is to be found, the others are.
  const withheld: LocationWithheld = { locationWithheld: true };
  const isHidden = others.some(({ locationRestricted }) => locationRestricted);
  return inTime && isHidden ? { ...inTime, ...withheld } : inTime;
}
