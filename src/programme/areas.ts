import type { ProgrammeDefinition } from './definition.js';
import type { FactName } from './facts.js';
import type { AreaLookup } from './readable.js';

type Area = ProgrammeDefinition['areas'][number];

/** By which list of an area a fact's code is translated. */
const listOf: Readonly<Partial<Record<FactName, 'postcodeDistricts' | 'practices' | 'jobcentres'>>> = {
  'home.area': 'postcodeDistricts',
  'employer.area': 'postcodeDistricts',
  'practice.area': 'practices',
  'jobcentre.area': 'jobcentres',
};

export function areaLookup(areas: readonly Area[]): AreaLookup {
  const index = new Map(areas.flatMap((area) => [...codesOf(area)].map((code) => [code, area.code])));
  return {
    ids: areas.map(({ code }) => code),
    areaOf(fact, code) {
      const list = listOf[fact];
      return list && index.get(`${list} ${code.toUpperCase().trim()}`);
    },
  };
}

/** Every code that leads to an area, with the list in which it stands. */
export function codesOf({ postcodeDistricts, practices, jobcentres }: Area): ReadonlySet<string> {
  return new Set([
    ...postcodeDistricts.flatMap(districtsIn).map((district) => `postcodeDistricts ${district}`),
    ...practices.map((practice) => `practices ${practice.toUpperCase()}`),
    ...jobcentres.map((jobcentre) => `jobcentres ${jobcentre.toUpperCase()}`),
  ]);
}

/** `DD1-DD6` is six districts. */
function districtsIn(range: string): readonly string[] {
  const [, letters, first, last] = /^([A-Z]+)(\d+)-[A-Z]+(\d+)$/.exec(range) ?? [];
  if (letters === undefined) return [range];
  const from = Number(first);
  return Array.from({ length: Math.max(0, Number(last) - from + 1) }, (_, at) => `${letters}${from + at}`);
}

/** The outward code of a postcode: `DD1 4HN` and `dd14hn` lie in DD1. */
export function postcodeDistrictOf(postcode: string): string | undefined {
  const [, outward] = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(postcode.toUpperCase().replace(/\s/g, '')) ?? [];
  return outward;
}
