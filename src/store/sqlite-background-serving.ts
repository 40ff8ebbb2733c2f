/** What the background worker does: it copies the log, fills the deferred indexes, and counts on them. */
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { logCopying } from './sqlite-checkpointing.js';
import { codeOf } from './sqlite-connection.js';
import type { Connection, Parameter, Row } from './sqlite-connection.js';
import type { EntryTable } from './sqlite-entries.js';
import { fill, fillIfWorthIt, openEntries } from './sqlite-filling.js';
import type { WorkerSettings } from './sqlite-jobs.js';

export interface BackgroundSettings extends WorkerSettings {
  readonly entriesPath: string;
  readonly entryTables: readonly EntryTable[];
}

export type BackgroundJob =
  /** Fill the indexes, then read them, where there is something to read. */
  | { readonly kind: 'ask'; readonly ticket: number; readonly sql?: string; readonly parameters: readonly Parameter[] }
  | { readonly kind: 'stop' };

export type BackgroundReply =
  | { readonly kind: 'end the log' }
  | { readonly kind: 'answer'; readonly ticket: number; readonly rows: readonly Row[] }
  | { readonly kind: 'failure'; readonly ticket: number; readonly code: string };

/** Milliseconds between two looks at the log. */
const everyMs = 250;

/** @param connection to the store, for copying its log */
export function serveInBackground(port: MessagePort, connection: Connection, settings: BackgroundSettings): void {
  goLast();
  const tables = settings.entryTables;
  const entries = openEntries(settings.entriesPath, settings.path, tables);
  const copyLog = logCopying(connection);
  const say = (reply: BackgroundReply): void => port.postMessage(reply);
  const look = (): void => {
    if (copyLog() === 'end the log') say({ kind: 'end the log' });
    ifPossible(fillIfWorthIt);
  };
  const ifPossible = (run: typeof fill): void => {
    try {
      run(entries, tables);
    } catch {
      // A full disk: whoever asks is told, and the next filling begins where this one did.
    }
  };
  const answer = (ticket: number, sql: string | undefined, parameters: readonly Parameter[]): BackgroundReply => {
    try {
      fill(entries, tables);
      return { kind: 'answer', ticket, rows: sql === undefined ? [] : entries.all(sql, parameters) };
    } catch (error) {
      return { kind: 'failure', ticket, code: codeOf(error) };
    }
  };
  const timer = setInterval(look, everyMs);
  port.on('message', (job: BackgroundJob) => {
    if (job.kind === 'ask') {
      say(answer(job.ticket, job.sql, job.parameters));
      return;
    }
    clearInterval(timer);
    ifPossible(fill);
    entries.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    entries.close();
    connection.close();
    port.close();
  });
}

/** Where cores are scarce, those go first for whom somebody waits. Only Linux gives a thread a priority of its own. */
function goLast(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // As good as anybody, then.
  }
}
