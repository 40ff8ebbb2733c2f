import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { composeServices, type ServiceDefinition } from '@theguild/federation-composition';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { packageRoot } from '../../src/package-root.js';
import type { Answer } from './caller.js';
import { startHub, type TestHub, type Who } from './hub.js';
import { AMINA, nobodySpecial } from './people.js';

let hub: TestHub;
let housing: Server;
let housingUrl: string;
const keptFlats = new Map<string, string>();
beforeAll(async () => {
  hub = await startHub({
    people: { AMINA: { person: AMINA }, ELSEWHERE: { person: nobodySpecial(20), with: ['jobcentre'] } },
  });
  housing = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        variables?: Record<string, readonly { id: string }[]>;
      };
      const references = Object.values(variables ?? {})[0] ?? [];
      const _entities = references.map(({ id }) => ({ __typename: 'Client', id, tenancy: keptFlats.get(id) ?? null }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { _entities } }));
    });
  });
  await new Promise<void>((resolve) => housing.listen(0, '127.0.0.1', resolve));
  housingUrl = `http://127.0.0.1:${(housing.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await hub.close();
  housing.close();
});

/** Another department's graph, which knows something of the same clients. */
const housingSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { tenancies: Int }
  type Client @key(fields: "id") { id: ID! tenancy: String }`;

const sdl = async (): Promise<string> =>
  (await hub.as('clinician').query('{ _service { sdl } }')).data._service.sdl as string;

async function supergraph(): Promise<string> {
  const services: ServiceDefinition[] = [
    { name: 'hub', typeDefs: parse(await sdl()), url: `${hub.url}/graphql` },
    { name: 'housing', typeDefs: parse(housingSdl), url: housingUrl },
  ];
  const composed = composeServices(services);
  expect(composed.errors ?? []).toEqual([]);
  return composed.supergraphSdl ?? '';
}

/** A router that passes on who asks. */
async function routerFor(who: Who): Promise<GraphQLSchema> {
  const token = await hub.as(who).token();
  return getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: await supergraph(),
    onSubschemaConfig: (config) => {
      const { endpoint } = config;
      config.executor = buildHTTPExecutor({ endpoint, headers: { authorization: `Bearer ${token}` } });
    },
  });
}

test('the contract composes with another graph, and keeps its access directives to itself', async () => {
  const composed = await supergraph();
  expect(composed).toContain('type Client');
  expect(composed).toMatch(/join__type\(graph: HUB, key: "id"/);
  expect(await sdl()).not.toContain('_service');
});

test('one query through a router is answered by both, with the caller’s own token', async () => {
  const id = await hub.idFor('practice', 'AMINA');
  keptFlats.set(id, 'secure');
  const source = `query Routed($by: ClientLookup!) { client(by: $by) { id tenancy
    fitNotes { __typename ... on FitNotes { items { status assessmentDate } } }
    support { __typename ... on Withheld { reason rule } } } }`;
  const answer = await graphql({
    schema: await routerFor('clinician'),
    source,
    variableValues: { by: { nhsNumber: hub.nhsNumber('AMINA') } },
  });
  expect(JSON.parse(JSON.stringify(answer))).toEqual({
    data: {
      client: {
        id,
        tenancy: 'secure',
        fitNotes: {
          __typename: 'FitNotes',
          items: [
            { status: 'MAY_BE_FIT_FOR_WORK', assessmentDate: '2026-09-01' },
            { status: 'NOT_FIT_FOR_WORK', assessmentDate: null },
          ],
        },
        support: { __typename: 'Withheld', reason: 'NO_CONSENT', rule: 'H-02' },
      },
    },
  });
  const records = (await hub.ledger()).filter(({ operation }) => operation.name === 'Routed');
  expect(records.map(({ viewer }) => viewer.subject)).toEqual(['dr-okafor']);
});

test('a router without a token gets no further than anybody', async () => {
  const schema = getStitchedSchemaFromSupergraphSdl({ supergraphSdl: await supergraph() });
  const { data, errors } = await graphql({ schema, source: '{ viewer { subject } }' });
  expect(data ?? null).toBeNull();
  expect(errors?.map(({ message }) => message)).toEqual(['An access token is needed: Authorization: Bearer <token>.']);
});

describe('a reference opens a client by the rules of every other way', () => {
  const entities = (who: Who, representations: readonly object[]): Promise<Answer> =>
    hub.as(who).query(
      `query References($r: [_Any!]!) { _entities(representations: $r) { ... on Client { id
        fitNotes { __typename } benefits { __typename ... on Withheld { reason } } } } }`,
      { r: representations },
    );
  const client = async (partner: 'practice' | 'jobcentre', name: string) => ({
    __typename: 'Client',
    id: await hub.idFor(partner, name),
  });

  test('ours is shown and refused section by section; theirs, nobody’s and another’s id are null', async () => {
    const own = await client('practice', 'AMINA');
    const answer = await entities('clinician', [
      own,
      await client('practice', 'ELSEWHERE'),
      await client('jobcentre', 'AMINA'),
      { __typename: 'Client', id: 'nobody' },
    ]);
    expect(answer).toEqual({
      data: {
        _entities: [
          {
            id: own.id,
            fitNotes: { __typename: 'FitNotes' },
            benefits: { __typename: 'Withheld', reason: 'NO_CONSENT' },
          },
          null,
          null,
          null,
        ],
      },
    });
    const record = (await hub.ledger()).filter(({ operation }) => operation.name === 'References');
    expect(record.flatMap(({ lines }) => lines.map(({ section, outcome }) => `${section} ${outcome}`)).sort()).toEqual([
      'Client.benefits REFUSED',
      'Client.fitNotes PERMITTED',
      'Query._entities NOT_FOUND',
      'Query._entities NOT_FOUND',
      'Query._entities NOT_FOUND',
    ]);
  });

  test('a refused section asks no source', async () => {
    hub.forget();
    const own = await client('practice', 'AMINA');
    await entities('privacy-officer', [own]);
    expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
  });

  test.each([
    [[{ __typename: 'Viewer', id: 'x' }], 'representations: each needs __typename Client and an id.'],
    [[{ __typename: 'Client' }], 'representations: each needs __typename Client and an id.'],
    [Array.from({ length: 51 }, () => ({ __typename: 'Client', id: 'x' })), 'representations: at most 50.'],
  ])('what is no reference is refused (%#)', async (representations, message) => {
    const { data, errors } = await entities('clinician', representations);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_INPUT', owner: 'SENDER' } }]);
  });
});

test('no package in the tree is under the Elastic licence, or under none that is known', () => {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', packageRoot), 'utf8')) as {
    packages: Record<string, { license?: string }>;
  };
  const licences = Object.entries(packages).map(([path, { license }]) => `${path} ${license ?? 'no licence'}`);
  expect(licences.length).toBeGreaterThan(300);
  expect(licences.filter((line) => /elastic|SSPL|BUSL|UNLICENSED/i.test(line))).toEqual([]);
  expect(
    Object.keys(packages).filter((path) => /@apollo\/(subgraph|gateway|composition|federation)/.test(path)),
  ).toEqual([]);
});
