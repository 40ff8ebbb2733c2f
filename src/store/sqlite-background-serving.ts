/** What the background worker does: it copies the log, fills the deferred indexes, and counts on them. */
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { logCopying } from './sqlite-checkpointing.js';
import { codeOf } from './sqlite-connection.js';
import type { Connection, Parameter, Row } from './sqlite-connection.js';
import type { EntryTable } from './sqlite-entries.js';
import { fill, fillingIfWorthIt, openEntries, toEnd, type Filling } from './sqlite-filling.js';
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

/** Milliseconds between two commits of a filling that nobody waits for. */
const pauseMs = 5;

/** @param connection to the store, for copying its log */
export function serveInBackground(port: MessagePort, connection: Connection, settings: BackgroundSettings): void {
  goLast();
  const tables = settings.entryTables;
  const entries = openEntries(settings.entriesPath, settings.path, tables);
  const copyLog = logCopying(connection);
  const say = (reply: BackgroundReply): void => port.postMessage(reply);
  let underWay: Filling | undefined;
  let timer: NodeJS.Timeout;
  /** A full disk ends it: whoever asks is told, and the next filling begins where this one did. */
  const fillAtLeisure = (): void => {
    try {
      const step = underWay?.next();
      if (step?.done === false) return void setTimeout(fillAtLeisure, step.value === 'is behind' ? 0 : pauseMs);
    } catch {
      // as above
    }
    underWay = undefined;
  };
  const fillNow = (): void => {
    if (underWay) toEnd(underWay);
    underWay = undefined;
    fill(entries, tables);
  };
  const look = (): void => {
    const { endTheLog, nextMs } = copyLog();
    if (endTheLog) say({ kind: 'end the log' });
    timer = setTimeout(look, nextMs);
    if (underWay) return;
    underWay = fillingIfWorthIt(entries, tables);
    fillAtLeisure();
  };
  const answer = (ticket: number, sql: string | undefined, parameters: readonly Parameter[]): BackgroundReply => {
    try {
      fillNow();
      return { kind: 'answer', ticket, rows: sql === undefined ? [] : entries.all(sql, parameters) };
    } catch (error) {
      return { kind: 'failure', ticket, code: codeOf(error) };
    }
  };
  look();
  port.on('message', (job: BackgroundJob) => {
    if (job.kind === 'ask') {
      say(answer(job.ticket, job.sql, job.parameters));
      return;
    }
    clearTimeout(timer);
    try {
      fillNow();
    } catch {
      // A full disk: the next start fills.
    }
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
