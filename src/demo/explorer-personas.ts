import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { NHSNumber } from '../access/types.js';
import type { Persona } from '../server/explorer.js';
import { mintToken } from './issuer.js';
import { personas } from './personas.js';

/** The personas as the explorer offers them, each with a fresh token and somebody to look at. */
export function personasFor(dataDirectory: string, people: readonly SandboxPerson[]): Promise<readonly Persona[]> {
  const sampleNhsNumber = people[0]?.nhsNumber ?? '';
  return Promise.all(
    Object.entries(personas).map(async ([persona, { title, claims }]) => ({
      persona,
      title,
      organisation: claims.organisation,
      purpose: claims.purpose,
      token: await mintToken(dataDirectory, {
        ...claims,
        ...(claims.role === 'CLIENT' && { nhsNumber: sampleNhsNumber as NHSNumber }),
      }),
      sampleNhsNumber,
    })),
  );
}
