import { afterEach, describe, expect, test } from '@jest/globals';
import { dataCategories, purposes } from '../../src/access/types.js';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { createClock, startHub, type HubOptions, type TestHub } from './hub.js';
import { AMINA, nobodySpecial, supportedBy, whereabouts } from './people.js';
import { everything } from './sections.js';

let hub: TestHub;
afterEach(() => hub.close());

const { nhsNumber: _number, nino: _nino, ...facts } = AMINA;
const like = (index: number, restriction: SandboxPerson['restriction']): SandboxPerson =>
  nobodySpecial(index, { ...facts, restriction, provider: supportedBy(index) });
/** Yes to everything, to everyone: what is left out below is left out for the restriction alone. */
const consents = [
  {
    effect: 'PERMIT',
    categories: dataCategories,
    recipients: (['CLINICIAN', 'WORK_COACH', 'WORK_AND_HEALTH_COACH', 'PROVIDER_MANAGER', 'COMMISSIONER'] as const).map(
      (audience) => ({ kind: 'audience', audience }) as const,
    ),
    purposes,
    period: { start: '2026-01-01' },
  },
] as const;
const personas = ['clinician', 'work-coach', 'work-and-health-coach', 'provider-manager', 'commissioner'] as const;

const start = async (person: SandboxPerson, options: Partial<HubOptions> = {}): Promise<TestHub> =>
  (hub = await startHub({ people: { PERSON: { person, consents } }, ...options }));
const by = () => ({ by: { nhsNumber: hub.nhsNumber('PERSON') } });
const toldIn = (text: string): readonly string[] => whereabouts.filter((word) => text.includes(word));
const whatAll = async (): Promise<string> => {
  const answers = [];
  for (const who of personas) answers.push((await hub.as(who).send(everything, by())).body);
  return answers.join('\n');
};

test('for somebody whose location is open all of it is there, so that the search below could find it', async () => {
  await start(AMINA);
  expect(toldIn(await whatAll())).toEqual(whereabouts);
});

describe.each(['R', 'V', 'REDACTED', 'untraced'] as const)('somebody whom PDS calls %s', (restriction) => {
  test('is not to be found in any section, by anybody', async () => {
    await start(like(30, restriction === 'untraced' ? 'U' : restriction), { traced: restriction !== 'untraced' });
    const ask = async () => {
      // Whoever asks for demographics has PDS asked; the others must be as careful before it.
      const withoutTrace = everything.replace(/ {4}demographics [^]*?(?= {4}workStatus)/, '');
      return (await hub.as('clinician').send(restriction === 'untraced' ? withoutTrace : everything, by())).body;
    };
    const first = await ask();
    expect(toldIn(first)).toEqual([]);
    if (restriction !== 'untraced') expect(toldIn(await whatAll())).toEqual([]);
    const { data } = JSON.parse(first) as { data: { client: Record<string, { __typename: string }> } };
    expect(data.client['employment']).toMatchObject({
      __typename: 'Employment',
      spells: [{ employerName: null, workplace: null, locationWithheld: true, jobTitle: 'Receptionist' }],
    });
  });
});

test('contact is withheld whole, and says why', async () => {
  await start(like(31, 'R'));
  const { data } = await hub.as('clinician').query(everything, by());
  expect(data.client.contact).toEqual({
    __typename: 'Withheld',
    category: 'CONTACT',
    reason: 'LOCATION_RESTRICTED',
    rule: 'H-01',
    nextStep: null,
  });
  expect(data.client.demographics).toMatchObject({ locationRestricted: true, name: { family: 'Hussain' } });
});

test('the person sees their own', async () => {
  await start(like(32, 'V'));
  const { body } = await hub.as('client:PERSON').send(everything, by());
  expect(toldIn(body)).toEqual(['Harbour', 'Quayside', 'Northgate Library']);
});

const day = 25 * 3_600_000;
const shielded = (nhsNumber: string): string =>
  JSON.stringify({
    resourceType: 'Patient',
    id: nhsNumber,
    meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }] },
    birthDate: '1984-02-29',
    // PDS sends no address for R. One that slipped through must not go further.
    address: [{ use: 'home', line: ['12 Mill Lane', 'Northgate'], postalCode: 'NR1 2ZZ' }],
  });

test('somebody who becomes restricted is so from the trace that says it: nothing of that very answer leaves', async () => {
  const clock = createClock();
  await start(AMINA, { clock });
  expect(toldIn(await whatAll())).toEqual(whereabouts);
  clock.forward(day);
  hub.fail('nhs-pds', { kind: 'status', path: /Patient/, status: 200, body: shielded(AMINA.nhsNumber) });
  const look = `query($by: ClientLookup!) { client(by: $by) { demographics { __typename }
    encounters { ... on Encounters { items { serviceProvider } } } contact { __typename ... on Withheld { reason rule } } } }`;
  expect(await hub.as('clinician').query(look, by())).toEqual({
    data: null,
    errors: [
      {
        message: 'The location of a person in this answer was restricted meanwhile: nothing is shown. Ask again.',
        extensions: { code: 'RESTRICTION_CHANGED', owner: 'HUB' },
      },
    ],
  });
  const { data } = await hub.as('clinician').query(look, by());
  expect(data.client.contact).toEqual({ __typename: 'Withheld', reason: 'LOCATION_RESTRICTED', rule: 'H-01' });
  expect(toldIn(await whatAll())).toEqual([]);
});

test('somebody whose record PDS withdrew is restricted, though an older trace said otherwise', async () => {
  const clock = createClock();
  await start(AMINA, { clock });
  clock.forward(day);
  const body = JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'value', details: { coding: [{ code: 'INVALIDATED_RESOURCE' }] } }],
  });
  hub.fail('nhs-pds', { kind: 'status', path: /Patient/, status: 404, body });
  await hub.demo.hub.refresher.traceDue();
  expect(toldIn(await whatAll())).toEqual([]);
  const { data } = await hub.as('clinician').query(everything, by());
  expect(data.client.demographics).toMatchObject({ __typename: 'Unavailable' });
});
