/** A hub that was started with `--fhir`, and what stands in the files that it loaded. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken } from '../../src/demo/issuer.js';
import { personas } from '../../src/demo/personas.js';
import { startDemo } from '../../src/demo/start.js';
import { createMetrics } from '../../src/server/metrics.js';
import { createCaller, type Caller } from './caller.js';

export interface FolderHub {
  readonly clinician: Caller;
  /** What start-up says was loaded. */
  readonly loaded: string;
  /** The NHS number that each loaded Patient has, by the Patient's id. */
  readonly nhsNumbers: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Starts the demonstration on a folder of bundles, with nobody made up beside its patients. */
export async function startOnFolder(fhirFolder: string): Promise<FolderHub> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'hub-folder-'));
  const metrics = createMetrics();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const demo = await startDemo(
    { dataDirectory, port: 0, fhirFolder, refresh: false, population: { people: [], enrol: () => Promise.resolve() } },
    { log: silent, now: Date.now, onCall: metrics.onCall },
    metrics,
  );
  // As the background does soon after start: until PDS was asked, everybody's whereabouts count as restricted.
  await demo.hub.refresher.traceDue();
  const loaded = demo.sandboxes.loaded?.patients ?? [];
  const nhsNumbers = (
    loaded as readonly { id: string; identifier: readonly { system: string; value: string }[] }[]
  ).map(
    ({ id, identifier }) =>
      [id, identifier.find(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number')?.value ?? ''] as const,
  );
  return {
    clinician: createCaller(demo.url, () => mintToken(dataDirectory, personas.clinician.claims)),
    loaded: demo.loaded ?? '',
    nhsNumbers: new Map(nhsNumbers),
    async close() {
      await demo.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
}
