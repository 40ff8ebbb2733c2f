import { isWithinPeriods } from '../data-period.js';
import type { BenefitsResolvers, ClientResolvers } from '../generated.js';
import { taken } from '../items.js';

const Client: Pick<ClientResolvers, 'benefits'> = {
  benefits: (file, _args, { load }) => load.benefits(file),
};

const Benefits: BenefitsResolvers = {
  claims: taken,
  conditionality: ({ file, items, sources }, _args, { disclosures }) => {
    const periods = disclosures.dataPeriods(file, 'CONDITIONALITY');
    const open = periods ? items.filter((claim) => isWithinPeriods(claim, periods)) : items;
    const regimes = open.flatMap(({ benefitType, conditionality }) =>
      conditionality === null ? [] : [{ benefitType, regime: conditionality }],
    );
    return regimes.length === 0
      ? { __typename: 'NoRecord', category: 'CONDITIONALITY', sources }
      : { __typename: 'Conditionality', regimes, sources };
  },
};

export const benefits = { Client, Benefits };
