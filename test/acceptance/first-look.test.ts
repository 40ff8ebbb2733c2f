/** Somebody who was enrolled a moment ago, and of whom PDS has not been asked yet. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createClock, startHub, type TestHub } from './hub.js';
import { AMINA } from './people.js';
import { everyState } from './sections.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub({ people: { AMINA: { person: AMINA } }, traced: false });
});
afterEach(() => hub.close());

const by = { by: { nhsNumber: AMINA.nhsNumber } };
const records = { workStatus: { __typename: 'WorkStatus' }, benefits: { __typename: 'Benefits' } };

test('a source that knows people by name is asked at the first look, once PDS has said who they are', async () => {
  const look = everyState(['workStatus', 'benefits']);
  expect(await hub.as('client:AMINA').query(look, by)).toEqual({ data: { client: records } });
  expect(hub.asked()['nhs-pds']).toBe(1);
  expect(await hub.as('client:AMINA').query(look, by)).toEqual({ data: { client: records } });
  expect(hub.asked()['nhs-pds']).toBe(1);
});

test('sources that need no name do not wait for PDS, and it is not asked for them', async () => {
  const { data } = await hub.as('client:AMINA').query(everyState(['conditions', 'support']), by);
  expect(data.client).toEqual({ conditions: { __typename: 'Conditions' }, support: { __typename: 'Support' } });
  expect(hub.asked()['nhs-pds']).toBe(0);
});

test('a refusal does not ask PDS who it is that is refused', async () => {
  await hub.as('clinician').query(everyState(['workStatus', 'benefits']), by);
  expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
});

test('while PDS is down, only what needs the name is missing', async () => {
  hub.fail('nhs-pds', { kind: 'status', status: 500 });
  const { data } = await hub.as('client:AMINA').query(everyState(['benefits', 'employment', 'fitNotes']), by);
  expect(data.client).toEqual({
    benefits: {
      __typename: 'Unavailable',
      category: 'BENEFITS',
      cause: 'REFUSED',
      sources: [{ source: 'dwp-citizen', outcome: 'UNAVAILABLE', cause: 'REFUSED', complete: false }],
    },
    employment: { __typename: 'Employment' },
    fitNotes: { __typename: 'FitNotes' },
  });
});

test('what PDS said is kept and says how old it is, and that PDS could not be asked again', async () => {
  const clock = createClock();
  await hub.close();
  hub = await startHub({ people: { AMINA: { person: AMINA } }, clock });
  const look = `query($by: ClientLookup!) { client(by: $by) { demographics { ... on Demographics {
    name { family } ageDays sources { outcome cause } } } } }`;
  clock.forward(3 * 86_400_000);
  hub.fail('nhs-pds', { kind: 'status', status: 500 });
  const old = { name: { family: 'Hussain' }, ageDays: 3, sources: [{ outcome: 'UNAVAILABLE', cause: 'SERVER_ERROR' }] };
  expect(await hub.as('clinician').query(look, by)).toEqual({ data: { client: { demographics: old } } });
  hub.heal();
  const fresh = { name: { family: 'Hussain' }, ageDays: 0, sources: [{ outcome: 'ANSWERED', cause: null }] };
  expect(await hub.as('clinician').query(look, by)).toEqual({ data: { client: { demographics: fresh } } });
});
