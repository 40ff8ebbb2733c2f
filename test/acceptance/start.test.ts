import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { headKeyPaths, loadHeadKey } from '../../src/audit/head-key.js';
import { startDemoIssuer, mintToken, type DemoIssuer } from '../../src/demo/issuer.js';
import { personas } from '../../src/demo/personas.js';
import { createPopulation } from '../../src/demo/population.js';
import { createCaller, type Caller } from './caller.js';
import { mainFile, runToEnd, startProcess, type HubProcess } from './hub-process.js';

const tokenCommand = fileURLToPath(new URL('../../src/demo/token.js', import.meta.url));
const first = createPopulation()[0]!;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const claimsIn = (token: string): object =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;

describe('the demonstration', () => {
  let hub: HubProcess;
  const environment = () => ({ HUB_DATA_DIR: join(folder, 'demo-hub'), PORT: '0' });
  const token = (...words: string[]) => runToEnd(tokenCommand, { arguments: words, environment: environment() });
  const callerFor = (...words: string[]): Caller =>
    createCaller(hub.url, async () => (await token(...words)).out.trim());
  beforeAll(async () => {
    hub = await startProcess(environment());
  }, 60_000);
  afterAll(() => hub.end('SIGKILL'));

  test('says where it is, as whom one can ask, and how to end it', async () => {
    expect(hub.greeting).toContain(`GraphQL   ${hub.url}/graphql`);
    expect(hub.greeting).toContain(`Explorer  ${hub.url}/explorer`);
    for (const persona of Object.keys(personas)) expect(hub.greeting).toContain(persona);
    for (const path of ['/explorer', '/explorer/personas', '/health/live', '/health/ready', '/metrics']) {
      expect([path, (await fetch(`${hub.url}${path}`)).status]).toEqual([path, 200]);
    }
  });

  test('its curl line works as pasted', async () => {
    const line = hub.greeting.split('\n').find((each) => each.startsWith('curl '));
    const { stdout: out } = await promisify(execFile)('/bin/sh', ['-c', line ?? 'false']);
    const { data, errors } = JSON.parse(out) as { data: { client: object }; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data.client).toMatchObject({ workStatus: { __typename: 'WorkStatus' }, support: { __typename: 'Support' } });
  });

  test.each(Object.entries(personas))('a token for %s is who it says', async (persona, { claims }) => {
    const { data } = await callerFor(persona).query('{ viewer { subject organisation audience purpose } }');
    const { subject, organisation, role: audience, purpose } = claims;
    expect(data.viewer).toEqual({ subject, organisation, audience, purpose });
  });

  test('a token can be varied', async () => {
    const { out } = await token('work-coach', '--org', 'PATHWAYS', '--purpose', 'BENEFIT_ADMINISTRATION');
    expect(claimsIn(out)).toMatchObject({
      role: 'WORK_COACH',
      organisation: 'PATHWAYS',
      purpose: 'BENEFIT_ADMINISTRATION',
    });
    const second = createPopulation()[1]!.nhsNumber;
    expect(claimsIn((await token('client', '--client', second)).out)).toMatchObject({ nhs_number: second });
    expect(claimsIn((await token('client')).out)).toMatchObject({ nhs_number: first.nhsNumber });
  });

  test.each([
    [['nobody'], /^Usage: npm run -s token/],
    [[], /^Usage: /],
    [['clinician', 'client'], /^Usage: /],
    [['clinician', '--rank', 'high'], /^Usage: /],
    [['clinician', '--org'], /^Usage: /],
    [['clinician', '--purpose', 'CURIOSITY'], /^--purpose is none that the hub knows/],
    [['client', '--client', '9990000019'], /^--client is not a valid NHS number/],
  ])('a token for %j is refused in words', async (words, said) => {
    expect(await token(...words)).toEqual({ code: 1, out: '', err: expect.stringMatching(said) });
  });

  test('Ctrl-C ends it clean, no token is given afterwards, and a second start has everything', async () => {
    const look = '{ me { id consents { version status evidence { wording } } } }';
    const me = (await callerFor('client').query('{ me { id } }')).data.me.id as string;
    const recorded = await callerFor('client').record({
      client: me,
      categories: ['SUPPORT'],
      recipients: [{ audience: 'CLINICIAN' }],
      purposes: ['DIRECT_CARE'],
      evidence: { method: 'ELECTRONIC', wording: 'Kept over a restart.' },
    });
    expect(recorded.data.recordConsent.__typename).toBe('ConsentRecorded');
    const before = (await callerFor('client').query(look)).data;
    const history = '{ me { accessHistory(first: 100) { edges { node { at } } } } }';
    const looks = (await callerFor('client').query(history)).data.me.accessHistory.edges as unknown[];

    expect(await hub.end('SIGINT')).toBe(0);
    expect(await token('clinician')).toEqual({
      code: 1,
      out: '',
      err: 'No demonstration hub is running on this data directory: npm start first.\n',
    });

    hub = await startProcess(environment());
    expect((await callerFor('client').query(look)).data).toEqual(before);
    expect(JSON.stringify(before)).toContain('Kept over a restart.');
    const after = (await callerFor('client').query(history)).data.me.accessHistory.edges as unknown[];
    expect(after.length).toBeGreaterThan(looks.length);
    expect(await hub.end('SIGTERM')).toBe(0);
  }, 90_000);

  test('a port that is taken or is none is said in one line', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const onTaken = await runToEnd(mainFile, { environment: { ...environment(), PORT: String(port) } });
    taken.close();
    expect(onTaken).toMatchObject({ code: 1, err: expect.stringMatching(/EADDRINUSE/) });
    expect(onTaken.err.trim().split('\n')).toHaveLength(1);
    expect(await runToEnd(mainFile, { environment: { ...environment(), PORT: 'http' } })).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('PORT: must be a whole number from 0 to 65535'),
    });
  }, 60_000);
});

describe('a configured hub', () => {
  let issuer: DemoIssuer;
  const own = (name: string): string => join(folder, 'real', name);
  const write = async (settings: object): Promise<string> => {
    const path = own(`hub-${randomBytes(4).toString('hex')}.yaml`);
    await writeFile(path, stringify(settings));
    return path;
  };
  const good = () => ({
    operator: 'QZZ',
    listen: { port: 0 },
    store: { dataDirectory: 'data' },
    keys: { 1: { fromEnvironment: 'HUB_SEALING_KEY' } },
    ledger: { headKey: { fromFile: 'keys/ledger-private.pem' }, heads: { file: 'heads.jsonl' } },
    issuers: [{ ...issuer.settings, claims: {} }],
    sources: {},
  });
  const secret = randomBytes(32).toString('base64');
  const start = async (settings: object) =>
    runToEnd(mainFile, { environment: { HUB_CONFIG: await write(settings), HUB_SEALING_KEY: secret } });
  beforeAll(async () => {
    await mkdir(own('keys'), { recursive: true });
    await loadHeadKey({ ...headKeyPaths(own('.')), mayGenerate: true });
    issuer = await startDemoIssuer(own('.'));
  });
  afterAll(() => issuer.close());

  test('has no explorer, no introspection, no people, no issuer and no sandbox', async () => {
    const hub = await startProcess(
      { HUB_CONFIG: await write(good()), HUB_SEALING_KEY: secret },
      (printed) => /"what":"listening","url":"([^"]+)"/.exec(printed)?.[1],
    );
    try {
      for (const path of ['/explorer', '/explorer/personas', '/explorer/explorer.js']) {
        expect([path, (await fetch(`${hub.url}${path}`)).status]).toEqual([path, 404]);
      }
      expect(await (await fetch(`${hub.url}/health/ready`)).json()).toEqual({ ready: true, store: true, ledger: true });
      const token = await mintToken(own('.'), personas.clinician.claims);
      const caller = createCaller(hub.url, () => Promise.resolve(token));
      expect((await caller.query('{ __schema { queryType { name } } }')).errors).toMatchObject([
        { extensions: { code: 'INVALID_OPERATION', owner: 'SENDER' } },
      ]);
      const answer = await caller.query(
        `{ client(by: { nhsNumber: "${first.nhsNumber}" }) { id } clients { edges { cursor } } }`,
      );
      expect(answer).toEqual({ data: { client: null, clients: { edges: [] } } });
      expect(existsSync(join(own('data'), 'sandbox'))).toBe(false);
      expect(existsSync(join(own('data'), 'demo'))).toBe(false);
      expect(existsSync(own('heads.jsonl'))).toBe(true);
    } finally {
      expect(await hub.end('SIGINT')).toBe(0);
    }
  });

  test('with faults starts not at all, and names every one of them at once', async () => {
    const { code, out, err } = await start({
      ...good(),
      operator: 5,
      listen: { port: 70_000, hots: 'x' },
      keys: { 1: 'c2hvcnQ=', 2: { fromEnvironment: 'NOT_THERE' } },
      ledger: { headKey: { fromFile: 'nowhere.pem' }, heads: { url: 'http://heads.example' } },
      issuers: [{ issuer: 'x', audience: 'a', jwksUri: 'http://elsewhere.example/keys', mayVouchFor: ['ADMIN'] }],
      sources: { 'nhs-pds': {}, 'nhs-spine': {} },
      store: { dataDirectory: '' },
      limits: { depth: -1 },
      explore: true,
    });
    expect([code, out]).toEqual([1, '']);
    const faults = err.trim().split('\n');
    expect(faults[0]).toBe('The hub cannot start with this configuration:');
    const places = [
      'operator: Invalid input: expected string', 'store.dataDirectory: ', 'listen.port', 'listen: unknown setting hots', 'keys.1', 'keys.2: the environment has no NOT_THERE',
      'ledger.headKey: the file nowhere.pem cannot be read', 'ledger.heads.url: ', 'issuers.0.issuer', 'issuers.0.jwksUri',
      'issuers.0.mayVouchFor.0', 'sources.nhs-pds.baseUrl: missing', 'sources: unknown setting nhs-spine',
      'limits.depth', 'unknown setting explore',
    ]; // prettier-ignore
    expect(places.filter((place) => !faults.some((fault) => fault.includes(place)))).toEqual([]);
    expect(err).not.toContain('c2hvcnQ=');
  });

  test.each([
    ['a file that is not there', () => ({ HUB_CONFIG: '/nowhere/hub.yaml' }), 'HUB_CONFIG: the file cannot be read'],
    ['a file that is no YAML', () => ({ HUB_CONFIG: mainFile }), 'The hub cannot start with this configuration:'],
  ])('%s', async (_what, environment, said) => {
    expect(await runToEnd(mainFile, { environment: environment() })).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining(said),
    });
  });

  test('an empty file, or one that holds nothing of ours, names what is missing', async () => {
    const { code, err } = await start({});
    expect(code).toBe(1);
    for (const name of ['operator', 'listen', 'store', 'keys', 'ledger', 'issuers', 'sources']) {
      expect(err).toMatch(new RegExp(`- ${name}: missing`));
    }
  });

  test('bundles belong to a sandbox, and it has none', async () => {
    const run = await runToEnd(mainFile, {
      arguments: ['--fhir', folder],
      environment: { HUB_CONFIG: await write(good()), HUB_SEALING_KEY: secret },
    });
    expect(run).toMatchObject({ code: 1, err: expect.stringContaining('a configured hub has none') });
  });
});
