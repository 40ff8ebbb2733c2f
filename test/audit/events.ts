import { generateKeyPairSync } from 'node:crypto';
import type { ClientId, OrganisationId } from '../../src/access/types.js';
import type { LedgerEvent } from '../../src/audit/record.js';

export const keys = generateKeyPairSync('ed25519');
export const now = (): number => Date.parse('2025-06-02T09:30:00Z');

/** A clinician saw that client `name` is in work, and was refused the benefits. */
export function eventOf(name: string): LedgerEvent {
  return {
    clientId: name as ClientId,
    viewer: {
      subject: 'dr-adeyemi',
      organisation: 'A81001' as OrganisationId,
      audience: 'CLINICIAN',
      purpose: 'DIRECT_CARE',
    },
    operation: { name: 'InWork', digest: 'ab'.repeat(32) },
    correlationId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    policyVersion: '2025-06-01',
    lines: [
      {
        section: 'Client.employment',
        category: 'EMPLOYMENT_STATUS',
        outcome: 'PERMITTED',
        rule: 'clinician-employment',
        basis: 'CONSENT',
        consents: ['01JWPVC6@2'],
        sources: ['provider-csv'],
      },
      {
        section: 'Client.benefits',
        category: 'BENEFITS',
        outcome: 'REFUSED',
        rule: 'clinician-benefits',
        basis: 'NEVER',
        reason: 'NEVER_SHARED',
        consents: [],
        sources: [],
      },
    ],
  };
}
