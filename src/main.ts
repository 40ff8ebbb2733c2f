/** Reads the environment, builds the hub, listens; nothing else. */
import { parseArgs } from 'node:util';
import { ConfigurationFault, readSettingsFile } from './config.js';
import { dataDirectoryOf } from './demo/data-directory.js';
import { buildHub } from './hub.js';
import { createLog } from './log.js';
import { listen } from './server/listen.js';
import { createMetrics } from './server/metrics.js';

const configuration = process.env['HUB_CONFIG'];

/** A hub that runs, and the words that say so. */
interface Started {
  readonly close: () => Promise<void>;
  readonly announce: () => void;
}

try {
  const { close, announce } =
    configuration === undefined ? await startDemonstration() : await startConfigured(configuration);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      close().then(
        () => process.exit(0),
        (error: unknown) => end(error),
      );
    });
  }
  announce(); // Only now: whoever reads it may stop the hub in the same moment.
} catch (error) {
  end(error);
}

async function startConfigured(path: string): Promise<Started> {
  if (fhirFolder() !== undefined)
    throw new ConfigurationFault(['--fhir loads a sandbox, and a configured hub has none']);
  const settings = readSettingsFile(path, process.env);
  const metrics = createMetrics();
  const log = createLog(settings.log);
  const hub = await buildHub(settings, { log, now: Date.now, onCall: metrics.onCall });
  const listening = await listen(hub, metrics);
  hub.refresher.start();
  hub.matchWorker.start();
  hub.escalation.start();
  hub.caseClocks.start();
  hub.withdrawals.start();
  hub.rounds.start();
  return {
    close: () => listening.close(),
    announce: () => log.info({ what: 'listening', url: listening.url }),
  };
}

async function startDemonstration(): Promise<Started> {
  // Loaded only here: a configured hub has no made-up people, no sandbox and no issuer of its own.
  const { startDemo } = await import('./demo/start.js');
  const { greeting } = await import('./demo/greeting.js');
  const metrics = createMetrics();
  const dataDirectory = dataDirectoryOf(process.env);
  const port = portFrom(process.env['PORT']);
  const folder = fhirFolder();
  const options = { dataDirectory, port, ...(folder !== undefined && { fhirFolder: folder }) };
  const demo = await startDemo(options, { log: createLog('warn'), now: Date.now, onCall: metrics.onCall }, metrics);
  const words = await greeting(demo, dataDirectory);
  return {
    close: () => demo.close(),
    announce: () => void process.stdout.write(words),
  };
}

/** `--fhir <folder>`: the one thing that can be asked for on the command line. */
function fhirFolder(): string | undefined {
  return parseArgs({ options: { fhir: { type: 'string' } } }).values.fhir;
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? 4000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigurationFault(['PORT: must be a whole number from 0 to 65535']);
}

function end(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
