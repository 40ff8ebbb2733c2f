import { knownColumns, type KnownColumn } from './column-specification.js';
import type { Fault } from './fault.js';

/** The column of each cell, in the file's own order. */
export function readHeader(names: readonly string[]): {
  readonly order: readonly KnownColumn[];
  readonly faults: Fault[];
} {
  const known = new Map<string, KnownColumn>(knownColumns.map((column) => [column.name, column]));
  const faults: Fault[] = [];
  const order: KnownColumn[] = [];
  const say = (column: string, fault: string): void => void faults.push({ row: 1, column, fault });
  for (const [index, name] of names.entries()) {
    const column = known.get(name);
    if (!column) say(`column ${index + 1}`, 'is not a column that the guide names; names must match exactly');
    else if (order.includes(column)) say(name, 'stands in the header twice');
    else order.push(column);
  }
  for (const column of knownColumns) {
    if (!isNeeded(column, order) || order.includes(column)) continue;
    say(column.name, 'is missing from the header');
  }
  return { order, faults };
}

const isNeeded = ({ required, requiredUnless }: KnownColumn, order: readonly KnownColumn[]): boolean =>
  required ??
  (requiredUnless !== undefined && !requiredUnless.every((name) => order.some((each) => each.name === name)));
