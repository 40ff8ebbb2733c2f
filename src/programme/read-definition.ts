import type { z } from 'zod';
import { programmeDefinition, type ProgrammeDefinition } from './definition.js';
import { shapeWords } from './shape-words.js';
import { readYaml, type Fault, type LocatedYaml } from './located.js';

/** One file: what it says, if it has the shape of a programme, and what is wrong with it. */
export interface ReadDefinition {
  readonly located: LocatedYaml;
  readonly definition: ProgrammeDefinition | undefined;
  readonly faults: readonly Fault[];
}

export function readDefinition(file: string, text: string): ReadDefinition {
  const located = readYaml(file, text);
  if (located.syntaxFaults.length > 0) return { located, definition: undefined, faults: located.syntaxFaults };
  const parsed = programmeDefinition.safeParse(located.value);
  if (!parsed.success) {
    return { located, definition: undefined, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, located)) };
  }
  const { id, effectiveFrom } = parsed.data;
  const expected = `${id}.${effectiveFrom}.yaml`;
  const misnamed = file === expected ? [] : [located.at(['id'], `this file must be named ${expected}`)];
  return { located, definition: parsed.data, faults: misnamed };
}

function faultsOf(issue: z.core.$ZodIssue, located: LocatedYaml): readonly Fault[] {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      located.atKey(issue.path, key, `${place === '' ? '' : `${place}: `}there is no ${key} here`),
    );
  }
  return [located.at(issue.path, `${place}: ${shapeWords(issue, valueAt(located.value, issue.path))}`)];
}

/** What a file says at a path; undefined where it says nothing there. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
