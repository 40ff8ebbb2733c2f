/**
 * Goal row 61, the Estonian notary case: a parent read in the national Data Tracker what a notary had looked up for their
 * child. Here a coach asks about one person, and a record of theirs names another: that other person's history says that they
 * were touched, and by whom, and tells nothing of the person who was asked about.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import type { Answer } from '../acceptance/caller.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';

const child = nobodySpecial(50, {
  appointments: [
    {
      status: 'booked',
      start: '2026-12-01T10:00:00Z',
      end: '2026-12-01T11:00:00Z',
      description: 'Group',
      location: 'Northgate',
      others: [nobodySpecial(51).nhsNumber],
    },
  ],
});
const yes = {
  effect: 'PERMIT',
  categories: ['APPOINTMENTS'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
} as const;
const entries = `{ me { accessHistory(first: 20) { edges { node {
  at organisation audience name purpose permitted throughSomebodyElse sentence receipt { record } } } } } }`;

const nodesOf = ({ data }: Answer): readonly { readonly audience: string }[] =>
  (data.me.accessHistory.edges as readonly { readonly node: { readonly audience: string } }[]).map(({ node }) => node);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      CHILD: { person: child, consents: [yes] },
      PARENT: { person: nobodySpecial(51), consents: [yes] },
    },
  });
});
afterAll(() => hub.close());

test('row 61: a query about somebody else shows who touched this record, and nothing of whose affair it was', async () => {
  const query = `query Look($by: ClientLookup!) { client(by: $by) { appointments { ... on Appointments { items { start } } } } }`;
  const { data } = await hub.as('work-and-health-coach').query(query, { by: { nhsNumber: hub.nhsNumber('CHILD') } });
  expect(data.client.appointments.items).toHaveLength(1);

  const parent = await hub.as('client:PARENT').query(entries);
  const [touched, ...others] = nodesOf(parent).filter(({ audience }) => audience !== 'CLIENT');
  expect(others).toEqual([]);
  const [, record] = (await hub.ledger()).filter(({ lines }) =>
    lines.some(({ category }) => category === 'APPOINTMENTS'),
  );
  expect(touched).toEqual({
    at: `${record!.at.slice(0, 10)}T00:00:00.000Z`,
    organisation: 'PATHWAYS',
    audience: 'WORK_AND_HEALTH_COACH',
    name: null,
    purpose: null,
    permitted: ['APPOINTMENTS'],
    throughSomebodyElse: true,
    sentence:
      'A work and health coach at Pathways Employment Support asked about some one else. What they read names you too. They saw your booked visits. You had said yes.',
    receipt: null,
  });
  const text = JSON.stringify(parent.data);
  for (const secret of [await hub.clientId('CHILD'), hub.nhsNumber('CHILD'), 'coach-shah', record!.correlationId]) {
    expect(text).not.toContain(secret);
  }

  const own = await hub.as('client:CHILD').query(entries);
  const ownEntry = nodesOf(own).find(({ audience }) => audience === 'WORK_AND_HEALTH_COACH');
  expect(ownEntry).toMatchObject({ throughSomebodyElse: false, purpose: 'EMPLOYMENT_SUPPORT' });
});
