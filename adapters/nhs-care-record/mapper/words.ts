/** FHIR types that the hub's records hold as text, in one notation each; numbers and units as they came. */
import { number, object, period, quantity, text, type Fhir } from '../../fhir.js';

/** `45 a`, `>= 5 mg`; the unit's words before its code. */
export function quantityInWords(value: unknown): string | null {
  const from = quantity(value);
  if (from?.value == null) return null;
  return [from.comparator, String(from.value), from.unit ?? from.code].filter((part) => part !== null).join(' ');
}

/** `40 a to 50 a`; an open end stays open. */
export function rangeInWords(value: unknown): string | null {
  const from = object(value);
  if (!from) return null;
  const [low, high] = [quantityInWords(from['low']), quantityInWords(from['high'])];
  if (low !== null && high !== null) return `${low} to ${high}`;
  return low !== null ? `from ${low}` : high !== null ? `up to ${high}` : null;
}

/** `1 : 128`. */
export function ratioInWords(value: unknown): string | null {
  const from = object(value);
  const [over, under] = [quantityInWords(from?.['numerator']), quantityInWords(from?.['denominator'])];
  return over === null && under === null ? null : `${over ?? ''} : ${under ?? ''}`;
}

/** ISO 8601 interval, `start/end`, an open end as `..`. */
export function periodInWords(value: unknown): string | null {
  const { start, end } = period(value);
  return start === null && end === null ? null : `${start ?? '..'}/${end ?? '..'}`;
}

/** Any primitive: string, boolean, integer, dateTime, time. */
export const primitiveInWords = (value: unknown): string | null =>
  typeof value === 'boolean' ? String(value) : (text(value) ?? number(value)?.toString() ?? null);

/** The JSON names of a choice such as `onset[x]`, made once: names made per resource cost more than the reading. */
export const choice = (name: string) => ({
  dateTime: `${name}DateTime`,
  period: `${name}Period`,
  string: `${name}String`,
  age: `${name}Age`,
  range: `${name}Range`,
});

/**
 * The date and the words of a choice: a dateTime or a period's start is a date; an age, a range, a string and a period
 * that has ended are words. Nothing is computed from a birth date.
 */
export function momentOf(
  resource: Fhir,
  names: ReturnType<typeof choice>,
): { readonly date: string | null; readonly words: string | null } {
  const dateTime = text(resource[names.dateTime]);
  if (dateTime !== null) return { date: dateTime, words: null };
  const span = resource[names.period];
  return {
    date: period(span).start,
    words:
      text(resource[names.string]) ??
      quantityInWords(resource[names.age]) ??
      rangeInWords(resource[names.range]) ??
      (period(span).end === null ? null : periodInWords(span)),
  };
}
