import type { Programmes } from '../programme/programme.js';
import type { Store } from '../store/port.js';
import { caseStatuses } from './words.js';

/** One version of one programme that cases are on, and how many. */
interface VersionInUse {
  readonly programme: string;
  readonly version: string;
  readonly open: number;
  readonly ended: number;
}

/** The hub cannot run: cases are on versions of programmes that it does not have. */
export class MissingProgrammeVersions extends Error {
  override readonly name = 'MissingProgrammeVersions';
  constructor(missing: readonly VersionInUse[]) {
    super(
      [
        'Cases are on versions of programmes that are not there:',
        ...missing.map(
          ({ programme, version, open, ended }) =>
            `  - ${programme}.${version}.yaml: ${open} open, ${ended} ended. A case keeps the version that it began under: put the file back.`,
        ),
      ].join('\n'),
    );
  }
}

/**
 * Refuses to go on where a version that a case began under is gone: an open case could not be run on, and an ended one not be
 * read. To end a programme set `period.enrolmentStop` and `period.close`, and leave its file.
 * @throws MissingProgrammeVersions naming every such file
 */
export async function requireVersionsInUse(store: Store, programmes: Programmes): Promise<void> {
  const used = [...(await versionsIn(store, 'cases')), ...(await versionsIn(store, 'employerCases'))];
  const missing = new Map<string, VersionInUse>();
  for (const { programme, version, open, ended } of used) {
    if (programmes.version(programme, version)) continue;
    const key = `${programme}.${version}`;
    const known = missing.get(key);
    missing.set(key, {
      programme,
      version,
      open: open + (known?.open ?? 0),
      ended: ended + (known?.ended ?? 0),
    });
  }
  if (missing.size > 0) {
    throw new MissingProgrammeVersions(
      [...missing.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    );
  }
}

const keyOf = ({ programme, version }: VersionInUse): string => `${programme}.${version}`;

async function versionsIn(store: Store, name: 'cases' | 'employerCases'): Promise<readonly VersionInUse[]> {
  const collection = store.collection(name);
  const index = 'status_programme_programmeVersion';
  const used: VersionInUse[] = [];
  for (const status of caseStatuses) {
    for (const programme of (await collection.countBy({ index, where: { status } }, 'programme')).keys()) {
      const counts = await collection.countBy({ index, where: { status, programme } }, 'programmeVersion');
      for (const [version, count] of counts) {
        const isOpen = status === 'OPEN';
        const numbers = { open: isOpen ? count : 0, ended: isOpen ? 0 : count };
        used.push({ programme: String(programme), version: String(version), ...numbers });
      }
    }
  }
  return used;
}
