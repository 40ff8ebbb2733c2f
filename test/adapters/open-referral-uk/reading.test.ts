import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { metresBetween } from '../../../adapters/open-referral-uk/distance.js';
import { mapDetail, mapListed } from '../../../adapters/open-referral-uk/mapper.js';
import { packageRoot } from '../../../src/package-root.js';
import { near, openDesk, type Desk } from './desk.js';

const from = { latitude: 52.63, longitude: 1.297 };
const fixture = JSON.parse(
  readFileSync(new URL('adapters/open-referral-uk/fixtures/service-at-location.json', packageRoot), 'utf8'),
) as Record<string, Record<string, unknown>>;

describe('an entry of the published shape', () => {
  test('is read whole', () => {
    expect(mapDetail(fixture, from, '2026-10-01T00:00:00.000Z')).toEqual({
      id: '5b0d2c1e-7a4f-4d7e-9a55-0f6d1c2b3a49',
      serviceId: 'e7f1b0a2-52c4-4c3d-8a7e-91b6d0c4f213',
      name: 'Back Care Clinic',
      description: 'Physiotherapy for back pain.',
      status: 'active',
      organisation: 'Mill Street Trust',
      minimumAge: 16,
      maximumAge: null,
      alert: 'Closed over Christmas.',
      url: 'https://backcare.example.org',
      email: 'desk@backcare.example.org',
      assuredOn: '2026-05-02',
      placeName: 'Mill Street Health Centre',
      placeType: 'physical',
      distanceMetres: 185,
      addressLines: ['3 Mill Street', 'Northgate', 'North County'],
      postcode: 'NR1 9ZZ',
      accessibility: ['Lift to all floors.'],
      areas: [{ name: 'Northgate city', uri: 'https://directory.example.org/areas/northgate-city' }],
      terms: [
        {
          id: 'term-physio',
          name: 'Physiotherapy',
          taxonomy: 'Support types',
          uri: 'https://directory.example.org/support-types#physiotherapy',
          linkType: 'service_type',
        },
      ],
      contacts: [{ name: 'Ola Reid', title: 'Clinic lead' }],
      costs: [{ option: 'First visit', amount: 12.5, per: 'a visit' }],
      opening: ['TU,TH, 09:00 to 12:30'],
      provenance: {
        source: 'open-referral-uk',
        retrievedAt: '2026-10-01T00:00:00.000Z',
        recordedAt: '2026-06-01T08:30:00.000Z',
      },
    });
  });

  test.each(['id', 'name', 'status'])('without the service’s %s it is left out, and nothing is guessed', (field) => {
    const service = Object.fromEntries(Object.entries(fixture['service'] ?? {}).filter(([name]) => name !== field));
    expect(mapListed({ ...fixture, service }, from, '')).toBeUndefined();
  });

  test('with a number where the standard has words it is malformed', () => {
    expect(() => mapListed({ ...fixture, service: { ...fixture['service'], name: 7 } }, from, '')).toThrow(
      expect.objectContaining({ source: 'open-referral-uk', reason: 'MALFORMED' }),
    );
  });
});

test('distances are those of the surface: London to Edinburgh is 534 kilometres', () => {
  const london = { latitude: 51.5074, longitude: -0.1278 };
  const edinburgh = { latitude: 55.9533, longitude: -3.1883 };
  expect(Math.round(metresBetween(london, edinburgh) / 1_000)).toBe(534);
  const point = fc.record({
    latitude: fc.double({ min: 49, max: 61, noNaN: true }),
    longitude: fc.double({ min: -9, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, (one, other) => {
      expect(metresBetween(one, one)).toBe(0);
      expect(metresBetween(one, other)).toBe(metresBetween(other, one));
      expect(metresBetween(one, other)).toBeLessThan(1_600_000);
    }),
  );
});

describe('a search', () => {
  let desk: Desk;
  afterEach(() => desk.close());

  test('reads every page and gives the nearest first, those without coordinates last, each once', async () => {
    desk = await openDesk({}, { largestPage: 7 });
    const answer = await desk.load().servicesNear(near);
    expect(answer?.complete).toBe(true);
    const pages = desk.sandbox.requests.map(({ query }) => query.get('page'));
    expect(pages).toEqual(['1', '2', '3', '4']);
    const distances = answer!.items.map(({ distanceMetres }) => distanceMetres ?? Infinity);
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
    expect(distances.at(-1)).toBe(Infinity);
    expect(new Set(answer!.items.map(({ id }) => id)).size).toBe(answer!.items.length);
  });

  test('asks from the fixed place in the district, and tells the feed nothing of the caller', async () => {
    desk = await openDesk();
    await desk.load().servicesNear({ ...near, search: 'debt' });
    const [{ path, query, headers }] = desk.sandbox.requests as [(typeof desk.sandbox.requests)[number]];
    expect([path, query.get('postcode'), query.get('proximity'), query.get('search')]).toEqual([
      '/service_at_locations',
      'NR1 9ZZ',
      '20000',
      'debt',
    ]);
    expect(Object.keys(headers).filter((name) => /correlation|authorization|cookie|request-id/.test(name))).toEqual([]);
  });

  test('narrows by distance, by words and by a term of the taxonomy', async () => {
    desk = await openDesk();
    const names = async (search: object): Promise<readonly string[]> =>
      [...new Set((await desk.load().servicesNear({ ...near, ...search }))?.items.map(({ name }) => name))].sort();
    expect(await names({ search: 'debts' })).toEqual(['Money Sorted debt advice']);
    const all = await desk.load().servicesNear(near);
    const detail = await desk.load().serviceDetail(all!.items.find(({ name }) => name.startsWith('Back'))!.id, 'NR1');
    const physiotherapy = detail!.terms[0]!.id;
    expect(await names({ taxonomyTerm: physiotherapy })).toEqual(['Back to Movement physiotherapy', 'Swim Again']);
    const close = await desk.load().servicesNear({ ...near, withinMetres: 400 });
    expect(close!.items.length).toBeLessThan(all!.items.length);
    expect(close!.items.every(({ distanceMetres }) => distanceMetres === null || distanceMetres <= 400)).toBe(true);
  });

  test('of a district that the settings do not name asks nobody', async () => {
    desk = await openDesk();
    expect(await desk.load().servicesNear({ ...near, district: 'ZZ9' })).toBeUndefined();
    expect(desk.sandbox.requests).toHaveLength(0);
  });

  test('is asked again only when its answer has become old', async () => {
    let now = Date.now();
    desk = await openDesk({ keepSeconds: 60 }, { clock: () => now });
    const deadline = now + 600_000;
    await desk.load({ deadline }).servicesNear(near);
    await desk.load({ deadline }).servicesNear(near);
    expect(desk.sandbox.requests).toHaveLength(1);
    now += 61_000;
    await desk.load({ deadline }).servicesNear(near);
    expect(desk.sandbox.requests).toHaveLength(2);
  });

  test('stops after ten pages and says that there may be more', async () => {
    desk = await openDesk({}, { largestPage: 1, requestsPerSecond: 100 });
    const answer = await desk.load().servicesNear(near);
    expect(answer).toMatchObject({ complete: false, items: { length: 10 } });
  });
});
