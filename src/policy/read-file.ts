import { readFileSync } from 'node:fs';
import { PolicyFault } from '../access/policy.js';

/**
 * The text of a policy file.
 * @throws PolicyFault that says which setting names a file that cannot be read
 */
export function readPolicyFile(
  setting: 'sharing' | 'classification' | 'consentPolicies' | 'matching' | 'accessHistory',
  path: string,
): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    throw new PolicyFault([`policies.${setting}: the file ${path} cannot be read (${why})`]);
  }
}
