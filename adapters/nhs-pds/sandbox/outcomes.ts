/** The ways PDS and its gateway say no, in the words that they publish (`reference/nhs-apis.md` 1.7, 2.5). */
import type { SandboxReply } from '../../sandbox/server.js';

const displays = {
  ACCESS_DENIED: ['forbidden', 'Access Denied - Unauthorised'],
  ADDITIONAL_PROPERTIES: ['value', 'Additional properties are not allowed'],
  INVALIDATED_RESOURCE: [
    'processing',
    'Resource that has been marked as invalid was requested - invalid resources cannot be retrieved',
  ],
  INVALID_METHOD: ['forbidden', 'Cannot process request with application-restricted access token'],
  INVALID_RESOURCE_ID: ['value', 'Resource Id is invalid'],
  INVALID_SEARCH_DATA: ['value', 'Search data is invalid'],
  INVALID_VALUE: ['value', 'Provided value is invalid'],
  MISSING_VALUE: ['structure', 'Required value is missing'],
  RESOURCE_NOT_FOUND: ['not-found', 'Resource not found'],
  TOO_MANY_MATCHES: ['multiple-matches', 'Too Many Matches'],
  TOO_MANY_REQUESTS: ['value', 'Too many requests'],
  UNSUPPORTED_REQUEST: ['value', 'Unsupported request'],
  UNSUPPORTED_SERVICE: ['processing', 'Unsupported Service'],
} as const;

export type SpineCode = keyof typeof displays;

const informative = new Set<SpineCode>(['RESOURCE_NOT_FOUND', 'TOO_MANY_MATCHES']);

/** An OperationOutcome with one Spine code. */
export function outcome(status: number, code: SpineCode, diagnostics?: string): SandboxReply {
  const [issueCode, display] = displays[code];
  const issue = {
    severity: informative.has(code) ? 'information' : 'error',
    code: issueCode,
    details: {
      coding: [{ system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode', version: '1', code, display }],
    },
    ...(diagnostics !== undefined && { diagnostics }),
  };
  return {
    status,
    headers: { 'content-type': 'application/fhir+json' },
    body: { resourceType: 'OperationOutcome', issue: [issue] },
  };
}

/** `pds`: its own outcome as plain JSON; `e-rs`: that of newer gateways; `gateway`: no FHIR at all. None has a Retry-After. */
export type RateLimitShape = 'pds' | 'e-rs' | 'gateway';

export function tooManyRequests(shape: RateLimitShape, now: number): SandboxReply {
  if (shape === 'pds') {
    const reply = outcome(429, 'TOO_MANY_REQUESTS', 'Your application has exceeded its quota.');
    return { ...reply, headers: { 'content-type': 'application/json' } };
  }
  if (shape === 'e-rs') {
    const system = 'https://fhir.nhs.uk/CodeSystem/NHSD-API-ErrorOrWarningCode';
    const details = { coding: [{ system, code: 'TOO_MANY_REQUESTS' }] };
    const issue = [{ severity: 'error', code: 'throttled', details }];
    return {
      status: 429,
      headers: { 'content-type': 'application/fhir+json' },
      body: { resourceType: 'OperationOutcome', issue },
    };
  }
  return {
    status: 429,
    body: {
      message: 'Your application has exceeded its quota of 300 requests every 1 minute(s) and is being rate limited.',
      scope: 'application',
      policy: 'quota',
      limit: 300,
      interval: 1,
      timeunit: 'minute',
      ratelimiting_expiry_time_ms: now + 60_000,
      message_id: 'rrt-0000000000000000000-a-sandbox-1-1-1',
    },
  };
}
