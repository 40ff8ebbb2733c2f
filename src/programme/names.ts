import { codesOf } from './areas.js';
import type { ProgrammeDefinition, StreamDefinition } from './definition.js';
import type { Fault, LocatedYaml } from './located.js';

type Path = readonly PropertyKey[];

/** Codes that stand twice, and names of things that are not in the file. */
export const faultsOfNames = (located: LocatedYaml, definition: ProgrammeDefinition): readonly Fault[] => [
  ...repeatedCodes(located, definition),
  ...unknownNames(located, definition),
];

function repeatedCodes(located: LocatedYaml, definition: ProgrammeDefinition): readonly Fault[] {
  const lists: readonly (readonly [Path, readonly { readonly code: string }[]])[] = [
    [['areas'], definition.areas],
    [['streams'], definition.streams],
    ...definition.streams.map(({ criteria }, at) => [['streams', at, 'criteria'], criteria] as const),
    [['roles'], definition.roles],
    [['assessmentDomains'], definition.assessmentDomains],
    [['planTypes'], definition.planTypes],
    [['supportCategories'], definition.supportCategories],
    [['sessionTopics'], definition.sessionTopics],
    [['measures'], definition.measures],
    [['dischargeReasons'], definition.dischargeReasons],
  ];
  const faults = lists.flatMap(([path, items]) =>
    repeated(items.map(({ code }) => [code])).map(({ at, value }) =>
      located.at([...path, at, 'code'], `${value} stands twice`),
    ),
  );
  const definitions = definition.rates.map(({ code, since }) => [`${code} since ${since}`]);
  // A postcode district can be in one area only: the same person must not be in two.
  const districts = repeated(definition.areas.map((area) => [...codesOf(area)]));
  return [
    ...faults,
    ...repeated(definitions).map(({ at, value }) => located.at(['rates', at, 'since'], `${value} stands twice`)),
    ...ratesOfNothing(located, definition),
    ...districts.map(({ at, value }) => located.at(['areas', at], `${value} is in an earlier area too`)),
  ];
}

/** A rate at a point of which the programme keeps nothing would be nought for ever. */
const ratesOfNothing = (located: LocatedYaml, { rates, snapshots }: ProgrammeDefinition): readonly Fault[] =>
  rates.flatMap(({ leavesOut, inPaidWorkAt }, at) => {
    const needs = [
      ...inPaidWorkAt,
      ...(leavesOut.includes('IN_PAID_WORK_AT_ENTRY') ? (['FIRST_APPOINTMENT'] as const) : []),
    ];
    const missing = needs.find((point) => !snapshots.includes(point));
    return missing === undefined
      ? []
      : [located.at(['rates', at], `needs work status at ${missing}, which is not among the snapshots`)];
  });

function repeated(lists: readonly (readonly string[])[]): readonly { readonly at: number; readonly value: string }[] {
  const seen = new Set<string>();
  return lists.flatMap((values, at) =>
    values.flatMap((value) => {
      const again = seen.has(value);
      seen.add(value);
      return again ? [{ at, value }] : [];
    }),
  );
}

function unknownNames(
  located: LocatedYaml,
  { areas, streams, otherwise, capacity, channels, partners, roles, supportCategories }: ProgrammeDefinition,
): readonly Fault[] {
  const areaCodes = new Set(areas.map(({ code }) => code));
  const streamCodes = new Set(streams.map(({ code }) => code));
  const roleCodes = new Set(roles.map(({ code }) => code));
  const missing = (path: Path, codes: readonly string[], among: ReadonlySet<string>, what: string): readonly Fault[] =>
    codes.filter((code) => !among.has(code)).map((code) => located.at(path, `there is no ${what} ${code}`));
  const offers = (path: Path, list: StreamDefinition['otherwise']): readonly Fault[] =>
    list.flatMap(({ kind, to }, at) =>
      kind === 'OTHER_STREAM' ? missing([...path, at, 'to'], [to ?? '(none given)'], streamCodes, 'stream') : [],
    );
  return [
    ...streams.flatMap((stream, at) => [
      ...missing(['streams', at, 'areas'], stream.areas, areaCodes, 'area'),
      ...offers(['streams', at, 'otherwise'], stream.otherwise),
    ]),
    ...offers(['otherwise'], otherwise),
    ...capacity.flatMap(({ area, stream }, at) => [
      ...missing(['capacity', at, 'area'], area === undefined ? [] : [area], areaCodes, 'area'),
      ...missing(['capacity', at, 'stream'], stream === undefined ? [] : [stream], streamCodes, 'stream'),
    ]),
    ...supportCategories.flatMap(({ role }, at) =>
      missing(['supportCategories', at, 'role'], role === undefined ? [] : [role], roleCodes, 'role'),
    ),
    ...channels.flatMap((channel, at) => missing(['channels', at, 'areas'], channel.areas ?? [], areaCodes, 'area')),
    ...partners.flatMap((partner, at) => missing(['partners', at, 'areas'], partner.areas ?? [], areaCodes, 'area')),
  ];
}
