/** `npm run -s token -- <persona> [--org ID] [--purpose PURPOSE] [--client NHS_NUMBER]`: prints an access token. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { purposes } from '../access/types.js';
import type { OrganisationId, Purpose } from '../access/types.js';
import { isNHSNumber } from '../identity/nhs-number.js';
import { dataDirectoryOf } from './data-directory.js';
import { mintToken } from './issuer.js';
import { isPersonaName, personas, type PersonaClaims } from './personas.js';
import { createPopulation } from './population.js';
import { runningFile } from './start.js';

const usage = `Usage: npm run -s token -- <persona> [--org ID] [--purpose PURPOSE] [--client NHS_NUMBER]
Personas: ${Object.keys(personas).join(', ')}
Purposes: ${purposes.join(', ')}`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { org: { type: 'string' }, purpose: { type: 'string' }, client: { type: 'string' } },
  });
  const [persona, ...rest] = positionals;
  if (persona === undefined || rest.length > 0 || !isPersonaName(persona)) return fail(usage);
  const purpose = values.purpose as Purpose | undefined;
  if (purpose !== undefined && !purposes.includes(purpose))
    return fail(`--purpose is none that the hub knows.\n${usage}`);
  if (values.client !== undefined && !isNHSNumber(values.client)) return fail('--client is not a valid NHS number.');
  const dataDirectory = dataDirectoryOf(process.env);
  if (!(await isRunning(dataDirectory)))
    return fail('No demonstration hub is running on this data directory: npm start first.');
  const claims: PersonaClaims = personas[persona].claims;
  const nhsNumber = values.client ?? createPopulation()[0]?.nhsNumber ?? '';
  const token = await mintToken(dataDirectory, {
    ...claims,
    ...(values.org !== undefined && { organisation: values.org as OrganisationId }),
    ...(purpose !== undefined && { purpose }),
    ...(claims.role === 'CLIENT' && isNHSNumber(nhsNumber) && { nhsNumber }),
  });
  process.stdout.write(`${token}\n`);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function isRunning(dataDirectory: string): Promise<boolean> {
  try {
    const { pid } = JSON.parse(await readFile(runningFile(dataDirectory), 'utf8')) as { pid: number };
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

await main();
