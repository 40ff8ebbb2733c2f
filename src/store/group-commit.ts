/** Many writes, one wait for the disk. */
import type { Outcome, WriteJob } from './sqlite-jobs.js';
import { codeOf } from './sqlite-connection.js';
import type { Connection } from './sqlite-connection.js';

/**
 * Commits the jobs together; when this returns, each is durable or has left nothing. Each job of several rows has a
 * savepoint of its own, so a duplicate harms no neighbour. Where the commit as a whole fails (a full disk), each job is
 * tried alone, so that the one that does not fit does not take the others with it.
 */
export function commitTogether(connection: Connection, jobs: readonly WriteJob[]): readonly Outcome[] {
  try {
    connection.exec('BEGIN IMMEDIATE');
    const outcomes = jobs.map((job) => runInSavepoint(connection, job));
    connection.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    if (jobs.length > 1) return jobs.flatMap((job) => commitTogether(connection, [job]));
    return jobs.map(({ ticket }) => ({ ticket, kind: 'failed', code: codeOf(error) }));
  }
}

function runInSavepoint(connection: Connection, job: WriteJob): Outcome {
  // One statement is all or nothing by itself.
  if (job.rows.length === 1) return runRows(connection, job);
  connection.exec('SAVEPOINT job');
  const outcome = runRows(connection, job);
  if (outcome.kind !== 'done') connection.exec('ROLLBACK TO job');
  connection.exec('RELEASE job');
  return outcome;
}

/** @throws whatever is not the job's own fault */
function runRows(connection: Connection, { ticket, sql, rows }: WriteJob): Outcome {
  try {
    for (const row of rows) if (connection.run(sql, row) === 0) return { ticket, kind: 'unchanged' };
    return { ticket, kind: 'done', rows: [] };
  } catch (error) {
    const columns = /^UNIQUE constraint failed: (.+)$/.exec(error instanceof Error ? error.message : '')?.[1];
    if (columns === undefined) throw error;
    return { ticket, kind: 'duplicate', columns };
  }
}
