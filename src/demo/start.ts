import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { headKeyPaths, loadHeadKey } from '../audit/head-key.js';
import { parseSettings, type HubSettingsInput } from '../config.js';
import { buildHub, type Hub, type HubParts } from '../hub.js';
import { listen, type Listening } from '../server/listen.js';
import type { Metrics } from '../server/metrics.js';
import { isMissing } from './data-directory.js';
import { recordDemoEmployer } from './employer.js';
import { enrolPopulation } from './enrol.js';
import { enrolPatients } from './fhir-folder.js';
import { demoDeliveries, demoGateways } from './gateways.js';
import { demoLocalServices } from './local-services.js';
import { startDemoIssuer } from './issuer.js';
import { enrolReferrals } from './referrals.js';
import { organisations } from './organisations.js';
import { createPopulation } from './population.js';
import { personasFor } from './explorer-personas.js';
import { startSandboxes, type Sandboxes } from './sandboxes.js';

export interface DemoOptions {
  readonly dataDirectory: string;
  readonly port: number;
  /** A folder of FHIR R4 bundles to load into the care-record sandbox. */
  readonly fhirFolder?: string;
  readonly log?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Other people than the made-up population, and how they are enrolled. */
  readonly population?: {
    readonly people: readonly SandboxPerson[];
    readonly enrol: (hub: Hub) => Promise<void>;
  };
  /** Settings that differ from the demonstration's. */
  readonly change?: (settings: HubSettingsInput) => HubSettingsInput;
  /** Whether the hub's clocks run in the background: fresh demographics, overdue tasks. Default: yes. */
  readonly refresh?: boolean;
}

/** A running demonstration. */
export interface Demo {
  readonly url: string;
  /** Where receivers of referrals answer, where the settings have such a port. */
  readonly barsUrl?: string;
  readonly hub: Hub;
  readonly sandboxes: Sandboxes;
  readonly people: readonly SandboxPerson[];
  /** What `--fhir` loaded, in words. */
  readonly loaded?: string;
  close(): Promise<void>;
}

/** Starts the made-up people, the sandboxes of all upstream systems, the demo issuer, and a hub between them. */
export async function startDemo(options: DemoOptions, parts: HubParts, metrics: Metrics): Promise<Demo> {
  const { dataDirectory } = options;
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const people = options.population?.people ?? createPopulation();
  const enrol = options.population?.enrol ?? enrolAll(people);
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of closers.splice(0).reverse()) await stop();
  };
  try {
    const { fhirFolder } = options;
    const sandboxes = await startSandboxes({
      people,
      dataDirectory,
      now: parts.now,
      ...(fhirFolder !== undefined && { fhirFolder }),
    });
    closers.push(() => sandboxes.close());
    const { loaded } = sandboxes;
    const issuer = await startDemoIssuer(dataDirectory);
    closers.push(() => issuer.close());
    const hub = await buildHub(await demoSettings(options, sandboxes, issuer.settings), parts);
    let listening: Listening;
    try {
      await enrol(hub);
      if (loaded) await enrolPatients(hub, loaded);
      listening = await listen(hub, metrics, { personas: () => personasFor(dataDirectory, people) });
    } catch (error) {
      await hub.close();
      throw error;
    }
    closers.push(() => listening.close());
    if (options.refresh !== false) {
      hub.refresher.start();
      hub.matchWorker.start();
      hub.escalation.start();
      hub.caseClocks.start();
      hub.withdrawals.start();
      hub.rounds.start();
    }
    await writeRunningFile(dataDirectory, listening.url);
    closers.push(() => rm(runningFile(dataDirectory), { force: true }));
    const { url, barsUrl } = listening;
    return {
      url,
      ...(barsUrl !== undefined && { barsUrl }),
      hub,
      sandboxes,
      people,
      ...(loaded && { loaded: loaded.summary }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const enrolAll =
  (people: readonly SandboxPerson[]) =>
  async (hub: Hub): Promise<void> => {
    await enrolPopulation(hub, people);
    await enrolReferrals(hub, people);
    await recordDemoEmployer(hub, people);
  };

async function demoSettings(
  { dataDirectory, port, log, change = (settings) => settings }: DemoOptions,
  sandboxes: Sandboxes,
  issuer: Awaited<ReturnType<typeof startDemoIssuer>>['settings'],
) {
  const paths = headKeyPaths(dataDirectory);
  await loadHeadKey({ ...paths, mayGenerate: true });
  const settings: HubSettingsInput = {
    operator: organisations.board.id,
    organisationNames: Object.fromEntries(Object.values(organisations).map(({ id, name }) => [id, name])),
    listen: { port },
    store: { dataDirectory },
    keys: { 1: await sealingSecret(dataDirectory) },
    ledger: {
      headKey: await readFile(paths.privateKeyPath, 'utf8'),
      heads: { file: join(dataDirectory, 'ledger-heads.jsonl') },
    },
    issuers: [issuer],
    sources: sandboxes.settings,
    corrections: {
      holders: {
        'nhs-care-record': organisations.practice.id,
        'dwp-citizen': organisations.jobcentre.id,
        'provider-dataverse': organisations.provider.id,
        'provider-csv': organisations.provider.id,
      },
    },
    localServices: demoLocalServices,
    referral: {
      gateways: demoGateways,
      deliveries: demoDeliveries(sandboxes, `http://127.0.0.1:${port}`),
    },
    explorer: true,
    log: log ?? 'warn',
  };
  return parseSettings(change(settings));
}

/** Made once and kept: without it the demonstration's own records could not be read at the next start. */
async function sealingSecret(dataDirectory: string): Promise<string> {
  const path = join(dataDirectory, 'keys', 'sealing-1.key');
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const made = randomBytes(32).toString('base64');
  await mkdir(join(dataDirectory, 'keys'), { recursive: true, mode: 0o700 });
  await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/** Tells `npm run token` that a hub runs on this data directory, and where. */
export const runningFile = (dataDirectory: string): string => join(dataDirectory, 'demo', 'running.json');

const writeRunningFile = (dataDirectory: string, url: string): Promise<void> =>
  writeFile(runningFile(dataDirectory), JSON.stringify({ url, pid: process.pid }));
