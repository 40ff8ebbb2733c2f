import type { Column } from './column-specification.js';

/** What a cell says in one canonical form, or what is wrong with it. A fault never repeats the cell: it may name a person. */
export type Cell = { readonly value: string } | { readonly fault: string };

/** Reads one filled cell, already trimmed. `today` is an ISO date. */
export function readCell(column: Column, text: string, today: string): Cell {
  switch (column.type) {
    case 'text':
      return textCell(text, column.maxLength);
    case 'code':
      return column.allowed.includes(text) ? { value: text } : { fault: `is not one of ${column.allowed.join(', ')}` };
    case 'date':
      return dateCell(text, column.notInFuture === true ? today : undefined);
    case 'number':
      return numberCell(text, column);
    case 'NHS number':
      return nhsNumberCell(text);
    case 'postcode':
      return postcodeCell(text);
  }
}

function textCell(text: string, maxLength: number): Cell {
  if (text.length > maxLength) return { fault: `is longer than ${maxLength} characters` };
  if (/\p{Cc}/u.test(text)) return { fault: 'holds a line break or another control character' };
  return { value: text };
}

const iso = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/;
const british = /^(?<day>\d\d)\/(?<month>\d\d)\/(?<year>\d{4})$/;

function dateCell(text: string, latest: string | undefined): Cell {
  const { year = '', month = '', day = '' } = (iso.exec(text) ?? british.exec(text))?.groups ?? {};
  const value = `${year}-${month}-${day}`;
  const time = Date.parse(value);
  // `Date.parse` rolls 31 June over into July: what it understood must be what was said.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    return { fault: 'is not a date as yyyy-mm-dd or dd/mm/yyyy' };
  }
  if (value < '1900-01-01' || value > '2100-12-31') return { fault: 'is not a date between 1900 and 2100' };
  if (latest !== undefined && value > latest) return { fault: 'is in the future' };
  return { value };
}

function numberCell(text: string, column: Extract<Column, { type: 'number' }>): Cell {
  const { minimum, maximum, whole } = column;
  const pattern = whole === true ? /^\d{1,3}$/ : /^\d{1,3}(\.\d{1,2})?$/;
  const number = Number(text);
  if (pattern.test(text) && number >= minimum && number <= maximum) return { value: String(number) };
  return { fault: `is not a ${whole === true ? 'whole number' : 'number'} from ${minimum} to ${maximum}` };
}

/** Ten digits, or 3-3-4 with spaces as printed on letters; modulus 11 (NHS Data Dictionary, NHS NUMBER). */
function nhsNumberCell(text: string): Cell {
  if (!/^(\d{10}|\d{3} \d{3} \d{4})$/.test(text)) return { fault: 'is not an NHS number of ten digits' };
  const value = text.replaceAll(' ', '');
  const sum = Array.from(value.slice(0, 9), Number).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11; // 10 is nobody's last digit
  const repeated = /^(\d)\1{9}$/.test(value); // ten equal digits pass the arithmetic and are nobody's
  if (repeated || check !== Number(value[9])) return { fault: 'is not a valid NHS number: its check digit is wrong' };
  return { value };
}

/** A unit postcode in capitals with its space (BS 7666); any spacing and case is read. */
function postcodeCell(text: string): Cell {
  const plain = text.toUpperCase().replaceAll(/\s/g, '');
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain)) return { fault: 'is not a UK postcode' };
  return { value: `${plain.slice(0, -3)} ${plain.slice(-3)}` };
}
