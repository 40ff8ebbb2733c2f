import { areaLookup } from './areas.js';
import type { ProgrammeDefinition, StreamDefinition } from './definition.js';
import { settleRules } from './eligibility.js';
import { factOf } from './facts.js';
import { atomsOf, type Formula } from './formula.js';
import type { Fault, LocatedYaml } from './located.js';
import { faultsOfNames } from './names.js';
import type { ProgrammeVersion, Stream } from './programme.js';
import { rememberWays } from './remembered-ways.js';
import type { RuleLanguage } from './rule.js';
import { DiagramTooLarge } from './decision-diagram.js';

type Path = readonly PropertyKey[];

interface Source {
  readonly located: LocatedYaml;
  readonly definition: ProgrammeDefinition;
}

/** Compiles every rule of a file and checks that all that it names is there. No version where anything is wrong. */
export function compileProgramme(
  { located, definition }: Source,
  language: RuleLanguage,
): { readonly version?: ProgrammeVersion; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [...faultsOfNames(located, definition), ...datesOutOfOrder(located, definition)];
  const areas = areaLookup(definition.areas);

  const compile = (path: Path, text: string): Formula | undefined => {
    const compiled = language.compile(text, areas.ids);
    if (compiled.kind === 'faults') {
      faults.push(...compiled.faults.map(({ offset, message }) => located.within(path, offset, message)));
      return undefined;
    }
    const refused = forbidden(compiled.formula, definition);
    if (refused !== undefined) faults.push(located.at(path, refused));
    const useless = alwaysSame([compiled.formula], areas);
    if (useless !== undefined) faults.push(located.at(path, useless));
    return compiled.formula;
  };
  const compilePlannedEnd = (path: Path, cases: StreamDefinition['plannedEnd'] = []): Stream['plannedEnd'] =>
    cases.map(({ when, after }, at) => ({
      after,
      when: when === undefined ? undefined : compile([...path, at, 'when'], when),
    }));

  const ends = compilePlannedEnd(['clocks', 'plannedEnd'], definition.clocks.plannedEnd);
  const streams = definition.streams.map((stream, at): Stream => {
    const criteria = stream.criteria.flatMap((criterion, number) => {
      const formula = compile(['streams', at, 'criteria', number, 'rule'], criterion.rule);
      return formula ? [{ definition: criterion, formula }] : [];
    });
    const formulas = criteria.map(({ formula }) => formula);
    const useless = criteria.length === stream.criteria.length ? alwaysSame(formulas, areas) : undefined;
    if (useless !== undefined) faults.push(located.at(['streams', at, 'criteria'], `together: ${useless}`));
    const plannedEnd = stream.plannedEnd ? compilePlannedEnd(['streams', at, 'plannedEnd'], stream.plannedEnd) : ends;
    return { definition: stream, criteria, waysOf: rememberWays(areas), plannedEnd };
  });
  if (faults.length > 0) return { faults };
  const { id, effectiveFrom } = definition;
  return { version: { id, effectiveFrom, definition, areas, streams }, faults };
}

/** Why a rule reads what a rule of this programme may not read. */
function forbidden(formula: Formula, { neverGatedBy, zeroExclusion }: ProgrammeDefinition): string | undefined {
  const names = [...new Set(atomsOf(formula).map(({ fact }) => fact))];
  const walled = names.find((name) => neverGatedBy.includes(factOf(name).group));
  if (walled !== undefined)
    return `reads ${walled}, and neverGatedBy says that ${factOf(walled).group} gates nobody here`;
  const gate = zeroExclusion ? names.find((name) => factOf(name).zeroExclusion !== true) : undefined;
  if (gate !== undefined)
    return `reads ${gate}: with zeroExclusion a rule says whom the service is for, and nothing else`;
  return undefined;
}

const anyDay = '2024-02-29';

/** A rule that answers the same for everybody is a slip of the pen; one that cannot be looked through must be split. */
function alwaysSame(rules: readonly Formula[], areas: ProgrammeVersion['areas']): string | undefined {
  try {
    const settled = settleRules(rules, { areas }, {}, anyDay).together;
    return settled.kind === 'decided' ? `is ${settled.value ? 'yes' : 'no'} for everybody` : undefined;
  } catch (error) {
    if (error instanceof DiagramTooLarge)
      return 'asks too many questions at once: split it into several criteria or streams';
    throw error;
  }
}

function datesOutOfOrder(located: LocatedYaml, { period, clocks }: ProgrammeDefinition): readonly Fault[] {
  const { start, plannedEnd, enrolmentStop, close } = period;
  const before = (name: string, day: string | undefined, floor: string): readonly Fault[] =>
    day !== undefined && day < floor ? [located.at(['period', name], `${name} ${day} is before ${floor}`)] : [];
  const open = clocks.plannedEnd.findIndex(({ when }, at) => when === undefined && at < clocks.plannedEnd.length - 1);
  return [
    ...before('plannedEnd', plannedEnd, start),
    ...before('enrolmentStop', enrolmentStop, start),
    ...before('close', close, enrolmentStop ?? start),
    ...(open < 0
      ? []
      : [located.at(['clocks', 'plannedEnd', open], 'what stands after this can never apply: it has no `when`')]),
  ];
}
