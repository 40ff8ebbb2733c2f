/** What a directory of local services says, in the words of HSDS (Open Referral UK 3.0). Nothing of it is about a person. */
import type { Provenance } from './records.js';

/** Where to look, and for what. Holds no person's address: the place is a postcode district. */
export interface ServiceSearch {
  /** Postcode district (outward code), upper case: `LS1`. */
  readonly district: string;
  /** Metres from the district's point. */
  readonly withinMetres: number;
  /** Words to look for in the directory. */
  readonly search?: string;
  /** Id of a taxonomy term, as the directory gives it. */
  readonly taxonomyTerm?: string;
}

/** One service at one place, as the directory lists it. */
export interface ListedService {
  /** Of the service at this place. */
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly description: string | null;
  /** `active`, `inactive`, `defunct` or `temporarily closed`; kept as it came. */
  readonly status: string;
  readonly organisation: string | null;
  /** Whole years, both inclusive; null where the directory sets none. */
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly alert: string | null;
  readonly url: string | null;
  readonly email: string | null;
  /** ISO date on which somebody last checked the entry. */
  readonly assuredOn: string | null;
  readonly placeName: string | null;
  /** `physical`, `postal` or `virtual`; kept as it came. */
  readonly placeType: string | null;
  /** Metres from the point that was asked from, as the crow flies; null where the directory gives no coordinates. */
  readonly distanceMetres: number | null;
  readonly provenance: Provenance;
}

/** The whole entry of a service at a place. */
export interface ServiceDetail extends ListedService {
  readonly addressLines: readonly string[];
  readonly postcode: string | null;
  readonly accessibility: readonly string[];
  /** Where the service is available. Empty: the directory sets no area. */
  readonly areas: readonly ServiceArea[];
  readonly terms: readonly ServiceTerm[];
  readonly contacts: readonly { readonly name: string | null; readonly title: string | null }[];
  readonly costs: readonly ServiceCost[];
  /** Opening times in the directory's words, or from its RFC 5545 parts. */
  readonly opening: readonly string[];
}

export interface ServiceArea {
  readonly name: string | null;
  readonly uri: string | null;
}

/** A taxonomy term that the directory put on the service. */
export interface ServiceTerm {
  readonly id: string;
  readonly name: string;
  readonly taxonomy: string | null;
  readonly uri: string | null;
  /** What the term describes, as it came. */
  readonly linkType: string | null;
}

export interface ServiceCost {
  readonly option: string | null;
  /** Pounds, as the directory gives them. */
  readonly amount: number | null;
  readonly per: string | null;
}
