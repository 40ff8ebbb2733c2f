/**
 * fhir-kit-client over the hub's own transport. The library knows how a search, a POST `_search` and a next page are
 * asked; its fetch transport drops client certificates, follows links and sends the bearer token to any host, has no
 * deadline and costs 150 µs a call (`reference/consent-audit-referral.md` 6.1, `reference/performance.md` section 6).
 * So each client gets a `request` of ours. A client costs 0.3 µs to make: one per call.
 */
import { randomUUID } from 'node:crypto';
import { Client, type FhirResource } from 'fhir-kit-client';
import type { CallContext } from '../contract.js';
import type { Upstream, UpstreamResponse } from '../transport/types.js';
import { UpstreamError } from '../upstream-error.js';
import { isObject } from '../fhir.js';
import { isOutcome, outcomeError } from './outcome.js';
import { sourceName } from './source-name.js';

/** A fhir-kit client whose every exchange goes through `upstream`, within the deadline of `call`. */
export function fhirClient(upstream: Upstream, call: CallContext): Client {
  // Never used to reach anything: paths are relative to the upstream's own base.
  const client = new Client({ baseUrl: 'http://upstream.invalid' });
  client.httpClient.request = async (method, url, options, body) => {
    const { path, query } = own.test(url) ? split(url) : upstream.follow(url);
    const response = await upstream.request({
      method: method === 'POST' ? 'POST' : 'GET',
      path,
      query,
      headers: {
        accept: 'application/fhir+json',
        'x-correlation-id': call.correlationId,
        'x-request-id': randomUUID(),
        ...options?.headers,
      },
      ...(typeof body === 'string' && { body }),
      // Only searches are asked: none of them changes anything.
      idempotent: true,
      call,
    });
    return resourceOf(response);
  };
  return client;
}

/** The relative form in which fhir-kit-client writes its own requests; anything else is a link that the server gave. */
const own = /^[A-Z][A-Za-z]+(?:\/_search)?(?:\?|$)/;

function split(url: string): { path: string; query: string } {
  const [path = '', query = ''] = url.split('?', 2);
  return { path: `/${path}`, query };
}

/** The resource that came, decided by `resourceType` and not by status alone (`reference/nhs-apis.md` section 10). */
function resourceOf({ status, body }: UpstreamResponse): FhirResource {
  if (isOutcome(body)) throw outcomeError(body);
  if (!isObject(body) || typeof body['resourceType'] !== 'string') {
    throw new UpstreamError(sourceName, 'MALFORMED', { status });
  }
  return body as FhirResource;
}
