import { responseOf, type Answer } from './bare-http.js';
import { bundleOf, entriesOf } from './bundles.js';
import type { BenchPerson } from './people.js';
import { resourceTypes, type ResourceType } from './resources.js';

const fhirJson = 'application/fhir+json; charset=utf-8';

/** FHIR search by `patient`, GET or POST, whole or by `_elements`. Every different request is put together once and kept. */
export function careRecord(people: readonly BenchPerson[], base: string): Answer {
  const byId = new Map(people.map((person) => [person.patientId, person]));
  const entries = new Map<string, string>();
  const ready = new Map<string, Buffer>();

  const personEntries = (person: BenchPerson, type: ResourceType, elements: string | null): string => {
    const key = `${type} ${person.index} ${elements ?? ''}`;
    let text = entries.get(key);
    if (text === undefined) entries.set(key, (text = entriesOf(person, type, elements, base)));
    return text;
  };
  const build = (path: string, query: URLSearchParams): Buffer => {
    const type = resourceTypes.find((each) => path.endsWith(`/${each}`) || path.endsWith(`/${each}/_search`));
    const asked = (query.get('patient') ?? '').split(',').map((id) => byId.get(id.replace(/^Patient\//, '')));
    if (!type || asked.includes(undefined)) return responseOf(404, fhirJson, '{"resourceType":"OperationOutcome"}');
    const found = asked.flatMap((person) => (person ? personEntries(person, type, query.get('_elements')) : []));
    return responseOf(200, fhirJson, bundleOf(found, found.length, `${base}/${type}`));
  };
  return ({ target, body }) => {
    const key = body === '' ? target : `${target} ${body}`;
    let bytes = ready.get(key);
    if (!bytes) {
      const [path = '', query = ''] = target.split('?', 2);
      ready.set(key, (bytes = build(path, new URLSearchParams(body === '' ? query : body))));
    }
    return bytes;
  };
}
