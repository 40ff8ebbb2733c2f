import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compileProgramme } from './compile.js';
import type { ProgrammeDefinition } from './definition.js';
import { looseRuleFaults } from './loose-rules.js';
import { inWords, type Fault } from './located.js';
import { createProgrammes, type Programmes, type ProgrammeVersion } from './programme.js';
import { readDefinition, type ReadDefinition } from './read-definition.js';
import { createRuleLanguage } from './rule.js';

/** All faults of all files at once, each with its file and line: nothing is loaded where anything is wrong. */
export class ProgrammeFault extends Error {
  override readonly name = 'ProgrammeFault';
  constructor(readonly faults: readonly Fault[]) {
    super(`The programmes cannot be used:\n${faults.map((fault) => `  - ${inWords(fault)}`).join('\n')}`);
  }
}

/** A file of programmes, by its name. */
export interface ProgrammeFile {
  readonly name: string;
  readonly text: string;
}

/** Reads every `*.yaml` of a folder. @throws ProgrammeFault */
export function loadProgrammes(folder: string): Programmes {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return parseProgrammes(names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));
}

/** @throws ProgrammeFault naming every fault of every file */
export function parseProgrammes(files: readonly ProgrammeFile[]): Programmes {
  const language = createRuleLanguage();
  const read = files.map(({ name, text }) => readDefinition(name, text));
  const faults: Fault[] = read.flatMap((each) => [
    ...each.faults,
    // What is wrong with the shape of a file must not hide what is wrong with its rules.
    ...(each.definition ? [] : looseRuleFaults(each.located, language)),
  ]);
  const good = read.flatMap(({ located, definition }) => (definition ? [{ located, definition }] : []));
  const versions: ProgrammeVersion[] = [];
  for (const each of good) {
    const compiled = compileProgramme(each, language);
    faults.push(...compiled.faults);
    if (compiled.version) versions.push(compiled.version);
  }
  faults.push(...acrossFiles(good, new Set(read.map(({ located }) => idIn(located.value)))));
  if (faults.length > 0) throw new ProgrammeFault([...faults].sort(byPlace));
  return createProgrammes(versions);
}

type Good = { readonly located: ReadDefinition['located']; readonly definition: ProgrammeDefinition };

/** @param ids of every file, those with other faults included: one slip must not look like two */
function acrossFiles(all: readonly Good[], ids: ReadonlySet<string | undefined>): readonly Fault[] {
  const seen = new Set<string>();
  return all.flatMap(({ located, definition: { id, effectiveFrom, streams, otherwise } }) => {
    const faults: Fault[] = [];
    const version = `${id} ${effectiveFrom}`;
    if (seen.has(version))
      faults.push(located.at(['effectiveFrom'], `another file is ${id} from ${effectiveFrom} too`));
    seen.add(version);
    const lists = [
      { path: ['otherwise'], offers: otherwise },
      ...streams.map((stream, at) => ({ path: ['streams', at, 'otherwise'], offers: stream.otherwise })),
    ];
    for (const { path, offers } of lists) {
      for (const [at, { kind, to }] of offers.entries()) {
        if (kind === 'OTHER_PROGRAMME' && (to === undefined || !ids.has(to))) {
          faults.push(located.at([...path, at, 'to'], `no programme has the id ${to ?? '(none given)'}`));
        }
      }
    }
    return faults;
  });
}

const byPlace = (one: Fault, other: Fault): number =>
  one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;

const programmeId = z.object({ id: z.string() });
const idIn = (value: unknown): string | undefined => programmeId.safeParse(value).data?.id;
