/** PDS FHIR R4 on the wire, application-restricted: its headers, its token, and its own ways to answer. */
import { randomUUID } from 'node:crypto';
import type { CallContext } from '../contract.js';
import { isObject, objects } from '../fhir.js';
import type { DemographicsTrace } from '../records.js';
import { signedJwtGrant } from '../transport/grants.js';
import { pathOf } from '../transport/path.js';
import { createTokenHolder } from '../transport/token.js';
import type { UpstreamOptions, UpstreamRequest, UpstreamResponse } from '../transport/types.js';
import { createUpstream } from '../transport/upstream.js';
import { UpstreamError } from '../upstream-error.js';
import type { DemographicsQuery } from './loaders.js';
import { mapPatient, source } from './mapper.js';
import { isOutcome, outcomeCode, readError } from './outcome.js';
import type { PdsSettings } from './settings.js';

export interface PdsClient {
  /** One person by NHS number; empty where PDS knows none. */
  read(nhsNumber: string, call: CallContext): Promise<readonly DemographicsTrace[]>;
  search(by: DemographicsQuery, call: CallContext): Promise<readonly DemographicsTrace[]>;
  close(): Promise<void>;
}

export interface PdsClientOptions {
  readonly settings: PdsSettings;
  readonly now: () => number;
  readonly onCall: NonNullable<UpstreamOptions['onCall']>;
}

/** Small: the gateway's spike arrest allows three times the rate for moments only. */
const burst = 2;

export function createPdsClient({ settings, now, onCall }: PdsClientOptions): PdsClient {
  const { baseUrl, deadlineMs, ratePerSecond: perSecond, tls } = settings;
  const shared = { name: source, deadlineMs, now, onCall, ...(tls && { tls }) };
  const token = createTokenHolder({
    ...shared,
    tokenUrl: settings.tokenUrl,
    grant: signedJwtGrant({ ...settings, now }),
  });
  const upstream = createUpstream({
    ...shared,
    ...token,
    baseUrl,
    // The gateway counts by the rolling minute, so that the burst has to be saved up within it.
    rate: { perSecond: perSecond - burst / 60, burst },
    readError,
  });
  const get = (request: Pick<UpstreamRequest, 'path' | 'query'>, call: CallContext): Promise<UpstreamResponse> =>
    upstream.request({ method: 'GET', headers: headersOf(call, settings), accept: [404], call, ...request });

  return {
    async read(nhsNumber, call) {
      const { status, body } = await get({ path: pathOf`/Patient/${nhsNumber}` }, call);
      if (isPatient(body)) return [mapPatient(body)];
      return outcomeCode(body) === 'RESOURCE_NOT_FOUND' ? [] : refuse(body, status);
    },
    async search(by, call) {
      const { status, body } = await get({ path: '/Patient', query: queryOf(by) }, call);
      if (!isObject(body) || body['resourceType'] !== 'Bundle') return refuse(body, status);
      return objects(body['entry'])
        .map(({ resource }) => resource)
        .map((resource) => (isPatient(resource) ? mapPatient(resource) : refuse(resource, status)));
    },
    async close() {
      await Promise.all([upstream.close(), token.close()]);
    },
  };
}

/** The request's id is made once, so that every retry carries the same: PDS tells repeats by it. */
function headersOf({ correlationId, onBehalfOf }: CallContext, settings: PdsSettings): Record<string, string> {
  return {
    accept: 'application/fhir+json',
    'X-Request-ID': randomUUID(),
    'X-Correlation-ID': correlationId,
    // Partners without an ODS code have a code of the hub's own, which would mean nothing to PDS.
    ...(settings.endUserOrganisation &&
      odsCode.test(onBehalfOf.organisation) && { 'NHSD-End-User-Organisation-ODS': onBehalfOf.organisation }),
  };
}

const odsCode = /^[A-Z0-9]{3,10}$/;

function queryOf({ family, given, birthDate, gender, postcode, fuzzy }: DemographicsQuery): URLSearchParams {
  // A wildcard would turn a question about one person into one about many.
  if ([family, given].some((name) => name?.includes('*')))
    throw new UpstreamError(source, 'REFUSED', { code: 'WILDCARD' });
  return new URLSearchParams({
    family,
    ...(given !== undefined && { given }),
    birthdate: `eq${birthDate}`,
    ...(gender !== undefined && { gender }),
    ...(postcode !== undefined && { 'address-postalcode': postcode }),
    ...(fuzzy === true && { '_fuzzy-match': 'true' }),
  });
}

const isPatient = (body: unknown): body is Readonly<Record<string, unknown>> =>
  isObject(body) && body['resourceType'] === 'Patient';

/** An answer that is not what was asked for: PDS says "too many matches" with status 200, and 404 for a withdrawn record. */
function refuse(body: unknown, status: number): never {
  const code = outcomeCode(body);
  const reason = code === 'TOO_MANY_MATCHES' ? 'AMBIGUOUS' : isOutcome(body) ? 'REFUSED' : 'MALFORMED';
  throw new UpstreamError(source, reason, { status, ...(code !== undefined && { code }) });
}
