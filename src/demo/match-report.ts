import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { createRandom, type Random } from './random.js';
import type { Description } from '../identity/matching/compare.js';
import type { MatchModel } from '../identity/matching/model.js';

/** How often people of a group are matched, and how often with somebody else. */
export interface MatchRate {
  readonly group: string;
  readonly asked: number;
  /** Brought to review as themselves. */
  readonly found: number;
  /** Brought to review as somebody else. */
  readonly wrong: number;
}

/** The rates of one release, by what a person is: a model that finds some people less often than others must show it. */
export interface MatchReport {
  readonly modelVersion: string;
  readonly people: number;
  readonly rounds: number;
  readonly all: MatchRate;
  readonly bySex: readonly MatchRate[];
  readonly byAge: readonly MatchRate[];
  readonly byNameOrigin: readonly MatchRate[];
}

export interface ReportOptions {
  readonly people: readonly SandboxPerson[];
  readonly model: MatchModel;
  /** Where a family name comes from. */
  readonly originOf: (familyName: string) => string;
  /** How often each person is described, each time with other mistakes. */
  readonly rounds: number;
  /** ISO day that ages are of. */
  readonly on: string;
}

const seed = 20_261_125;

/**
 * Describes everyone with the mistakes that people make, compares each description with the whole population, and counts. The same
 * numbers come out every time.
 */
export function matchReport({ people, model, originOf, rounds, on }: ReportOptions): MatchReport {
  const random = createRandom(seed);
  const wholes = people.map(describe);
  const outcomes = people.flatMap((person, index) =>
    Array.from({ length: rounds }, () => {
      const said = withMistakes(wholes[index] ?? {}, people, random);
      const best = wholes.reduce<{ index: number; weight: number }>(
        (top, whole, at) => {
          const weight = model.compare(said, whole).total;
          return weight > top.weight ? { index: at, weight } : top;
        },
        { index: -1, weight: model.reviewFrom },
      );
      return { person, found: best.index === index, wrong: best.index !== -1 && best.index !== index };
    }),
  );
  const rateOf = (group: string, of: typeof outcomes): MatchRate => ({
    group,
    asked: of.length,
    found: of.filter(({ found }) => found).length,
    wrong: of.filter(({ wrong }) => wrong).length,
  });
  const by = (groupOf: (person: SandboxPerson) => string): readonly MatchRate[] =>
    [...new Set(people.map(groupOf))].sort().map((group) =>
      rateOf(
        group,
        outcomes.filter(({ person }) => groupOf(person) === group),
      ),
    );
  return {
    modelVersion: model.version,
    people: people.length,
    rounds,
    all: rateOf('all', outcomes),
    bySex: by(({ sex }) => sex),
    byAge: by(({ birthDate }) => ageBand(birthDate, on)),
    byNameOrigin: by(({ familyName }) => originOf(familyName)),
  };
}

/** 95 % interval of a share (Wilson 1927): it says something of small groups and of 100 % too. */
export function wilson(count: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - half) / scale, (middle + half) / scale];
}

const describe = ({ familyName, givenName, birthDate, postcode, sex }: SandboxPerson): Description => ({
  familyName,
  givenName,
  birthDate,
  postcode,
  sex,
});

function ageBand(birthDate: string, on: string): string {
  const age = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
  if (age < 30) return 'under 30';
  return age < 50 ? '30 to 49' : '50 and over';
}

/**
 * The mistakes, ten times as often as CARDINAL measured between hospital records (policies/matching.yaml), because these are
 * descriptions by people who never saw the record; that somebody has moved, as often as measured.
 */
function withMistakes(whole: Description, people: readonly SandboxPerson[], random: Random): Description {
  const { familyName = '', givenName = '', birthDate = '', postcode, sex } = whole;
  const given = random.chance(0.1) ? undefined : random.chance(0.16) ? misspelt(givenName, random) : givenName;
  const family = random.chance(0.05)
    ? random.pick(people).familyName
    : random.chance(0.08)
      ? misspelt(familyName, random)
      : familyName;
  const home = random.chance(0.15) ? undefined : random.chance(0.3) ? random.pick(people).postcode : postcode;
  return {
    familyName: family,
    birthDate: random.chance(0.046) ? swapped(birthDate) : birthDate,
    ...(given !== undefined && { givenName: given }),
    ...(home !== undefined && { postcode: home }),
    ...(sex !== undefined && !random.chance(0.1) && { sex }),
  };
}

/** One letter left out, doubled, or exchanged with the next: what hearing and typing do to a name. */
function misspelt(name: string, random: Random): string {
  const letters = Array.from(name);
  const at = random.integer(1, Math.max(1, letters.length - 2));
  const [letter = '', next = ''] = letters.slice(at, at + 2);
  const put = random.pick(['', letter + letter, next + letter] as const);
  letters.splice(at, put.length > 1 && put.startsWith(next) && next !== letter ? 2 : 1, put);
  return letters.join('');
}

const swapped = (birthDate: string): string => {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return Number(day) <= 12
    ? `${year}-${day}-${month}`
    : `${year}-${month}-${day[0] ?? '0'}${(Number(day[1]) + 1) % 10}`;
};
