import type { Pool } from 'undici';
import { guidOf, type BenchPerson } from '../upstream/people.js';
import type { Claims } from './wire.js';

/** Reads claims, keeping the GUID that each answer names for the next read; a match where there is none yet. */
export function createClaimsReader(pool: Pool, authorization: string): (person: BenchPerson) => Promise<Claims> {
  const guids = new Map<number, string>();
  const headers = {
    authorization,
    accept: 'application/json',
    'correlation-id': guidOf('correlation'),
    context: 'bench',
    'policy-id': 'bench',
    'instigating-user-id': 'bench',
    'access-level': '1',
  };
  async function match({ familyName, givenName, birthDate }: BenchPerson): Promise<string> {
    const attributes = { lastName: familyName, dateOfBirth: birthDate, firstName: givenName };
    const { body } = await pool.request({
      method: 'POST',
      path: '/capi/v2/citizens/match',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonapi: { version: '1.0' }, data: { type: 'Match', attributes } }),
    });
    return ((await body.json()) as { data: { id: string } }).data.id;
  }
  return async (person) => {
    const guid = guids.get(person.index) ?? (await match(person));
    guids.delete(person.index);
    const path = `/capi/v2/citizens/${guid}/claims?effectiveFromDate=2025-01-01`;
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
    const claims = (await body.json()) as Claims;
    if (statusCode !== 200) throw new Error(`claims: ${statusCode}`);
    guids.set(person.index, claims.data[0]?.attributes.guid ?? '');
    return claims;
  };
}
