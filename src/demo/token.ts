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

/** The token, or what is wrong with the command. */
async function run(): Promise<{ readonly token: string } | { readonly fault: string }> {
  const asked = argumentsGiven();
  if (!asked) return { fault: usage };
  const { values, positionals } = asked;
  const [persona, ...rest] = positionals;
  if (persona === undefined || rest.length > 0 || !isPersonaName(persona)) return { fault: usage };
  const purpose = values.purpose as Purpose | undefined;
  if (purpose !== undefined && !purposes.includes(purpose))
    return { fault: `--purpose is none that the hub knows.\n${usage}` };
  if (values.client !== undefined && !isNHSNumber(values.client))
    return { fault: '--client is not a valid NHS number.' };
  const dataDirectory = dataDirectoryOf(process.env);
  if (!(await isRunning(dataDirectory)))
    return { fault: 'No demonstration hub is running on this data directory: npm start first.' };
  const claims: PersonaClaims = personas[persona].claims;
  const nhsNumber = values.client ?? createPopulation()[0]?.nhsNumber ?? '';
  const token = await mintToken(dataDirectory, {
    ...claims,
    ...(values.org !== undefined && { organisation: values.org as OrganisationId }),
    ...(purpose !== undefined && { purpose }),
    ...(claims.role === 'CLIENT' && isNHSNumber(nhsNumber) && { nhsNumber }),
  });
  return { token };
}

/** Undefined where an option is not one of ours, or lacks its value. */
function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { org: { type: 'string' }, purpose: { type: 'string' }, client: { type: 'string' } },
    });
  } catch {
    return undefined;
  }
}

async function isRunning(dataDirectory: string): Promise<boolean> {
  try {
    const { pid } = JSON.parse(await readFile(runningFile(dataDirectory), 'utf8')) as { pid: number };
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const result = await run();
if ('token' in result) process.stdout.write(`${result.token}\n`);
else {
  process.stderr.write(`${result.fault}\n`);
  process.exitCode = 1;
}
