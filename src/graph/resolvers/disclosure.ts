import { ageOf, asOf } from '../age-of-record.js';
import type { ProvenanceResolvers } from '../generated.js';

const Provenance: Pick<ProvenanceResolvers, 'asOf' | 'age'> = {
  asOf: (provenance) => asOf(provenance),
  age: (provenance, _args, { today }) => ageOf(provenance, today),
};

export const disclosure = { Provenance };
