/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { purposes } from '../../src/access/types.js';
import { startHub, type TestHub, type Who } from './hub.js';
import { nobodySpecial } from './people.js';
import { must, type Any } from './programmes/case-work.js';

const upstream = {
  fitNotes: [
    {
      status: 'NOT_FIT_FOR_WORK',
      assessed: '2026-09-01',
      from: '2026-09-01',
      to: '2026-09-29',
      adjustments: [],
      conditionCode: '279039007',
      conditionDisplay: 'Low back pain',
    },
  ],
  appointments: [
    {
      status: 'booked',
      start: '2026-12-03T09:30:00Z',
      end: '2026-12-03T09:40:00Z',
      description: 'Back pain review',
      location: 'Riverside',
    },
  ],
} as const;
const agrees = (...categories: readonly ('FIT_NOTES' | 'APPOINTMENTS' | 'SUPPORT')[]) =>
  [
    {
      effect: 'PERMIT',
      categories,
      recipients: [
        { kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' },
        { kind: 'audience', audience: 'WORK_COACH' },
      ],
      purposes,
      period: { start: '2026-01-01' },
    },
  ] as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      OPEN: { person: nobodySpecial(1, upstream), consents: agrees('FIT_NOTES', 'APPOINTMENTS') },
      PART: { person: nobodySpecial(2, upstream), consents: agrees('APPOINTMENTS', 'SUPPORT') },
      HIDDEN: { person: nobodySpecial(3, { ...upstream, restriction: 'R' }), consents: agrees('SUPPORT') },
    },
  });
});
afterAll(() => hub.close());

const coach = () => hub.as('work-and-health-coach');
const opened = async (name: string): Promise<Any> =>
  must(coach(), 'openCase', {
    client: await hub.idFor('provider', name),
    programme: 'workwell',
    stream: 'GREATER_MANCHESTER',
    area: 'GREATER_MANCHESTER',
  });
const timeline = `timeline { __typename ... on Withheld { reason } ... on CaseTimeline { events { at what strand organisation }
  withheld { category reason } sources { source outcome } } }`;
const read = async (who: Who, id: string): Promise<Any> =>
  (await hub.as(who).query(`query T($id: ID!) { case(id: $id) { ${timeline} } }`, { id })).data.case.timeline;
const told = ({ events }: Any): readonly string[] => events.map(({ what }: Any) => what as string);

test('one timeline holds both journeys: fit notes and appointments of the NHS beside the case, each by a decision of its own', async () => {
  const { id } = await opened('OPEN');
  const whole = await read('work-and-health-coach', id);
  expect(whole.events).toEqual([
    { at: '2026-09-01', what: 'FIT_NOTE NOT_FIT_FOR_WORK', strand: 'HEALTH', organisation: 'nhs-care-record' },
    { at: expect.any(String), what: 'OPENED', strand: null, organisation: 'PATHWAYS' },
    {
      at: expect.stringMatching(/^2026-12-03T09:30/),
      what: 'APPOINTMENT BOOKED',
      strand: 'HEALTH',
      organisation: 'nhs-care-record',
    },
  ]);
  expect(whole.withheld).toEqual([]);
  // That it was, and neither why nor where.
  expect(JSON.stringify(whole)).not.toMatch(/back|279039007|Riverside/i);
  const written = (await hub.ledger())
    .at(-1)
    ?.lines.map(({ category, section, outcome }) => `${section} ${category} ${outcome}`);
  expect(written).toEqual(
    expect.arrayContaining(['Case.timeline FIT_NOTES PERMITTED', 'Case.timeline APPOINTMENTS PERMITTED']),
  );
});

test('what the person did not agree to is withheld, and leaves the rest', async () => {
  const { id } = await opened('PART');
  const part = await read('work-and-health-coach', id);
  expect(told(part)).toEqual(['OPENED', 'APPOINTMENT BOOKED']);
  expect(part.withheld).toEqual([{ category: 'FIT_NOTES', reason: 'NO_CONSENT' }]);
  const { data } = await hub
    .as('work-coach')
    .query(`query C($by: ClientLookup!) { client(by: $by) { cases { edges { node { ${timeline} } } } } }`, {
      by: { id: await hub.idFor('jobcentre', 'PART') },
    });
  const [{ node }] = data.client.cases.edges;
  expect(told(node.timeline)).toContain('OPENED');
  expect(told(node.timeline).join()).not.toContain('FIT_NOTE');
  expect(node.timeline.withheld.map(({ category }: Any) => category)).toContain('FIT_NOTES');
});

test('a source that is down costs its own events and is named', async () => {
  const { id } = await opened('HIDDEN');
  const without = await read('work-and-health-coach', id);
  expect(without.sources).toEqual([]);
  hub.fail('nhs-care-record', { kind: 'status', status: 503 });
  const { edges } = (await hub.as('client:OPEN').query(`{ me { cases { edges { node { ${timeline} } } } } }`)).data.me
    .cases;
  expect(told(edges[0].node.timeline)).toEqual(['OPENED']);
  expect(edges[0].node.timeline.sources).toEqual(
    expect.arrayContaining([{ source: 'nhs-care-record', outcome: 'UNAVAILABLE' }]),
  );
  hub.heal();
});
