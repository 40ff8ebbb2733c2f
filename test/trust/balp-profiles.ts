/** Checks an AuditEvent against an IHE BALP profile as the profile's own StructureDefinition says it: cardinality, patterns, slices. */
import { isDeepStrictEqual } from 'node:util';
import { list, readJson, type Json } from '../adapters/nhs-care-record/outside-data.js';

const folder = 'audit-balp/profiles';

/** The faults, each with the element of the profile; none where it conforms. */
export function faultsByProfile(event: Json, name: string): readonly string[] {
  const definition = readJson(folder, `StructureDefinition-IHE.BasicAudit.${name}.json`);
  const parent = /IHE\.BasicAudit\.(\w+)$/.exec(String(definition['baseDefinition']))?.[1];
  const elements = list((definition['differential'] as Json)['element']);
  const own = elements.flatMap((element) => faultsOf(event, element, elements));
  return [...(parent === undefined ? [] : faultsByProfile(event, parent)), ...own];
}

function faultsOf(event: Json, element: Json, elements: readonly Json[]): readonly string[] {
  const id = String(element['id']);
  const steps = id.split('.').slice(1);
  const last = steps.pop();
  if (last === undefined) return [];
  return parentsOf(event, steps, elements).flatMap((parent) => {
    const found = valuesOf(parent, last, [...steps, last], elements);
    const faults: string[] = [];
    if (found.length < Number(element['min'] ?? 0))
      faults.push(`${id}: ${found.length} of at least ${Number(element['min'])}`);
    if (element['max'] !== undefined && element['max'] !== '*' && found.length > Number(element['max'])) {
      faults.push(`${id}: ${found.length} of at most ${Number(element['max'])}`);
    }
    const pattern = patternOf(element);
    if (pattern !== undefined && found.some((value) => !matches(value, pattern))) faults.push(`${id}: not the pattern`);
    return faults;
  });
}

function parentsOf(event: Json, steps: readonly string[], elements: readonly Json[]): readonly Json[] {
  return steps.reduce<readonly Json[]>(
    (parents, step, at) =>
      parents.flatMap((parent) => valuesOf(parent, step, steps.slice(0, at + 1), elements) as readonly Json[]),
    [event],
  );
}

/** `agent:user`: those of `agent` whose type and role are the slice's. */
function valuesOf(parent: Json, step: string, path: readonly string[], elements: readonly Json[]): readonly unknown[] {
  const [field = '', slice] = step.split(':');
  const value = parent[field];
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value];
  if (slice === undefined) return all;
  const prefix = `AuditEvent.${path.join('.')}`;
  const discriminators = elements.filter(
    ({ id }) => id === prefix || id === `${prefix}.type` || id === `${prefix}.role`,
  );
  return all.filter((item) =>
    discriminators.every((element) => {
      const pattern = patternOf(element);
      const part = element['id'] === prefix ? item : (item as Json)[String(element['id']).split('.').at(-1) ?? ''];
      return pattern === undefined || matches(part, pattern);
    }),
  );
}

function patternOf(element: Json): unknown {
  const key = Object.keys(element).find((name) => /^(pattern|fixed)[A-Z]/.test(name));
  return key === undefined ? undefined : element[key];
}

/** All of the pattern is in the value. */
function matches(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every((each) => value.some((item) => matches(item, each)));
  }
  if (typeof pattern !== 'object' || pattern === null) return isDeepStrictEqual(value, pattern);
  return Object.entries(pattern).every(([key, part]) => matches((value as Json | undefined)?.[key], part));
}
