/** The entries of the sandbox as the standard's JSON: whole, and as a list gives them (one-to-one fields only). */
import {
  sandboxAreas,
  sandboxTerms,
  templates,
  uuidOf,
  type SandboxTermName,
  type Template,
} from './sandbox-services.js';

/** One service at one place, with what the sandbox searches by. */
export interface Entry {
  readonly id: string;
  readonly listed: Readonly<Record<string, unknown>>;
  readonly whole: Readonly<Record<string, unknown>>;
  readonly service: Readonly<Record<string, unknown>>;
  readonly point: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly districts: readonly string[] | undefined;
  readonly ages: readonly [number | undefined, number | undefined];
  readonly termIds: readonly string[];
  readonly taxonomyIds: readonly string[];
  readonly text: string;
}

/** A place of the directory: one for each district. */
export interface Place {
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
}

const dayMs = 86_400_000;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const termJson = (name: SandboxTermName): Readonly<Record<string, unknown>> => {
  const { taxonomy, name: label, description } = sandboxTerms[name];
  const term_uri = `${taxonomy}#${name}`;
  return { id: uuidOf(`term ${name}`), name: label, description, taxonomy, taxonomy_id: uuidOf(taxonomy), term_uri };
};

export const taxonomyJson = (uri: string): Readonly<Record<string, unknown>> => ({
  id: uuidOf(uri),
  name: uri.slice(uri.lastIndexOf('/') + 1),
  description: 'A taxonomy of the made-up directory.',
  taxonomy_uri: uri,
  version: '1',
});

export function entriesOf(places: readonly Place[], now: number): readonly Entry[] {
  return templates.flatMap((template) =>
    template.at.flatMap((number) => {
      const place = places[number % places.length];
      return place ? [entryOf(template, place, number, now)] : [];
    }),
  );
}

function entryOf(template: Template, place: Place, number: number, now: number): Entry {
  const { name, organisation, terms, ages = [undefined, undefined], area, status = 'active', virtual } = template;
  const id = uuidOf(`entry ${name} ${number}`);
  const key = (part: string): string => uuidOf(`${part} ${name} ${number}`);
  const [minimum, maximum] = ages;
  // Some hundred metres beside the district's own place, another way for each service.
  const step = (parseInt(id.slice(0, 2), 16) - 128) / 50_000;
  const point = virtual ? undefined : { latitude: place.latitude + step, longitude: place.longitude - step };
  const organization = { id: uuidOf(`organisation ${organisation}`), name: organisation, description: organisation };
  const service = {
    id: uuidOf(`service ${name}`),
    name,
    description: template.description,
    url: `https://directory.example.org/services/${uuidOf(`service ${name}`)}`,
    email: 'hello@directory.example.org',
    status,
    // What has no value is left out, as the standard asks.
    ...(minimum !== undefined && { minimum_age: minimum }),
    ...(maximum !== undefined && { maximum_age: maximum }),
    ...(template.assuredDaysAgo !== undefined && { assured_date: isoDay(now - template.assuredDaysAgo * dayMs) }),
    ...(template.alert !== undefined && { alert: template.alert }),
    last_modified: `${isoDay(now - 7 * dayMs)}T09:00:00.000Z`,
    organization,
  };
  const location = {
    id: uuidOf(`place ${place.district}`),
    location_type: virtual ? 'virtual' : 'physical',
    name: virtual ? 'Online' : `${place.district} Community Hub`,
    ...point,
  };
  const areas =
    area === undefined
      ? {}
      : area === 'wordsOnly'
        ? { service_areas: [{ id: key('area'), name: 'Anybody whom the parish office knows.' }] }
        : { service_areas: [{ id: key('area'), name: sandboxAreas[area].name, uri: sandboxAreas[area].uri }] };
  return {
    id,
    listed: { id, location, service },
    whole: {
      id,
      location: {
        ...location,
        ...(point && {
          addresses: [
            {
              id: key('address'),
              address_1: `${number + 1} Market Row`,
              city: 'Northgate',
              state_province: 'North County',
              postal_code: `${place.district} 9ZZ`,
              country: 'GB',
              address_type: 'physical',
            },
          ],
          accessibility: [{ id: key('accessibility'), description: 'Step-free entrance and an induction loop.' }],
        }),
      },
      service: {
        ...service,
        ...areas,
        schedules: [
          { id: key('schedule'), freq: 'WEEKLY', byday: 'MO,WE', opens_at: '09:30:00', closes_at: '16:00:00' },
        ],
        contacts: [{ id: key('contact'), name: 'Reception', title: 'Front desk' }],
        ...(template.cost !== undefined && {
          cost_options: [
            { id: key('cost'), option: 'Standard', amount: template.cost, amount_description: 'a session' },
          ],
        }),
        attributes: terms.map((term) => ({
          id: key(`attribute ${term}`),
          link_type: sandboxTerms[term].taxonomy.endsWith('circumstances') ? 'service_eligibility' : 'service_type',
          taxonomy_term: termJson(term),
        })),
      },
    },
    service,
    point,
    districts: area === 'city' || area === 'county' ? sandboxAreas[area].districts : undefined,
    ages,
    termIds: terms.map((term) => uuidOf(`term ${term}`)),
    taxonomyIds: terms.map((term) => uuidOf(sandboxTerms[term].taxonomy)),
    text: `${name} ${template.description}`.toLowerCase(),
  };
}
