/** What a receiver of the Booking and Referral Standard answers: the ids mirrored, and what happened as an OperationOutcome. */
import { randomUUID } from 'node:crypto';

export interface BarsReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** The two ids of a request: of this attempt and its repeats, and of the conversation. */
export interface BarsIds {
  readonly requestId: string | undefined;
  readonly correlationId: string | undefined;
}

/** @param diagnostics the cause in words: nothing of a person, and no stack (BARS-IG Error-Handling/Diagnostics-Text) */
export const replies =
  ({ requestId, correlationId }: BarsIds) =>
  (status: number, code: string | undefined, issue: string, diagnostics: string): BarsReply => ({
    status,
    headers: {
      'content-type': 'application/fhir+json',
      ...(requestId !== undefined && { 'x-request-id': requestId }),
      ...(correlationId !== undefined && { 'x-correlation-id': correlationId }),
    },
    body: {
      resourceType: 'OperationOutcome',
      id: randomUUID(),
      issue: [
        {
          severity: status < 300 ? 'information' : 'error',
          code: issue,
          ...(code !== undefined && {
            details: { coding: [{ system: 'https://fhir.nhs.uk/Codesystem/http-error-codes', code }] },
          }),
          diagnostics,
        },
      ],
    },
  });
