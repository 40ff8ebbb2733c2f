import type { ProgrammeDefinition, StreamDefinition } from './definition.js';
import type { Formula } from './formula.js';
import type { AreaLookup } from './readable.js';
import type { RememberedWays } from './remembered-ways.js';

/** One version of a programme, ready to decide: its definition, and its rules compiled. */
export interface ProgrammeVersion {
  readonly id: string;
  /** The day from which it holds; with the id it names the version. */
  readonly effectiveFrom: string;
  readonly definition: ProgrammeDefinition;
  readonly areas: AreaLookup;
  readonly streams: readonly Stream[];
}

/** One stream with its rules compiled. */
export interface Stream {
  readonly definition: StreamDefinition;
  readonly criteria: readonly {
    readonly definition: StreamDefinition['criteria'][number];
    readonly formula: Formula;
  }[];
  /** In which ways the questions of all its criteria to one fact can be answered on a day. */
  readonly waysOf: RememberedWays;
  /** The first that holds says when a case of this stream is planned to end. */
  readonly plannedEnd: readonly {
    readonly when: Formula | undefined;
    readonly after: ProgrammeDefinition['clocks']['plannedEnd'][number]['after'];
  }[];
}

/** Every version of every programme that the hub knows. */
export interface Programmes {
  /** The version of each that holds on a day, by name. */
  inForce(today: string): readonly ProgrammeVersion[];
  /** The version of one that holds on a day. */
  current(id: string, today: string): ProgrammeVersion | undefined;
  /** One version by its day: what a case began under. */
  version(id: string, effectiveFrom: string): ProgrammeVersion | undefined;
  /** Oldest first. */
  versions(id: string): readonly ProgrammeVersion[];
}

export function createProgrammes(all: readonly ProgrammeVersion[]): Programmes {
  const byId = new Map<string, ProgrammeVersion[]>();
  for (const version of [...all].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))) {
    byId.set(version.id, [...(byId.get(version.id) ?? []), version]);
  }
  const current = (id: string, today: string): ProgrammeVersion | undefined =>
    byId.get(id)?.findLast(({ effectiveFrom }) => effectiveFrom <= today);
  return {
    current,
    inForce: (today) => [...byId.keys()].sort().flatMap((id) => current(id, today) ?? []),
    version: (id, effectiveFrom) => byId.get(id)?.find((version) => version.effectiveFrom === effectiveFrom),
    versions: (id) => byId.get(id) ?? [],
  };
}
