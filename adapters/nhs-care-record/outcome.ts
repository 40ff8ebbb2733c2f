/** FHIR OperationOutcome: what a server says when it could not, or not wholly, answer. */
import type { ErrorReading } from '../transport/types.js';
import { UpstreamError, type UpstreamErrorReason } from '../upstream-error.js';
import { isObject, objects, text, type Fhir } from '../fhir.js';
import { sourceName } from './source-name.js';

export const isOutcome = (value: unknown): value is Fhir & { readonly resourceType: 'OperationOutcome' } =>
  isObject(value) && value['resourceType'] === 'OperationOutcome';

/** FHIR R4 issue-type codes, and the hub's reason for each. What is not in it is no published code and is not repeated. */
const reasons: Readonly<Record<string, UpstreamErrorReason>> = {
  ...withReason('MALFORMED', 'invalid structure required value invariant'),
  ...withReason('REFUSED', 'security login unknown expired forbidden suppressed processing not-supported'),
  ...withReason('REFUSED', 'duplicate not-found deleted too-long code-invalid extension business-rule conflict'),
  ...withReason('AMBIGUOUS', 'multiple-matches'),
  ...withReason('TOO_LARGE', 'too-costly'),
  ...withReason('SERVER_ERROR', 'transient lock-error no-store exception incomplete'),
  ...withReason('TIMEOUT', 'timeout'),
  ...withReason('RATE_LIMITED', 'throttled'),
};

/** Codes that tell of missing results even as a warning (`suppressed`: privacy rules left some out). */
const shortening = new Set(['incomplete', 'suppressed', 'timeout', 'transient', 'throttled', 'exception', 'no-store']);

/** The server's own refusal, in an answer that HTTP calls a success. Diagnostics are never repeated: they hold identifiers. */
export function outcomeError(outcome: Fhir): UpstreamError {
  const code = publishedCode(outcome);
  return new UpstreamError(sourceName, reasons[code ?? ''] ?? 'SERVER_ERROR', code === undefined ? {} : { code });
}

/** What an HTTP error's body says: the issue-type code, for `UpstreamError.code`. */
export function readOutcomeCode(body: unknown): ErrorReading {
  const code = isOutcome(body) ? publishedCode(body) : undefined;
  return code === undefined ? {} : { code };
}

function publishedCode(outcome: Fhir): string | undefined {
  const issues = objects(outcome['issue']);
  const code = text((issues.find(isError) ?? issues[0])?.['code']);
  return code !== null && code in reasons ? code : undefined;
}

/** Whether results are missing from a page that carries this outcome: any error, or a warning that says so. */
export const shortensPage = (outcome: Fhir): boolean =>
  objects(outcome['issue']).some((issue) => isError(issue) || shortening.has(text(issue['code']) ?? ''));

const isError = (issue: Fhir): boolean => issue['severity'] === 'error' || issue['severity'] === 'fatal';

function withReason(reason: UpstreamErrorReason, codes: string): Record<string, UpstreamErrorReason> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, reason]));
}
