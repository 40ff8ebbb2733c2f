import type { OrganisationId } from '../access/types.js';
import type { RelationshipDocument } from '../store/documents/relationship.js';

/** The four made-up partners of the demonstration. Their codes are not real ODS codes. */
export const organisations = {
  practice: { id: 'Y90001' as OrganisationId, name: 'Riverside Medical Practice', kind: 'REGISTERED_PRACTICE' },
  jobcentre: { id: 'DWP-NORTHGATE' as OrganisationId, name: 'Northgate Jobcentre Plus', kind: 'JOBCENTRE' },
  provider: { id: 'PATHWAYS' as OrganisationId, name: 'Pathways Employment Support', kind: 'SUPPORT_PROVIDER' },
  board: { id: 'QZZ' as OrganisationId, name: 'Northshire Integrated Care Board', kind: 'COMMISSIONER' },
} as const satisfies Record<string, { id: OrganisationId; name: string; kind: RelationshipDocument['kind'] }>;
export type PartnerName = keyof typeof organisations;
