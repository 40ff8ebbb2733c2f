/**
 * The few ASN.1 DER forms (ITU-T X.690) that a certificate is written in. Writing only; reading is left to TLS itself.
 */

/** Tag, length, contents. */
function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const size = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length]), size, body]);
}

export const sequence = (...contents: readonly Buffer[]): Buffer => element(0x30, ...contents);
export const set = (...contents: readonly Buffer[]): Buffer => element(0x31, ...contents);
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]));
/** A non-negative integer, big-endian; a leading zero is added where the first bit would read as a sign. */
export const integer = (bytes: Buffer): Buffer =>
  element(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
export const bitString = (bytes: Buffer, unusedBits = 0): Buffer => element(0x03, Buffer.from([unusedBits]), bytes);
export const octetString = (bytes: Buffer): Buffer => element(0x04, bytes);
export const utf8String = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'));
/** UTCTime, good until 2049 (RFC 5280 4.1.2.5). */
export const utcTime = (at: Date): Buffer =>
  element(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'ascii'));
/** `[n]` around whole elements. */
export const explicitly = (tag: number, content: Buffer): Buffer => element(0xa0 | tag, content);
/** `[n]` in place of the element's own tag. */
export const implicitly = (tag: number, bytes: Buffer): Buffer => element(0x80 | tag, bytes);

/** An object identifier from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}
