import { afterEach, expect, test } from '@jest/globals';
import { startOpenReferralSandbox, type OpenReferralSandbox } from '../../../adapters/open-referral-uk/sandbox.js';

let sandbox: OpenReferralSandbox;
afterEach(() => sandbox.close());
const start = async (options: Parameters<typeof startOpenReferralSandbox>[0] = {}): Promise<void> => {
  sandbox = await startOpenReferralSandbox(options);
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any field of any answer
const get = async (path: string): Promise<{ status: number; headers: Headers; body: any }> => {
  const response = await fetch(`${sandbox.url}${path}`);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
};

test.each(['/', '/services', '/taxonomies', '/taxonomy_terms', '/service_at_locations'])(
  'GET %s is there, public, and for every origin',
  async (path) => {
    await start();
    const { status, headers } = await get(path);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  },
);

test.each(['services', 'taxonomies', 'taxonomy_terms', 'service_at_locations'])(
  'every item of /%s can be fetched by its id; another id is 404',
  async (name) => {
    await start();
    const { body } = await get(`/${name}`);
    const id = body.contents[0].id as string;
    expect((await get(`/${name}/${id}`)).body).toMatchObject({ id });
    expect((await get(`/${name}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  },
);

test('a page has the envelope of the standard, and is no larger than the publisher lets it be', async () => {
  await start({ largestPage: 5 });
  const { body } = await get('/service_at_locations?per_page=100&page=2');
  const { contents, ...envelope } = body as { contents: unknown[] };
  expect(contents).toHaveLength(5);
  expect(envelope).toEqual({
    total_items: 28,
    total_pages: 6,
    page_number: 2,
    size: 5,
    first_page: false,
    last_page: false,
    empty: false,
  });
  expect((await get('/service_at_locations?page=99')).body).toMatchObject({ empty: true, size: 0, contents: [] });
});

test('a list holds one-to-one fields only; the entry holds the rest', async () => {
  await start();
  const { body: list } = await get('/service_at_locations?search=movement');
  expect(list.contents[0].service).not.toHaveProperty('attributes');
  const { body: entry } = await get(`/service_at_locations/${list.contents[0].id as string}`);
  expect(entry).toMatchObject({ service: { attributes: [{}], service_areas: [{}] }, location: { addresses: [{}] } });
});

test('postcode alone asks who is available there; with proximity, who is near as well; /services knows neither', async () => {
  await start();
  const total = async (path: string): Promise<number> => (await get(path)).body.total_items as number;
  const all = await total('/service_at_locations');
  const inCity = await total('/service_at_locations?postcode=NR1%209ZZ');
  const nearCity = await total('/service_at_locations?postcode=NR1%209ZZ&proximity=500');
  expect(inCity).toBeLessThan(all);
  expect(nearCity).toBeLessThan(inCity);
  expect(await total('/services?postcode=NR1%209ZZ&proximity=1')).toBe(await total('/services'));
  expect((await get('/service_at_locations?postcode=elsewhere')).status).toBe(400);
});

test('ages and terms narrow a list', async () => {
  await start();
  const names = async (query: string): Promise<readonly string[]> =>
    ((await get(`/services?${query}`)).body.contents as { name: string }[]).map(({ name }) => name);
  expect(await names('minimum_age=50')).toEqual(['Over Fifties Employment Coaching']);
  expect(await names('maximum_age=24')).toEqual(['Young Minds at Work']);
  const { body } = await get('/taxonomy_terms');
  const debt = (body.contents as { id: string; name: string }[]).find(({ name }) => name === 'Debt advice')!;
  expect(await names(`taxonomy_term_id=${debt.id}`)).toEqual(['Money Sorted debt advice']);
});

test('a publisher throttles', async () => {
  await start({ requestsPerSecond: 2 });
  await get('/');
  await get('/');
  const { status, headers } = await get('/');
  expect([status, headers.get('retry-after')]).toEqual([429, '1']);
});

test('the same entries have the same ids at every start', async () => {
  await start();
  const first = (await get('/service_at_locations')).body.contents as { id: string }[];
  await sandbox.close();
  await start();
  const again = (await get('/service_at_locations')).body.contents as { id: string }[];
  expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});
