/** Why nothing was stored. */
export const caseRefusalReasons = [
  'NOT_FOUND',
  'NOT_PERMITTED',
  'NOT_IN_PROGRAMME',
  'CASE_CLOSED',
  'ALREADY_RECORDED',
  'TOO_EARLY',
  'TOO_MANY',
  'FULL',
  'IDEMPOTENCY_KEY_REUSED',
  'INVALID_INPUT',
  'CHANGED_MEANWHILE',
] as const;
export type CaseRefusalReason = (typeof caseRefusalReasons)[number];

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: CaseRefusalReason;
  /** Names the field at fault; repeats no identifier. */
  readonly message: string;
}

export const refused = (reason: CaseRefusalReason, message: string): Refusal => ({ kind: 'refused', reason, message });

const keyPattern = /^[A-Za-z0-9-]{8,64}$/;

/** What is wrong with what came, or undefined. */
export const keyFault = (key: string): string | undefined =>
  keyPattern.test(key) ? undefined : 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';

export const textFault = (name: string, text: string | undefined, longest = 2_000): string | undefined =>
  text === undefined || (text.trim() !== '' && text.length <= longest)
    ? undefined
    : `${name} must be 1 to ${longest} characters.`;

/** A code of one of the programme's own lists. */
export const codeFault = (
  name: string,
  code: string,
  list: readonly { readonly code: string }[],
): string | undefined =>
  list.some((each) => each.code === code)
    ? undefined
    : `${name} must be one of the programme's: ${list.map((each) => each.code).join(', ')}.`;
