import type { ProgrammeDefinition } from './definition.js';
import type { ProgrammeVersion } from './programme.js';

/** How many cases there are of one stream in one area. */
export interface Taken {
  readonly area: string;
  readonly stream: string;
  /** Cases that are open now. */
  readonly open: number;
  /** People who ever began: whoever came again counts once (a case is not a person). */
  readonly people: number;
}

type CapacityLine = ProgrammeDefinition['capacity'][number];

/** Where somebody would begin. */
export interface Beginning {
  readonly area: string;
  readonly stream: string;
}

/** Whether the programme sets any limit at all: without one nothing has to be counted. */
export const isLimited = ({ definition }: Pick<ProgrammeVersion, 'definition'>): boolean =>
  definition.capacity.length > 0;

/**
 * Pure: how many more can begin in this stream and area, by the tightest line of `capacity` that applies; undefined where none
 * does. Never negative.
 * @param again whether the person began in the programme before: then no line of people speaks of them
 */
export function placesLeft(
  { definition }: Pick<ProgrammeVersion, 'definition'>,
  where: Beginning,
  taken: readonly Taken[],
  again = false,
): number | undefined {
  const left = definition.capacity.flatMap((line) => {
    if (!applies(line, where) || (again && 'people' in line)) return [];
    const counted = taken.filter((each) => applies(line, each));
    const used = counted.reduce((sum, { open, people }) => sum + ('places' in line ? open : people), 0);
    return [Math.max(0, ('places' in line ? line.places : line.people) - used)];
  });
  return left.length === 0 ? undefined : Math.min(...left);
}

/** The most that any stream of an area has left; undefined where one of them has no limit. */
export function placesLeftIn(
  version: Pick<ProgrammeVersion, 'definition'>,
  area: string,
  taken: readonly Taken[],
): number | undefined {
  const left = version.definition.streams
    .filter(({ pathway, areas }) => pathway === 'PERSON' && areas.includes(area))
    .map(({ code }) => placesLeft(version, { area, stream: code }, taken));
  const limited = left.flatMap((each) => each ?? []);
  return limited.length === 0 || limited.length < left.length ? undefined : Math.max(...limited);
}

const applies = ({ area, stream }: CapacityLine, where: Beginning): boolean =>
  (area === undefined || area === where.area) && (stream === undefined || stream === where.stream);
