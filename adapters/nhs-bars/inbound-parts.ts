/** What all messages that come in have, and how one is refused. */

/** The message and its two ends: services of the Directory of Services. */
export interface Parties {
  /** UUID of the Bundle: it takes effect once, however often it comes. */
  readonly reportId: string;
  readonly from: string;
  readonly to: string;
}

/** Why a message is not taken: HTTP status, code of the standard, FHIR issue, and words that tell nothing of anybody. */
export interface InboundFault {
  readonly status: number;
  readonly code: string;
  readonly issue: string;
  readonly diagnostics: string;
}

export type Refused = { readonly kind: 'refused' } & InboundFault;

export const malformed = (issue: string, diagnostics: string): Refused => ({
  kind: 'refused',
  status: 400,
  code: 'REC_BAD_REQUEST',
  issue,
  diagnostics,
});

export const unsupported = (diagnostics: string): Refused => ({
  kind: 'refused',
  status: 422,
  code: 'REC_UNPROCESSABLE_ENTITY',
  issue: 'not-supported',
  diagnostics,
});
