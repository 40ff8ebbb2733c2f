import type { WorkStatusStatement } from '../../adapters/records.js';
import type { Gathered } from './section.js';
import type { SourceStatus } from './section-records.js';

/** The minimal derived answer, with the statements that it rests on. */
export interface WorkStatusRecord {
  readonly __typename: 'WorkStatus';
  readonly inWork: 'YES' | 'NO' | 'CONFLICTING' | 'NOT_KNOWN';
  readonly since: string | null;
  readonly asOf: string | null;
  readonly statements: readonly WorkStatusStatement[];
  readonly sources: readonly SourceStatus[];
}

/** Says yes or no only where every source that speaks says the same: the hub picks no winner. */
export function workStatusOf({ items, sources }: Gathered<WorkStatusStatement>): WorkStatusRecord {
  const speaking = items.filter(({ inWork }) => inWork !== null);
  const answers = new Set(speaking.map(({ inWork }) => inWork));
  const since = new Set(speaking.flatMap((statement) => statement.since ?? []));
  return {
    __typename: 'WorkStatus',
    inWork: answers.size === 0 ? 'NOT_KNOWN' : answers.size > 1 ? 'CONFLICTING' : answers.has(true) ? 'YES' : 'NO',
    since: answers.size === 1 && since.size === 1 ? ([...since][0] ?? null) : null,
    asOf: items.reduce<string | null>(
      (latest, { asOf }) => (asOf !== null && (latest === null || asOf > latest) ? asOf : latest),
      null,
    ),
    statements: items,
    sources,
  };
}

/**
 * The same statements without who made them. DWP speaks of work only where there is a Universal Credit claim, so that its
 * name beside a statement, or its silence, would tell a caller about benefits who may see none.
 */
export function withoutSources({ items, sources }: Gathered<WorkStatusStatement>): Gathered<WorkStatusStatement> {
  return {
    items: items.map((item) => ({ ...item, provenance: { ...item.provenance, source: 'derived' } })),
    sources: sources.map((status) => (status.outcome === 'NO_RECORD' ? { ...status, outcome: 'ANSWERED' } : status)),
  };
}
