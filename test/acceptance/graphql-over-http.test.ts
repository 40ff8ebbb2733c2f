/** An outside judge: the audits of the GraphQL-over-HTTP specification that its reference implementation publishes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startHub, type TestHub } from './hub.js';
import { AMINA } from './people.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA } } });
});
afterAll(() => hub.close());

/** What the hub does otherwise, by the audit's id, and why. Anything else that fails, or one of these that passes, is news. */
const accepted: Readonly<Record<string, string>> = {
  '5A70': 'MAY answer GET: operations travel in URLs, and URLs in logs.',
  D6D5: 'MAY answer GET.',
  '6A70': 'MAY answer GET.',
  '572B': 'SHOULD answer 200 to a document that does not parse, for application/json: 400 is what a monitor can see.',
  FDE2: 'SHOULD answer 200 to a document that is not valid, for application/json: as above.',
  '7B9B': 'SHOULD answer 200 to variables of the wrong type, for application/json: as above.',
};

test('every audit passes, but for those whose reason stands here', async () => {
  const token = await hub.as('clinician').token();
  const audits = serverAudits({
    url: `${hub.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${token}` } }),
  });
  const failed: string[] = [];
  for (const { id, name, fn } of audits) {
    const result = await fn();
    if (result.status !== 'ok') failed.push(`${id} ${result.status} ${name}: ${result.reason}`);
  }
  expect(audits.length).toBeGreaterThan(50);
  expect(failed.filter((line) => accepted[line.slice(0, 4)] === undefined)).toEqual([]);
  expect(failed.map((line) => line.slice(0, 4)).sort()).toEqual(Object.keys(accepted).sort());
});
