/** A whole hub over HTTP, with the sandboxes of all its upstream systems, for one test or one file. */
import { readFileSync } from 'node:fs';
import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, type JWTHeaderParameters } from 'jose';
import type { Fault } from '../../adapters/sandbox/server.js';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { decide } from '../../src/access/decide.js';
import { parsePolicy } from '../../src/access/policy.js';
import type { ClientId, NHSNumber } from '../../src/access/types.js';
import { keptVersions } from '../../src/audit/kept-versions.js';
import { replayLedger } from '../../src/audit/replay-ledger.js';
import { scanLedger } from '../../src/audit/scan.js';
import type { HubSettingsInput } from '../../src/config.js';
import type { ConsentTerms } from '../../src/consent/desk.js';
import { organisations, type PartnerName } from '../../src/demo/organisations.js';
import { personas, type PersonaName } from '../../src/demo/personas.js';
import { startDemo, type Demo } from '../../src/demo/start.js';
import type { Log } from '../../src/log.js';
import { packageRoot } from '../../src/package-root.js';
import { createMetrics } from '../../src/server/metrics.js';
import type { LedgerDocument } from '../../src/store/documents.js';
import type { Store } from '../../src/store/port.js';
import { createCaller, type Caller } from './caller.js';

/** The version of the sharing policy that is shipped, and so decides. */
export const { version: policyVersion } = parsePolicy(
  readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8'),
);

export const partners = Object.keys(organisations) as readonly PartnerName[];
export const evidence: ConsentTerms['evidence'] = {
  method: 'WRITTEN',
  wording: 'I agree.',
  language: 'en-GB',
  givenBy: 'CLIENT',
};

/** Deadlines of a request and of its sources, ms, so that a test says the same on a machine that is busy with others. */
const patienceMs = 30_000;

/** A person, whom they are enrolled with (default: all partners), and what they have agreed to. */
export interface Enrolment {
  readonly person: SandboxPerson;
  readonly with?: readonly PartnerName[];
  readonly consents?: readonly Omit<ConsentTerms, 'evidence'>[];
  /** Whether the hub knows them. Default: yes; the source systems know them either way. */
  readonly enrolled?: false;
}

export interface HubOptions {
  readonly people: Readonly<Record<string, Enrolment>>;
  /** Whether PDS was asked about everyone before the test begins. Default: yes. */
  readonly traced?: boolean;
  /** Milliseconds by which an upstream is slow from the start. */
  readonly latency?: Partial<Record<SourceName, number>>;
  /** Whether the directory of local services is connected too. Default: no. */
  readonly directory?: boolean;
  readonly change?: (settings: HubSettingsInput) => HubSettingsInput;
  readonly clock?: Clock;
  /** The test changes kept policies, consents or records behind the hub's back. */
  readonly altersHistory?: boolean;
  /** Keeps its data for another start; the test removes it. */
  readonly dataDirectory?: string;
}

/** The machine's clock, that can be put forward. */
export interface Clock {
  readonly now: () => number;
  forward(ms: number): void;
}

export function createClock(): Clock {
  let offset = 0;
  return { now: () => Date.now() + offset, forward: (ms) => void (offset += ms) };
}

const sandboxNames = {
  'nhs-pds': 'pds',
  'nhs-care-record': 'careRecord',
  'dwp-citizen': 'dwp',
  'provider-dataverse': 'dataverse',
} as const;
export type SourceName = keyof typeof sandboxNames;
export const sourceNames = Object.keys(sandboxNames) as readonly SourceName[];

export type Claims = Readonly<Record<string, unknown>>;
export type Who = PersonaName | `client:${string}` | Claims;

export interface TestHub {
  readonly url: string;
  readonly demo: Demo;
  readonly dataDirectory: string;
  /** What the hub logged, as operators would read it. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  as(who: Who): Caller;
  /** An access token; `header` and `key` to make a wrong one. */
  token(claims: Claims, wrong?: { header?: Partial<JWTHeaderParameters>; key?: KeyObject }): Promise<string>;
  /** A person's id as an organisation is given it. */
  idFor(partner: PartnerName | 'client', name: string): Promise<string>;
  clientId(name: string): Promise<ClientId>;
  nhsNumber(name: string): string;
  fail(source: SourceName, fault: Fault): void;
  heal(): void;
  /** How often each source was asked since the last `forget`, token requests left out. */
  asked(): Readonly<Record<SourceName, number>>;
  forget(): void;
  ledger(): Promise<readonly LedgerDocument[]>;
  close(): Promise<void>;
}

export async function startHub(options: HubOptions): Promise<TestHub> {
  const { people, traced = true, clock = createClock() } = options;
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'hub-acceptance-')));
  const logged: Readonly<Record<string, unknown>>[] = [];
  const keep = (entry: Readonly<Record<string, unknown>>): void => void logged.push(entry);
  const log: Log = { info: keep, warn: keep, error: keep };
  const metrics = createMetrics();
  const demo = await startDemo(
    {
      dataDirectory,
      port: 0,
      refresh: false,
      change: (settings) => {
        // These four only: a fifth source would stand in every list of sources that a test spells out. A directory is in none.
        const { sources } = settings;
        const names = [...sourceNames, ...(options.directory === true ? (['open-referral-uk'] as const) : [])];
        const four = {
          ...settings,
          requestDeadlineMs: patienceMs,
          // A test asks for more strangers than anybody at a desk does.
          probing: { misses: 1_000 },
          sources: Object.fromEntries(names.map((name) => [name, { ...sources[name], deadlineMs: patienceMs }])),
        };
        return options.change?.(four) ?? four;
      },
      population: {
        people: Object.values(people).map(({ person }) => person),
        enrol: async (hub) => {
          for (const [index, enrolment] of Object.values(people).entries()) {
            if (enrolment.enrolled !== false) await enrol(hub, enrolment, index);
          }
          if (traced) await hub.refresher.traceDue();
        },
      },
    },
    { log, now: clock.now, onCall: metrics.onCall },
    metrics,
  );
  const { hub, sandboxes } = demo;
  const { directory } = hub.services;
  const sandbox = (source: SourceName) => sandboxes[sandboxNames[source]];
  for (const [source, delayMs] of Object.entries(options.latency ?? {})) {
    sandbox(source as SourceName).fail({ kind: 'slow', delayMs });
  }
  const forget = (): void => sourceNames.forEach((source) => sandbox(source).forget());
  forget();

  const personOf = (name: string): SandboxPerson => {
    const person = people[name]?.person;
    if (!person) throw new Error(`no person ${name} in this test`);
    return person;
  };
  const clientId = async (name: string): Promise<ClientId> => {
    const found = await directory.byNHSNumber(personOf(name).nhsNumber as NHSNumber);
    if (!found) throw new Error(`${name} is not enrolled`);
    return found.id;
  };
  const claimsOf = (who: Who): Claims => {
    if (typeof who === 'object') return who;
    const { subject, ...claims } = personas[isClient(who) ? 'client' : who].claims;
    if (!isClient(who)) return { sub: subject, ...claims };
    const name = who.slice('client:'.length);
    return { sub: `client-${name}`, ...claims, nhs_number: personOf(name).nhsNumber };
  };
  const token: TestHub['token'] = async (claims, { header, key } = {}) => {
    const issuer = hub.settings.issuers[0]!;
    const seconds = Math.floor(clock.now() / 1000);
    const payload = { iss: issuer.issuer, aud: issuer.audience, iat: seconds, exp: seconds + 600, ...claims };
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'demo', typ: 'at+jwt', ...header })
      .sign(key ?? (await issuerKey(dataDirectory)));
  };
  return {
    url: demo.url,
    demo,
    dataDirectory,
    logged,
    as: (who) => createCaller(demo.url, () => token(claimsOf(who))),
    token,
    idFor: async (partner, name) =>
      directory.pairwiseId(
        partner === 'client' ? personas.client.claims.organisation : organisations[partner].id,
        await clientId(name),
      ),
    clientId,
    nhsNumber: (name) => personOf(name).nhsNumber,
    fail: (source, fault) => sandbox(source).fail(fault),
    heal: () => sourceNames.forEach((source) => sandbox(source).heal()),
    asked: () =>
      Object.fromEntries(
        sourceNames.map((source) => [
          source,
          sandbox(source).requests.filter(({ path }) => !path.endsWith('/token')).length,
        ]),
      ) as Record<SourceName, number>,
    forget,
    ledger: async () => {
      const records: LedgerDocument[] = [];
      for await (const record of scanLedger(hub.store)) records.push(record);
      return records;
    },
    async close() {
      try {
        if (options.altersHistory !== true) await replaysToTheSame(hub.store);
      } finally {
        await demo.close();
      }
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Whatever a test made the hub decide must come out the same when it is decided again (goal row 59). */
async function replaysToTheSame(store: Store): Promise<void> {
  const { first } = await replayLedger(scanLedger(store), { decide, ...keptVersions(store) });
  if (first) throw new Error(`a decision does not replay: ${JSON.stringify(first)}`);
}

const isClient = (who: string): who is `client:${string}` => who.startsWith('client:');

async function enrol(hub: Demo['hub'], { person, consents = [], ...enrolment }: Enrolment, index: number) {
  const { directory } = hub.services;
  const since = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
  const clientId = await directory.enrol({
    nhsNumber: person.nhsNumber as NHSNumber,
    ...(person.nino !== undefined && { nino: person.nino }),
    externalIds: person.provider ? { 'provider-dataverse': person.provider.contactId } : {},
    enrolledAt: since,
  });
  for (const partner of enrolment.with ?? partners) {
    const { id, kind } = organisations[partner];
    await directory.relate({ organisation: id, clientId, kind, since });
  }
  const { subject, organisation, role, purpose } = personas['work-and-health-coach'].claims;
  const recorder = { subject, organisation, audience: role, purpose, issuer: 'test' };
  for (const [number, terms] of consents.entries()) {
    const key = `enrolment-${index}-${number}`;
    const outcome = await hub.services.consents.record(recorder, clientId, key, { ...terms, evidence });
    if (outcome.kind === 'refused') throw new Error(outcome.message);
  }
}

async function issuerKey(dataDirectory: string): Promise<KeyObject> {
  const jwk = JSON.parse(await readFile(join(dataDirectory, 'demo', 'issuer-key.json'), 'utf8')) as JsonWebKey;
  return createPrivateKey({ key: jwk, format: 'jwk' });
}
