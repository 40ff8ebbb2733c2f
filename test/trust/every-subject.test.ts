/** Goal row 9: a record that is about several people is shown only where every one of them permits it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { decideForEvery } from '../../src/access/subjects.js';
import type { DataCategory, Decision } from '../../src/access/types.js';
import { isWithinPeriods } from '../../src/graph/data-period.js';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type Enrolment, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { anyRequest, dataDays, policy, someConsents } from './consent-samples.js';

const shows = (decision: Decision, day: string): boolean =>
  decision.permitted && (!decision.dataPeriods || isWithinPeriods({ issued: day }, decision.dataPeriods));

test('row 9: all subjects together show what each of them shows, in whatever order they are named', () => {
  const subjects = fc.array(someConsents, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(subjects, anyRequest, fc.constantFrom(...dataDays), (people, request, day) => {
      const [first, ...others] = people.map((consents) => decide(policy, consents, request));
      const together = decideForEvery([first!, ...others]);
      expect(shows(together, day)).toBe([first!, ...others].every((each) => shows(each, day)));
      const [last, ...rest] = [first!, ...others].reverse();
      expect(decideForEvery([last!, ...rest])).toEqual(together);
    }),
    { numRuns: 1_000 },
  );
});

describe('row 9: a group appointment', () => {
  const group = (others: readonly string[]) => [
    { status: 'booked', start: '2026-12-01T10:00:00Z', end: '2026-12-01T11:00:00Z', description: 'Group', location: 'Northgate', others },
  ]; // prettier-ignore
  const alone = { ...group([])[0]!, start: '2026-12-02T10:00:00Z', description: 'Alone', others: [] };
  const numberOf = (index: number): string => nobodySpecial(index).nhsNumber;
  const yes = {
    effect: 'PERMIT',
    categories: ['APPOINTMENTS'],
    recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    period: { start: '2026-01-01' },
  } as const;
  /** Everybody agrees to have their appointments seen; each is in a group with one other. */
  const withOther = (index: number, other: number, change: Partial<Enrolment> = {}): Enrolment => ({
    person: nobodySpecial(index, { appointments: [...group([numberOf(other)]), alone] }),
    consents: [yes],
    ...change,
  });
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({
      people: {
        WILLING: withOther(30, 31),
        ALSO_WILLING: { person: nobodySpecial(31), consents: [yes] },
        WITH_REFUSER: withOther(32, 33),
        REFUSER: { person: nobodySpecial(33), consents: [yes, { ...yes, effect: 'DENY' }] },
        WITH_STRANGER: withOther(34, 35),
        STRANGER: { person: nobodySpecial(35), consents: [yes], with: ['practice'] },
        WITH_NOBODY: withOther(36, 37),
        WITH_HIDDEN: withOther(38, 39),
        HIDDEN: { person: nobodySpecial(39, { restriction: 'R' }), consents: [yes] },
        WITH_OLD: withOther(40, 41),
        OLD: { person: nobodySpecial(41), consents: [{ ...yes, dataPeriod: { start: '2020-01-01', end: '2020-12-31' } }] },
      },
    }); // prettier-ignore
  });
  afterAll(() => hub.close());
  const seen = async (name: string): Promise<unknown> => {
    const { data } = await hub
      .as('work-and-health-coach')
      .query(
        'query Seen($by: ClientLookup!) { client(by: $by) { appointments { ... on Appointments { items { start location } sources { outcome } } } } }',
        { by: { nhsNumber: hub.nhsNumber(name) } },
      );
    return data.client.appointments;
  };
  const own = { start: '2026-12-02T10:00:00Z', location: 'Northgate' };
  const both = (location: string | null) => ({
    items: [own, { start: '2026-12-01T10:00:00Z', location }],
    sources: [{ outcome: 'ANSWERED' }],
  });
  const hidden = { items: [own], sources: [{ outcome: 'ANSWERED' }] };

  test.each([
    ['is shown where both permit', 'WILLING', both('Northgate')],
    ['is hidden where the other one said no', 'WITH_REFUSER', hidden],
    ['is hidden where the caller does not work with the other one', 'WITH_STRANGER', hidden],
    ['is hidden where nobody knows the other one', 'WITH_NOBODY', hidden],
    ['is hidden where it is newer than the data that the other one agreed to', 'WITH_OLD', hidden],
    ['tells no place where the other one must not be found', 'WITH_HIDDEN', both(null)],
  ])('%s', async (_what, name, expected) => {
    expect(await seen(name)).toEqual(expected);
  });

  test('a decision about the other one stands in their record, and none where the caller does not work with them', async () => {
    await seen('WILLING');
    await seen('WITH_REFUSER');
    await seen('WITH_STRANGER');
    const of = async (name: string) => {
      const id = await hub.clientId(name);
      const records = (await hub.ledger()).filter(({ clientId, operation }) => clientId === id && operation.name === 'Seen'); // prettier-ignore
      return [...new Set(records.flatMap(({ lines }) => lines.map(({ section, outcome }) => `${section} ${outcome}`)))];
    };
    expect(await of('ALSO_WILLING')).toEqual(['Client.appointments PERMITTED']);
    expect(await of('REFUSER')).toEqual(['Client.appointments REFUSED']);
    expect(await of('STRANGER')).toEqual([]);
  });

  test('is hidden where the other one withdraws while the source is being asked', async () => {
    const { data } = await hub.as('client:ALSO_WILLING').query('{ me { consents { id } } }');
    const [consent] = (data.me.consents as { id: string }[]).map(({ id }) => id);
    hub.fail('nhs-care-record', { kind: 'slow', delayMs: 500 });
    hub.forget();
    const answer = seen('WILLING');
    while (hub.asked()['nhs-care-record'] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await hub.as('client:ALSO_WILLING').withdraw(consent!);
    expect(await answer).toEqual(hidden);
    hub.heal();
  });
});

describe('row 9: a score, an appointment with a label', () => {
  const psy = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'PSY' }];
  const numberOf = (index: number): string => nobodySpecial(index).nhsNumber;
  const score = { instrument: 'PHQ_9', total: 9, assessed: '2026-10-01T09:00:00Z' } as const;
  const yes = (...categories: DataCategory[]) => ({
    effect: 'PERMIT' as const,
    categories,
    recipients: [{ kind: 'organisation' as const, organisation: organisations.provider.id }],
    purposes: ['EMPLOYMENT_SUPPORT' as const],
    period: { start: '2026-01-01' },
  });
  const labelled = {
    status: 'booked',
    start: '2026-12-01T10:00:00Z',
    end: '2026-12-01T11:00:00Z',
    description: 'Group',
    location: 'Northgate',
    labels: psy,
  };
  let hub: TestHub;
  const scored = (index: number, other: number): Enrolment => ({
    person: nobodySpecial(index, {
      measures: [
        { ...score, others: [numberOf(other)] },
        { ...score, total: 3 },
      ],
    }),
    consents: [yes('MEASURES')],
  });
  const booked = (index: number, other: number, ...categories: DataCategory[]): Enrolment => ({
    person: nobodySpecial(index, { appointments: [{ ...labelled, others: [numberOf(other)] }] }),
    consents: [yes('APPOINTMENTS', ...categories)],
  });
  beforeAll(async () => {
    hub = await startHub({
      people: {
        SCORED: scored(50, 51),
        WILLING: { person: nobodySpecial(51), consents: [yes('MEASURES')] },
        WITH_SILENT: scored(52, 53),
        SILENT: { person: nobodySpecial(53) },
        WITH_NOBODY: scored(54, 55),
        BOOKED: booked(60, 61, 'MENTAL_HEALTH_CONDITIONS'),
        ALL: { person: nobodySpecial(61), consents: [yes('APPOINTMENTS', 'MENTAL_HEALTH_CONDITIONS')] },
        WITH_PART: booked(62, 63, 'MENTAL_HEALTH_CONDITIONS'),
        PART: { person: nobodySpecial(63), consents: [yes('APPOINTMENTS')] },
        OWN_PART: booked(64, 65),
        ALL_TOO: { person: nobodySpecial(65), consents: [yes('APPOINTMENTS', 'MENTAL_HEALTH_CONDITIONS')] },
      },
    });
  });
  afterAll(() => hub.close());
  const seen = async (name: string): Promise<unknown> => {
    const asked = `query Seen($by: ClientLookup!) { client(by: $by) {
      measures { ... on Measures { items { total } } } appointments { ... on Appointments { items { description } } } } }`;
    const { data } = await hub.as('work-and-health-coach').query(asked, { by: { nhsNumber: hub.nhsNumber(name) } });
    const { measures, appointments } = data.client as Record<string, { items?: readonly object[] }>;
    return [...(measures?.items ?? []), ...(appointments?.items ?? [])];
  };

  test.each([
    ['is shown where both permit scores', 'SCORED', [{ total: 9 }, { total: 3 }]],
    ['is hidden where the other one said nothing, and the client’s own is not', 'WITH_SILENT', [{ total: 3 }]],
    ['is hidden where nobody knows the other one', 'WITH_NOBODY', [{ total: 3 }]],
    ['is shown where both permit what the label is about', 'BOOKED', [{ description: 'Group' }]],
    ['is hidden where the other one permits appointments, and not what the label is about', 'WITH_PART', []],
    ['is hidden where the client does not', 'OWN_PART', []],
  ])('%s', async (_what, name, expected) => {
    expect(await seen(name)).toEqual(expected);
  });

  test('what is held back for the sake of somebody else is counted for operators, and for nobody else', async () => {
    const held = async (): Promise<number> => {
      const body = await (await fetch(`${hub.url}/metrics`)).text();
      return Number(/outcome="OTHER_SUBJECT"\} (\d+)/.exec(body)?.[1] ?? 0);
    };
    const before = await held();
    await seen('WITH_SILENT');
    await seen('WITH_NOBODY');
    await seen('SCORED');
    expect((await held()) - before).toBe(2);
  });
});
