import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { parse, type Options } from 'csv-parse';
import { externalIdOf, type KnownColumn, type ProviderRow } from './column-specification.js';
import type { Fault } from './fault.js';
import { readHeader } from './header.js';
import { readRow } from './read-row.js';
import { descriptionIn, describedIdOf } from './whose-row.js';

export interface ParseLimits {
  readonly maxRows: number;
  /** ISO date: dates that lie behind it are in the future. */
  readonly today: string;
}

/** Either every row of the file, or everything that is wrong with it. */
export type ParsedFile =
  | { readonly kind: 'accepted'; readonly rows: readonly ProviderRow[] }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

const csv: Options = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true, // told as a fault of its row, with the rest of them
  max_record_size: 65_536, // a quote that is never closed
};

/** Reads a whole file, giving the event loop back after every 64 KiB. Never throws for what the file holds. */
export async function parseFile(bytes: Buffer, limits: ParseLimits): Promise<ParsedFile> {
  if (!isUtf8(bytes)) {
    return { kind: 'refused', faults: [{ row: 0, column: '', fault: 'is not UTF-8: save it as "CSV UTF-8"' }] };
  }
  const reader = createReader(limits);
  const parser = parse({ ...csv, on_record: (cells: string[]) => (reader.take(cells), null) });
  try {
    await pipeline(Readable.from(chunksOf(bytes)), parser.resume());
  } catch (error) {
    if (!isCsvError(error)) throw error;
    reader.broken(error.code);
  }
  return reader.finish();
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += 65_536) {
    yield bytes.subarray(start, start + 65_536);
    await setImmediate();
  }
}

interface Reader {
  take(cells: readonly string[]): void;
  broken(code: string): void;
  finish(): ParsedFile;
}

function createReader({ maxRows, today }: ParseLimits): Reader {
  const faults: Fault[] = [];
  const rows: ProviderRow[] = [];
  const firstRowOf = new Map<string, number>();
  const describedIn = new Map<string, { readonly id: string; readonly row: number }>();
  let order: readonly KnownColumn[] | undefined;
  let readable = true;
  let record = 0;

  /** The row in which the same client has another name or birth date, if there is one. */
  const describedOtherwise = (row: ProviderRow): number | undefined => {
    const description = descriptionIn(row);
    if (!description) return undefined;
    const id = describedIdOf(row.provider_client_id, description);
    const first = describedIn.get(row.provider_client_id);
    if (!first) describedIn.set(row.provider_client_id, { id, row: record });
    return first && first.id !== id ? first.row : undefined;
  };

  const readBody = (cells: readonly string[]): void => {
    if (record > maxRows + 1) {
      if (record === maxRows + 2)
        faults.push({ row: record, column: '', fault: `is past the limit of ${maxRows} rows` });
      return;
    }
    const row = readRow(order ?? [], cells, { row: record, today }, faults);
    if (!row) return;
    const externalId = externalIdOf(row);
    const first = firstRowOf.get(externalId);
    if (first !== undefined) {
      const column = row.record_id === undefined ? 'provider_client_id' : 'record_id';
      faults.push({ row: record, column, fault: `is the same as in row ${first}` });
      return;
    }
    firstRowOf.set(externalId, record);
    const other = describedOtherwise(row);
    if (other !== undefined) {
      faults.push({
        row: record,
        column: 'provider_client_id',
        fault: `is described as somebody else than in row ${other}`,
      });
      return;
    }
    rows.push(row);
  };
  return {
    take(cells) {
      record += 1;
      if (cells.every((cell) => cell.trim() === '')) return; // a spreadsheet saves empty rows behind its last
      if (order) {
        if (readable) readBody(cells);
        return;
      }
      const header = readHeader(cells);
      order = header.order;
      faults.push(...header.faults);
      readable = header.faults.length === 0; // else every row would be reported for the header's fault
    },
    broken: (code) =>
      void faults.push({ row: record + 1, column: '', fault: structureFaults[code] ?? 'cannot be read as CSV' }),
    finish() {
      if (!order && faults.length === 0) faults.push({ row: 0, column: '', fault: 'has no header' });
      return faults.length === 0 ? { kind: 'accepted', rows } : { kind: 'refused', faults };
    },
  };
}

const structureFaults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'has text behind a closing quote',
  INVALID_OPENING_QUOTE: 'has a quote in the middle of a cell',
  CSV_MAX_RECORD_SIZE: 'is longer than 65536 characters: is a quote not closed?',
};

function isCsvError(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
