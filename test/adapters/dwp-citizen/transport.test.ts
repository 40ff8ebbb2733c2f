import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { dwpCitizen, dwpSettings, type DwpSettings } from '../../../adapters/dwp-citizen/index.js';
import { createAuthority } from '../../../adapters/sandbox/certificates.js';
import { askDirectly, openDesk, type Desk } from './desk.js';
import { callOf, person, subjectOf, universalCredit } from './people.js';

const amina = person({ nino: 'ZZ123456C', familyName: 'Example', claims: [universalCredit()] });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([amina]);
});
beforeEach(() => {
  desk.sandbox.forget();
  desk.sandbox.heal();
});
afterAll(() => desk.close());

test('token, match and claims all go over a connection that proved our certificate', async () => {
  const first = await openDesk([amina]);
  await first.load().claims(subjectOf(amina));
  expect(
    first.sandbox.requests.map(({ path, clientCertificate }) => [path.split('/').at(-1), clientCertificate]),
  ).toEqual([
    ['token', true],
    ['match', true],
    ['claims', true],
  ]);
  await first.close();
});

test('the sandbox hangs up on a caller without a certificate, before any request', async () => {
  await expect(askDirectly(desk.sandbox, { path: '/', tls: {} })).rejects.toThrow();
  expect(desk.sandbox.requests).toEqual([]);
});

test('a certificate of another authority gets no answer, and the failure is that the source is out of reach', async () => {
  const stranger = createAuthority('Somebody else').issueClient('work-health-hub');
  const foreign = await openDesk([amina]);
  const { ca } = foreign.sandbox.settings.tls;
  await expect(askAs(foreign, { tls: { ca, ...stranger } })).rejects.toMatchObject({
    name: 'UpstreamError',
    reason: 'UNREACHABLE',
  });
  expect(foreign.sandbox.requests).toEqual([]);
  await foreign.close();
});

test('a server that our authority does not vouch for is told nothing', async () => {
  const { cert, key } = desk.sandbox.settings.tls;
  const tls = { ca: createAuthority('Somebody else').cert, cert, key };
  await expect(askAs(desk, { tls })).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  expect(desk.sandbox.requests).toEqual([]);
});

test('settings without a client certificate, or with plain HTTP, are refused', () => {
  const { settings } = desk.sandbox;
  expect(dwpSettings.safeParse(settings).success).toBe(true);
  expect(dwpSettings.safeParse({ ...settings, tls: { ca: settings.tls.ca } }).success).toBe(false);
  expect(dwpSettings.safeParse({ ...settings, baseUrl: 'http://dwp.example' }).success).toBe(false);
  expect(dwpSettings.safeParse({ ...settings, tokenUrl: 'http://dwp.example/token' }).success).toBe(false);
});

test('every call says for which request, source system, policy and user it is; claims say the access level too', async () => {
  const call = callOf({ correlationId: '550e8400-e29b-41d4-a716-446655440000' });
  await desk.load(call).claims(subjectOf(amina, { clientId: 'headers' as never }));
  const named = ['authorization', 'correlation-id', 'context', 'policy-id', 'instigating-user-id', 'access-level'];
  const [match, claims] = desk.sandbox.requests
    .filter(({ path }) => !path.endsWith('/token'))
    .map(({ headers }) => Object.fromEntries(named.map((name) => [name, headers[name]])));
  expect(match).toEqual({
    authorization: expect.stringMatching(/^Bearer .+/),
    'correlation-id': '550e8400-e29b-41d4-a716-446655440000',
    context: 'work-health-hub',
    'policy-id': 'work-health-hub-policy',
    'instigating-user-id': 'coach.amy@provider.example',
  });
  expect(claims).toEqual({ ...match, 'access-level': '1' });
});

test('a user id that HTTP cannot carry is sent encoded', async () => {
  const onBehalfOf = { ...callOf().onBehalfOf, subject: 'Zoë\r\nx: 1' };
  await desk.load({ onBehalfOf }).claims(subjectOf(amina, { clientId: 'encoded' as never }));
  expect(desk.sandbox.requests.at(-1)?.headers['instigating-user-id']).toBe('Zo%C3%AB%0D%0Ax%3A%201');
});

test('one token serves many calls, and a refused one is renewed once', async () => {
  const tokens = (): number => desk.sandbox.requests.filter(({ path }) => path.endsWith('/token')).length;
  await desk.load().claims(subjectOf(amina, { clientId: 'token-1' as never }));
  await desk.load().claims(subjectOf(amina, { clientId: 'token-2' as never }));
  expect(tokens()).toBeLessThanOrEqual(1);
  desk.sandbox.forget();
  desk.sandbox.fail({ kind: 'status', status: 401, path: /match$/, times: 1 });
  await desk.load().claims(subjectOf(amina, { clientId: 'token-3' as never }));
  expect(tokens()).toBe(1);
  expect(desk.asked()).toEqual(['match', 'match', 'claims']);
});

/** One read from the desk's sandbox, with a connection of its own and other settings. */
async function askAs({ sandbox }: Desk, settings: Partial<DwpSettings>): Promise<unknown> {
  const services = { now: () => Date.now(), onCall: () => undefined };
  const connection = await dwpCitizen.connect({ ...sandbox.settings, ...settings }, services);
  const answer = connection.loaders(callOf()).claims(subjectOf(amina));
  return answer.finally(() => connection.close());
}
