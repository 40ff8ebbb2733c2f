import type { ColumnName, KnownColumn, ProviderRow } from './column-specification.js';
import { readCell } from './cells.js';
import { rowRules, together } from './row-rules.js';
import { withoutDescription } from './whose-row.js';
import type { Fault } from './fault.js';

/** Reads one row; faults are added to `faults`, and where there are any there is no row. */
export function readRow(
  order: readonly KnownColumn[],
  cells: readonly string[],
  at: { readonly row: number; readonly today: string },
  faults: Fault[],
): ProviderRow | undefined {
  const before = faults.length;
  const say = (column: string, fault: string): void => void faults.push({ row: at.row, column, fault });
  if (cells.length !== order.length) {
    say('', `has ${cells.length} cells where the header has ${order.length}: is a comma missing its quotes?`);
    return undefined;
  }
  const isFilled = (name: string): boolean =>
    (cells[order.findIndex((each) => each.name === name)] ?? '').trim() !== '';
  /** Others say the same: then it may be empty, and what it says wrongly is as if it were not said. */
  const isReplaced = ({ requiredUnless }: KnownColumn): boolean => requiredUnless?.every(isFilled) === true;
  const row: Partial<Record<ColumnName, string>> = {};
  for (const [index, column] of order.entries()) {
    const text = cells[index]?.trim() ?? '';
    if (text === '') {
      const { required, requiredUnless } = column;
      if (required) say(column.name, 'is empty');
      else if (requiredUnless && !isReplaced(column))
        say(column.name, `is empty, and so is ${requiredUnless.join(' or ')}`);
      continue;
    }
    const cell = readCell(column, text, at.today);
    if (!('fault' in cell)) row[column.name] = cell.value;
    else if (!isReplaced(column)) say(column.name, cell.fault);
  }
  for (const rule of rowRules) if (rule.broken(row)) say(rule.column, rule.fault);
  const faulty = new Set(faults.slice(before).map(({ column }) => column));
  for (const group of together) {
    const missing = group.filter((name) => row[name] === undefined && !faulty.has(name));
    if (missing.length < group.length) {
      for (const name of missing) say(name, `is empty, but goes together with ${group.join(', ')}`);
    }
  }
  return faults.length === before ? withoutDescription(row as ProviderRow) : undefined;
}
