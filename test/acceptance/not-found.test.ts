import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import type { Response } from './caller.js';
import { policyVersion, startHub, type TestHub } from './hub.js';
import { AMINA, nobodySpecial } from './people.js';
import { everyState } from './sections.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      AMINA: { person: AMINA },
      ELSEWHERE: { person: nobodySpecial(20), with: ['jobcentre'] },
    },
  });
});
afterAll(() => hub.close());

const withoutItsOwn = ({ status, headers, body }: Response) => {
  const { date: _date, 'x-correlation-id': correlationId, ...same } = headers;
  return { answer: { status, headers: same, body }, correlationId };
};

async function lookups(): Promise<Readonly<Record<string, object>>> {
  const own = await hub.idFor('practice', 'AMINA');
  const { directory } = hub.demo.hub.services;
  return {
    'a client of another organisation, by NHS number': { nhsNumber: hub.nhsNumber('ELSEWHERE') },
    'nobody, by NHS number': { nhsNumber: nobodySpecial(40).nhsNumber },
    'a client of another organisation, by the id that it would have here': {
      id: directory.pairwiseId(organisations.practice.id, await hub.clientId('ELSEWHERE')),
    },
    'a client of ours, by another organisation’s id': { id: await hub.idFor('jobcentre', 'AMINA') },
    'nobody, by an id of the right shape': { id: 'A'.repeat(32) },
    'an id with one character changed': { id: `${own.slice(0, 10)}${own[10] === 'A' ? 'B' : 'A'}${own.slice(11)}` },
    'an id cut short': { id: own.slice(0, 31) },
    'an internal id': { id: await hub.clientId('AMINA') },
    garbage: { id: '../../etc/passwd\u0000' },
    'an empty id': { id: '' },
  };
}

test('nobody and nobody-of-yours give one answer, byte for byte, and each is recorded', async () => {
  const answers = new Map<string, ReturnType<typeof withoutItsOwn>>();
  hub.forget();
  for (const [what, by] of Object.entries(await lookups())) {
    answers.set(what, withoutItsOwn(await hub.as('clinician').send(everyState(), { by })));
  }
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
  const [first] = answers.values();
  expect(first?.answer).toMatchObject({ status: 200, body: '{"data":{"client":null}}\n' });
  const records = new Map((await hub.ledger()).map((record) => [record.correlationId, record]));
  for (const [what, { answer, correlationId }] of answers) {
    expect([what, answer]).toEqual([what, first?.answer]);
    expect([what, records.get(correlationId ?? '')?.lines]).toEqual([
      what,
      [
        {
          section: 'Query.client',
          outcome: 'NOT_FOUND',
          // By a number, which can be made up, they are counted (row 68).
          rule: what.endsWith('by NHS number') ? 'RELATIONSHIP_BY_NUMBER' : 'RELATIONSHIP',
          basis: 'NEVER',
          reason: 'NO_RELATIONSHIP',
          consents: [],
          sources: [],
        },
      ],
    ]);
  }
  // Only somebody who exists has a history to which it belongs.
  const named = [...answers].filter(([, { correlationId }]) => records.get(correlationId ?? '')?.clientId);
  expect(named.map(([what]) => what)).toEqual([
    'a client of another organisation, by NHS number',
    'a client of another organisation, by the id that it would have here',
  ]);
});

test('asking for an explanation tells no more', async () => {
  const explain = `query($client: ID!) { explainAccess(client: $client, category: FIT_NOTES) {
    permitted category rule basis policyVersion reason consents nextStep } }`;
  const bodies = new Set<string>();
  for (const by of Object.values(await lookups())) {
    if ('id' in by) bodies.add((await hub.as('clinician').send(explain, { client: by.id })).body);
  }
  expect([...bodies].map((body) => JSON.parse(body) as unknown)).toEqual([
    {
      data: {
        explainAccess: {
          permitted: false,
          category: 'FIT_NOTES',
          rule: 'H-01',
          basis: 'DIRECT_CARE',
          policyVersion,
          reason: 'NO_RELATIONSHIP',
          consents: [],
          nextStep: null,
        },
      },
    },
  ]);
});

test('a consent cannot be recorded or withdrawn for them, in one wording', async () => {
  const terms = {
    categories: ['FIT_NOTES'],
    recipients: [{ audience: 'WORK_COACH' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    evidence: { method: 'SPOKEN', wording: 'Yes.' },
  };
  const refused = {
    __typename: 'ConsentRefused',
    reason: 'NOT_FOUND',
    message: 'No such client or consent for this caller.',
  };
  for (const by of Object.values(await lookups())) {
    if (!('id' in by)) continue;
    expect(await hub.as('clinician').record({ client: by.id, ...terms })).toEqual({ data: { recordConsent: refused } });
    expect(await hub.as('clinician').withdraw(String(by.id))).toEqual({ data: { withdrawConsent: refused } });
  }
});

test('a client finds nobody but themselves', async () => {
  const answer = await hub
    .as('client:ELSEWHERE')
    .query('query($by: ClientLookup!) { client(by: $by) { id } me { id } }', {
      by: { id: await hub.idFor('client', 'AMINA') },
    });
  expect(answer).toEqual({ data: { client: null, me: { id: await hub.idFor('client', 'ELSEWHERE') } } });
  expect(await hub.as('clinician').query('{ me { id } }')).toEqual({ data: { me: null } });
});

test('two organisations have two ids for one client, and each opens with its own alone', async () => {
  const ids = new Map<string, string>();
  for (const who of ['clinician', 'work-coach', 'provider-manager', 'commissioner'] as const) {
    const { data } = await hub.as(who).query('query($by: ClientLookup!) { client(by: $by) { id } }', {
      by: { nhsNumber: hub.nhsNumber('AMINA') },
    });
    ids.set(who, data.client.id as string);
  }
  expect(new Set(ids.values()).size).toBe(4);
  const open = (who: 'clinician' | 'work-coach', id: string | undefined) =>
    hub.as(who).query('query($by: ClientLookup!) { client(by: $by) { id } }', { by: { id } });
  expect(await open('clinician', ids.get('clinician'))).toEqual({ data: { client: { id: ids.get('clinician') } } });
  expect(await open('clinician', ids.get('work-coach'))).toEqual({ data: { client: null } });
});
