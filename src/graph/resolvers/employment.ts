import type { ClientResolvers, EmploymentResolvers, EmploymentSpellResolvers } from '../generated.js';
import { locationWithheld, taken } from '../items.js';

const Client: Pick<ClientResolvers, 'workStatus' | 'employment'> = {
  workStatus: (file, _args, { load, disclosures }) => load.workStatus(file, disclosures.wouldPermit(file, 'BENEFITS')),
  employment: (file, _args, { load }) => load.employment(file),
};

const Employment: EmploymentResolvers = { spells: taken };
const EmploymentSpell: EmploymentSpellResolvers = { locationWithheld };

export const employment = { Client, Employment, EmploymentSpell };
