import type { NHSNumber } from '../access/types.js';

/**
 * Whether a text is ten digits with a valid modulus-11 check digit (NHS Data Dictionary, NHS NUMBER).
 * `0000000000` and `9999999999` pass the arithmetic and are refused (reference/nhs-apis.md 1.4).
 */
export function isNHSNumber(text: string): text is NHSNumber {
  if (!/^\d{10}$/.test(text) || /^(\d)\1{9}$/.test(text)) return false;
  return checkDigitOf(text.slice(0, 9)) === Number(text[9]);
}

/** The check digit of the first nine digits; 10 where no valid number begins with them. */
export function checkDigitOf(nineDigits: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(nineDigits[place]) * (10 - place);
  const digit = 11 - (sum % 11);
  return digit === 11 ? 0 : digit;
}

/** The `index`th valid number of the range kept for tests (999 …), from 0. */
export function testNHSNumber(index: number): NHSNumber {
  // One body in eleven has no check digit: skip those, so that the sequence has no holes and is stable.
  let body = 0;
  for (let found = -1; found < index; body += 1) {
    if (checkDigitOf(bodyOf(body)) !== 10) found += 1;
  }
  const digits = bodyOf(body - 1);
  return `${digits}${checkDigitOf(digits)}` as NHSNumber;
}

const bodyOf = (number: number): string => `999${String(number).padStart(6, '0')}`;
