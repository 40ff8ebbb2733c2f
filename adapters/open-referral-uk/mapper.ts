/** Entries of a feed (HSDS-UK 3.0 JSON) to the hub's records. Pure. */
import type { ListedService, ServiceCost, ServiceDetail, ServiceTerm } from '../local-service.js';
import { createWireReader, type Row } from '../wire.js';
import { metresBetween, type Point } from './distance.js';

export const source = 'open-referral-uk';

export const wire = createWireReader(source);

/**
 * One service at one place. Undefined where the entry lacks what the standard requires (id, service id, name, status): half of
 * a real feed's ids were found invalid, and one bad entry must not take the others with it.
 * @throws UpstreamError MALFORMED where a field has another type than the standard's
 */
export function mapListed(row: Row, from: Point, retrievedAt: string): ListedService | undefined {
  const service = part(row, 'service');
  const place = part(row, 'location');
  const id = wire.text(row, 'id');
  const serviceId = wire.text(service, 'id');
  const name = wire.text(service, 'name');
  const status = wire.text(service, 'status');
  if (id === null || serviceId === null || name === null || status === null || !usableId.test(id)) return undefined;
  const latitude = wire.number(place, 'latitude');
  const longitude = wire.number(place, 'longitude');
  return {
    id,
    serviceId,
    name,
    description: wire.text(service, 'description'),
    status,
    organisation: wire.text(part(service, 'organization'), 'name'),
    minimumAge: wire.number(service, 'minimum_age'),
    maximumAge: wire.number(service, 'maximum_age'),
    alert: wire.text(service, 'alert'),
    url: wire.text(service, 'url'),
    email: wire.text(service, 'email'),
    assuredOn: wire.text(service, 'assured_date')?.slice(0, 10) ?? null,
    placeName: wire.text(place, 'name'),
    placeType: wire.text(place, 'location_type'),
    distanceMetres: latitude === null || longitude === null ? null : metresBetween(from, { latitude, longitude }),
    provenance: { source, retrievedAt, recordedAt: wire.text(service, 'last_modified') },
  };
}

/** Goes into a path. */
const usableId = /^[A-Za-z0-9._-]{1,128}$/;

/** The whole entry; undefined as above. */
export function mapDetail(row: Row, from: Point, retrievedAt: string): ServiceDetail | undefined {
  const listed = mapListed(row, from, retrievedAt);
  if (!listed) return undefined;
  const service = part(row, 'service');
  const place = part(row, 'location');
  const [address] = wire.rows(place['addresses']);
  return {
    ...listed,
    addressLines: address ? texts(address, ['address_1', 'city', 'region', 'state_province']) : [],
    postcode: address ? wire.text(address, 'postal_code') : null,
    accessibility: wire.rows(place['accessibility']).flatMap((each) => wire.text(each, 'description') ?? []),
    areas: wire.rows(service['service_areas']).map((area) => ({
      name: wire.text(area, 'name') ?? wire.text(area, 'service_area'),
      uri: wire.text(area, 'uri'),
    })),
    terms: wire.rows(service['attributes']).flatMap((attribute) => mapTerm(attribute) ?? []),
    contacts: wire.rows(service['contacts']).map((contact) => ({
      name: wire.text(contact, 'name'),
      title: wire.text(contact, 'title'),
    })),
    costs: wire.rows(service['cost_options']).map(mapCost),
    opening: wire.rows(service['schedules']).flatMap((schedule) => openingOf(schedule) ?? []),
  };
}

function mapTerm(attribute: Row): ServiceTerm | undefined {
  const term = part(attribute, 'taxonomy_term');
  const id = wire.text(term, 'id');
  const name = wire.text(term, 'name');
  if (id === null || name === null) return undefined;
  const uri = wire.text(term, 'term_uri');
  return { id, name, uri, taxonomy: wire.text(term, 'taxonomy'), linkType: wire.text(attribute, 'link_type') };
}

const mapCost = (cost: Row): ServiceCost => ({
  option: wire.text(cost, 'option'),
  amount: wire.number(cost, 'amount'),
  per: wire.text(cost, 'amount_description'),
});

/** The publisher's own words where there are any; the parts of the rule otherwise. */
function openingOf(schedule: Row): string | undefined {
  const words = wire.text(schedule, 'description');
  if (words !== null) return words;
  const days = wire.text(schedule, 'byday');
  const times = texts(schedule, ['opens_at', 'closes_at']).map((time) => time.slice(0, 5));
  const parts = [...(days === null ? [] : [days]), ...(times.length === 2 ? [times.join(' to ')] : [])];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** An object inside an entry; the standard leaves out what has no value. */
const part = (row: Row, key: string): Row => wire.row(row[key] ?? {});

const texts = (row: Row, keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => {
    const text = wire.text(row, key)?.trim();
    return text === undefined || text === '' ? [] : [text];
  });
