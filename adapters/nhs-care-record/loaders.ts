/** The named operations that resolvers may call. Every one of them costs one call per resource that it searches. */
import type { AdapterServices, CallContext, OtherSubject, SourceAnswer, UpstreamSubject } from '../contract.js';
import type { Appointment, Condition, Encounter, FitNote, MeasureScore, Observation } from '../records.js';
import type { Upstream } from '../transport/types.js';
import { batchedSearch, type SearchContext } from './batched-search.js';
import { distinctAssessments } from './mapper.js';
import { patientIds } from './patient-links.js';
import { mostRecentFirst } from './recency.js';
import type { RecentLinks } from './recent-links.js';
import * as searches from './searches.js';
import type { CareRecordSettings } from './settings.js';

type Load<Item> = (subject: UpstreamSubject) => Promise<SourceAnswer<Item>>;

/** For one request. Most recent first; batched per tick; memoised; every rejection is an `UpstreamError`. */
export interface CareRecordLoaders {
  readonly conditions: Load<Condition>;
  readonly observations: Load<Observation>;
  readonly encounters: Load<Encounter>;
  readonly appointments: Load<Appointment>;
  /** Scores of PHQ-9, GAD-7, PHQ-2 and AUDIT-C, from coded Observations and completed forms. */
  readonly measures: Load<MeasureScore>;
  /** From completed forms and typed documents; from coded entries too where the settings say so. */
  readonly fitNotes: Load<FitNote>;
}

export interface CareRecord {
  readonly upstream: Upstream;
  readonly settings: CareRecordSettings;
  readonly services: AdapterServices;
  readonly links: RecentLinks;
}

export function careRecordLoaders({ links, ...record }: CareRecord, call: CallContext): CareRecordLoaders {
  const context: SearchContext = {
    ...record,
    call,
    patientIds: patientIds(record.upstream, links, record.services, call),
  };
  const coded = batchedSearch(context, searches.codedEntries(record.settings.codedFitNotes));
  const forms = batchedSearch(context, searches.forms);
  const documents = batchedSearch(context, searches.fitNoteDocuments);

  return {
    conditions: batchedSearch(context, searches.conditions),
    observations: batchedSearch(context, searches.observations),
    encounters: batchedSearch(context, searches.encounters),
    appointments: batchedSearch(context, searches.appointments),
    async measures(subject) {
      const [entries, answered] = await Promise.all([coded(subject), forms(subject)]);
      const whose = new Map([...subjectsOf(entries, scoresIn), ...subjectsOf(answered, scoresIn)]);
      const assessments = distinctAssessments(entries.items.flatMap(scoresIn), answered.items.flatMap(scoresIn));
      return joined([entries, answered], {
        items: mostRecentFirst(
          assessments.map(({ score }) => score),
          ({ assessedAt }) => assessedAt,
        ),
        // Whoever any of it names, it is about.
        shared: assessments.flatMap(({ score, evidence }) => {
          const others = evidence.flatMap((each) => whose.get(each) ?? []);
          return others.length > 0 ? [[score, others] as const] : [];
        }),
      });
    },
    async fitNotes(subject) {
      const sources = await Promise.all([
        forms(subject).then(fitNotesIn),
        documents(subject),
        ...(record.settings.codedFitNotes ? [coded(subject).then(fitNotesIn)] : []),
      ]);
      const notes = sources.flatMap(({ items }) => items);
      return joined(sources, {
        items: mostRecentFirst(notes, searches.fitNoteDate),
        shared: sources.flatMap(({ shared }) => [...(shared ?? [])]),
      });
    },
  };
}

type Shared<Item> = readonly (readonly [Item, readonly OtherSubject[]])[];

const scoresIn = ({ scores }: Pick<searches.CodedEntry, 'scores'>) => scores;

/** What was made of items that name several people names them too. */
const subjectsOf = <From, Item>({ shared }: SourceAnswer<From>, made: (from: From) => readonly Item[]): Shared<Item> =>
  [...(shared ?? [])].flatMap(([from, others]) => made(from).map((item) => [item, others] as const));

function fitNotesIn(answer: SourceAnswer<{ readonly fitNote: FitNote | null }>): SourceAnswer<FitNote> {
  const note = ({ fitNote }: { readonly fitNote: FitNote | null }): readonly FitNote[] => (fitNote ? [fitNote] : []);
  return joined([answer], { items: answer.items.flatMap(note), shared: subjectsOf(answer, note) });
}

/** One answer out of several searches: as old as the oldest, complete only where all are. */
function joined<Item>(
  sources: readonly SourceAnswer<unknown>[],
  { items, shared }: { readonly items: readonly Item[]; readonly shared: Shared<Item> },
): SourceAnswer<Item> {
  const [oldest = ''] = sources.map(({ retrievedAt }) => retrievedAt).sort();
  const complete = sources.every((source) => source.complete);
  return { items, retrievedAt: oldest, complete, ...(shared.length > 0 && { shared: new Map(shared) }) };
}
