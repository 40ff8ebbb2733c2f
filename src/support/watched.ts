import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { Documents } from '../store/documents.js';
import type { Models } from '../store/models/index.js';
import type { Collection } from '../store/port.js';
import type { CaseDocument } from './case-document.js';
import type { Watched } from './case-due.js';
import type { ClockedCase } from './clock-tasks.js';

type Sessions = Pick<Collection<Documents['sessions'], Models['sessions']['indexes']>, 'find'>;

interface WatchedCase {
  readonly clocked: ClockedCase;
  readonly watched: Watched;
}

/** A person's case as its clocks read it. @param lastContactOn ISO day */
export function personWatched(document: Omit<CaseDocument, 'version'>, lastContactOn: string): WatchedCase {
  const { id, organisation, clientId, history, extensions } = document;
  const audience = history[0]?.by.audience ?? 'WORK_AND_HEALTH_COACH';
  return {
    clocked: { of: 'CASE', id, organisation, audience, clientId },
    watched: { ...document, extended: extensions.length, lastContactOn },
  };
}

/** An employer's case as its clocks read it. */
export function employerWatched(document: Omit<EmployerCaseDocument, 'version'>): WatchedCase {
  const { id, organisation, recordedBy, changes } = document;
  return {
    clocked: { of: 'EMPLOYER_CASE', id, organisation, audience: recordedBy.audience },
    watched: { ...document, extended: changes.filter(({ kind }) => kind === 'EXTENDED').length },
  };
}

/** Of the newest sessions: whoever missed so many in a row is told of by then. */
const mostLookedAt = 50;

/** The day on which the person last came to a session; before the first, the day on which the case was opened. */
export async function lastContactOf(
  sessions: Sessions,
  { id, openedAt }: Pick<CaseDocument, 'id' | 'openedAt'>,
): Promise<string> {
  const newest = await sessions.find({
    index: 'caseId_startsAt',
    where: { caseId: id },
    order: 'descending',
    limit: mostLookedAt,
  });
  return (newest.find(({ state }) => state === 'ATTENDED')?.startsAt ?? openedAt).slice(0, 10);
}
