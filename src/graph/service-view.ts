import type { ListedService, ServiceDetail } from '../../adapters/local-service.js';
import { daysBetween } from '../programme/calendar.js';
import { factOf } from '../programme/facts.js';
import type { ServiceEligibility } from '../local-service/eligibility.js';
import type { ServiceAtLocation } from './generated.js';

/** What the contract's type is resolved from: its provenance works out its age where somebody asks. */
export type ServiceView = Omit<ServiceAtLocation, 'provenance'> & Pick<ListedService, 'provenance'>;

/** An entry of the directory, and whether all of it could be read. */
export interface ReadEntry {
  readonly service: ServiceDetail;
  readonly whole: boolean;
}

/** What stands in the list alone, where the whole entry could not be read. */
export const listedOnly = (listed: ListedService): ReadEntry => ({
  service: {
    ...listed,
    addressLines: [],
    postcode: null,
    accessibility: [],
    areas: [],
    terms: [],
    contacts: [],
    costs: [],
    opening: [],
  },
  whole: false,
});

/** Days after which an entry that nobody checked again is called stale. */
const staleAfterDays = 365;

/** A service as the contract shows it. */
export function serviceView(
  { service, whole }: ReadEntry,
  { outcome, reasons, missing }: ServiceEligibility,
  today: string,
): ServiceView {
  const { assuredOn, placeName, placeType, addressLines, postcode, accessibility, url, email, contacts } = service;
  return {
    ...service,
    eligibility: {
      outcome,
      reasons,
      missing: missing.map((each) => {
        const { input, question } = factOf(each.fact);
        return { ...each, input, question };
      }),
    },
    place: { name: placeName, type: placeType, addressLines, postcode, accessibility },
    contact: { url, email, people: contacts },
    costs: service.costs.map(({ option, amount, per }) => ({
      option,
      per,
      amount: amount === null ? null : Math.round(amount * 100),
    })),
    assuranceStale: assuredOn === null || daysBetween(assuredOn, today) > staleAfterDays,
    entryIncomplete: !whole,
  };
}
