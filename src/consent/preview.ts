import { decide } from '../access/decide.js';
import { isSame, sightBy, unnamed } from '../access/effects.js';
import type { Setting, Sight } from '../access/effects.js';
import type { Consent, DataCategory, OrganisationId } from '../access/types.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';

/** What one organisation's reads of one category would come to. */
export interface PreviewedReads {
  readonly organisation: OrganisationId;
  readonly category: DataCategory;
  /** Reads of the past, refused ones too. */
  readonly reads: number;
  /** Those that are permitted as things stand. */
  readonly permittedNow: number;
  /** Reads that would be refused, and are permitted as things stand. */
  readonly lost: number;
  /** Reads that would be permitted, and are refused as things stand. */
  readonly gained: number;
  /** Reads that are permitted either way, and would show data of other periods. */
  readonly changed: number;
}

/**
 * Asks every read of a ledger again, today, under the consents as they stand and under those that are proposed. Both sides are
 * asked under today's policy and circumstances, so that only the proposal makes a difference. Emergency access is left out:
 * it rests on its own grant. Ordered by organisation and category.
 */
export async function previewReads(
  records: AsyncIterable<LedgerDocument>,
  setting: Setting,
  standing: readonly Consent[],
  proposed: readonly Consent[],
): Promise<readonly PreviewedReads[]> {
  const rows = new Map<string, PreviewedReads>();
  const answers = new Map<string, readonly [Sight, Sight]>();
  for await (const record of records) {
    for (const line of record.lines) {
      if (!isRead(line)) continue;
      const question = questionOf(record, line);
      let both = answers.get(question);
      if (!both) answers.set(question, (both = askBoth(record, line, setting, standing, proposed)));
      const { organisation } = record.viewer;
      const key = `${organisation} ${line.category}`;
      const before = rows.get(key) ?? nothingRead(organisation, line.category);
      rows.set(key, counted(before, both));
    }
  }
  return [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}

type Read = LedgerLine & { readonly category: DataCategory };

const isRead = (line: LedgerLine): line is Read =>
  line.category !== undefined &&
  line.basis !== 'EMERGENCY' &&
  (line.outcome === 'PERMITTED' || line.outcome === 'REFUSED');

/** Reads of the same question have the same two answers. */
const questionOf = ({ viewer, inputs }: LedgerDocument, { category, reason }: Read): string =>
  JSON.stringify([viewer, category, inputs?.related ?? reason !== 'NO_RELATIONSHIP']);

function askBoth(
  { viewer, inputs }: LedgerDocument,
  { category, reason }: Read,
  { policy, locationRestricted, today }: Setting,
  standing: readonly Consent[],
  proposed: readonly Consent[],
): readonly [Sight, Sight] {
  const related = inputs?.related ?? reason !== 'NO_RELATIONSHIP';
  const request = {
    viewer: { ...viewer, issuer: viewer.issuer ?? unnamed },
    category,
    related,
    locationRestricted,
    today,
    ...(inputs?.proxy && { proxy: inputs.proxy }),
  };
  return [sightBy(decide(policy, standing, request)), sightBy(decide(policy, proposed, request))];
}

const nothingRead = (organisation: OrganisationId, category: DataCategory): PreviewedReads => ({
  organisation,
  category,
  reads: 0,
  permittedNow: 0,
  lost: 0,
  gained: 0,
  changed: 0,
});

function counted(row: PreviewedReads, [now, then]: readonly [Sight, Sight]): PreviewedReads {
  const [before, after] = [now.kind !== 'NOTHING', then.kind !== 'NOTHING'];
  return {
    ...row,
    reads: row.reads + 1,
    permittedNow: row.permittedNow + Number(before),
    lost: row.lost + Number(before && !after),
    gained: row.gained + Number(!before && after),
    changed: row.changed + Number(before && after && !isSame(now, then)),
  };
}
