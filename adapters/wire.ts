/**
 * Reads parsed JSON of a source at the edge, without casts further in: a value of the wrong shape is `MALFORMED`, an
 * absent one is `null`. Hand-written rather than a schema, because it runs for every row of every answer and maps in the
 * same pass.
 */
import { UpstreamError } from './upstream-error.js';

/** A JSON object whose members are not read yet. */
export type Row = Readonly<Record<string, unknown>>;

/** The readers of one source. Each throws `UpstreamError` MALFORMED in that source's name. */
export interface WireReader {
  malformed(): UpstreamError;
  /** A JSON object. */
  row(value: unknown): Row;
  /** An array of JSON objects; absent is empty. */
  rows(value: unknown): readonly Row[];
  /** A string, as it came. */
  text(row: Row, key: string): string | null;
  /** An ISO calendar date (YYYY-MM-DD), as it came. */
  date(row: Row, key: string): string | null;
  number(row: Row, key: string): number | null;
  /** A whole number: a code, or money in pence (a decimal would mean pounds). */
  whole(row: Row, key: string): number | null;
  flag(row: Row, key: string): boolean | null;
}

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function createWireReader(source: string): WireReader {
  const malformed = (): UpstreamError => new UpstreamError(source, 'MALFORMED');
  const row = (value: unknown): Row => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed();
    return value as Row;
  };
  const text = (from: Row, key: string): string | null => {
    const value = from[key] ?? null;
    if (value !== null && typeof value !== 'string') throw malformed();
    return value;
  };
  const number = (from: Row, key: string): number | null => {
    const value = from[key] ?? null;
    if (value !== null && typeof value !== 'number') throw malformed();
    return value;
  };
  return {
    malformed,
    row,
    rows: (value) => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) throw malformed();
      for (const item of value) row(item);
      return value as readonly Row[];
    },
    text,
    date: (from, key) => {
      const value = text(from, key);
      if (value !== null && !isoDate.test(value)) throw malformed();
      return value;
    },
    number,
    whole: (from, key) => {
      const value = number(from, key);
      if (value !== null && !Number.isSafeInteger(value)) throw malformed();
      return value;
    },
    flag: (from, key) => {
      const value = from[key] ?? null;
      if (value !== null && typeof value !== 'boolean') throw malformed();
      return value;
    },
  };
}
