/** The named operations that resolvers may call. Every one of them costs one call per resource that it searches. */
import type { AdapterServices, CallContext, SourceAnswer, UpstreamSubject } from '../contract.js';
import type { Appointment, Condition, Encounter, FitNote, MeasureScore, Observation } from '../records.js';
import type { Upstream } from '../transport/types.js';
import { batchedSearch, type SearchContext } from './batched-search.js';
import { distinctScores } from './mapper.js';
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
  const codedFitNotes: Load<FitNote> = async (subject) => {
    const { items, retrievedAt, complete } = await coded(subject);
    return { retrievedAt, complete, items: items.flatMap(({ fitNote }) => fitNote ?? []) };
  };

  return {
    conditions: batchedSearch(context, searches.conditions),
    observations: batchedSearch(context, searches.observations),
    encounters: batchedSearch(context, searches.encounters),
    appointments: batchedSearch(context, searches.appointments),
    async measures(subject) {
      const [entries, answered] = await Promise.all([coded(subject), forms(subject)]);
      const scores = distinctScores(
        entries.items.flatMap((entry) => entry.scores),
        answered.items.flatMap((form) => form.scores),
      );
      return joined(
        [entries, answered],
        mostRecentFirst(scores, ({ assessedAt }) => assessedAt),
      );
    },
    async fitNotes(subject) {
      const sources = await Promise.all([
        formFitNotes(forms, subject),
        documents(subject),
        ...(record.settings.codedFitNotes ? [codedFitNotes(subject)] : []),
      ]);
      const notes = sources.flatMap(({ items }) => items);
      return joined(sources, mostRecentFirst(notes, searches.fitNoteDate));
    },
  };
}

async function formFitNotes(
  forms: Load<{ readonly fitNote: FitNote | null }>,
  subject: UpstreamSubject,
): Promise<SourceAnswer<FitNote>> {
  const { items, retrievedAt, complete } = await forms(subject);
  return { retrievedAt, complete, items: items.flatMap(({ fitNote }) => fitNote ?? []) };
}

/** One answer out of several searches: as old as the oldest, complete only where all are. */
function joined<Item>(sources: readonly SourceAnswer<unknown>[], items: readonly Item[]): SourceAnswer<Item> {
  const [oldest = ''] = sources.map(({ retrievedAt }) => retrievedAt).sort();
  return { items, retrievedAt: oldest, complete: sources.every(({ complete }) => complete) };
}
