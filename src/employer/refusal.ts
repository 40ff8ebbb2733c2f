/** Why nothing was stored. */
export const employerRefusals = [
  'NOT_FOUND',
  'NOT_PERMITTED',
  'NOT_FOR_THIS_SIDE',
  'NOT_IN_THIS_STATE',
  'NOT_IN_PROGRAMME',
  'NOT_ELIGIBLE',
  'ALREADY_RECORDED',
  'TOO_MANY',
  'INVALID_INPUT',
  'IDEMPOTENCY_KEY_REUSED',
] as const;
export type EmployerRefusal = (typeof employerRefusals)[number];

export interface Refused {
  readonly kind: 'refused';
  readonly reason: EmployerRefusal;
  /** Names the field at fault; repeats no value. */
  readonly message: string;
}

export const refused = (reason: EmployerRefusal, message: string): Refused => ({ kind: 'refused', reason, message });

export type Outcome<Document> = { readonly kind: 'done'; readonly document: Document } | Refused;
