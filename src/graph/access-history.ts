import type { Audience, Basis, DataCategory, Purpose } from '../access/types.js';
import { wentThrough } from '../audit/misdirected.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import type { UnlinkDocument } from '../store/documents/unlink.js';
import { sentenceOf } from './history-sentence.js';
import type { ProxyActing } from './generated.js';
import type { HistoryWords } from './history-words.js';

/** One ledger record as the client reads it. */
export interface HistoryEntry {
  readonly record: LedgerDocument;
  readonly at: string;
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly audience: Audience;
  readonly name: string | null;
  readonly purpose: Purpose | null;
  readonly actingFor: ProxyActing | null;
  readonly permitted: readonly DataCategory[];
  readonly refused: readonly DataCategory[];
  readonly bases: readonly Basis[];
  readonly throughSomebodyElse: boolean;
  readonly firstByOrganisation: boolean;
  readonly emergency: boolean;
  readonly sentence: string;
}

/** An entry as one caller is shown it. */
export interface ShownEntry extends HistoryEntry {
  readonly handle: string;
  readonly delayedUntil: string | null;
  readonly correction: string | null;
  /** Whether the record is the person's own, and not one of somebody else with whose record theirs was mixed up. */
  readonly isOwn: boolean;
}

/**
 * What is masked: the caller's name, unless the rules show that part's; and where the caller asked about somebody else whose
 * record names this person too, everything that would tell of that other person's affairs: the purpose and the hour. On whose
 * behalf a system called is in no entry. (Estonia's Data Tracker showed parents what their children did at the notary's.)
 */
export function historyEntry(
  record: LedgerDocument,
  words: HistoryWords,
  nameOf: (organisation: string) => string | undefined,
): HistoryEntry {
  const { organisation, audience, purpose, subject } = record.viewer;
  const permitted = record.lines.filter(({ outcome }) => outcome === 'PERMITTED');
  const throughAnother = record.throughAnother === true;
  const organisationName = nameOf(organisation) ?? null;
  return {
    record,
    at: throughAnother ? `${record.at.slice(0, 10)}T00:00:00.000Z` : record.at,
    organisation,
    organisationName,
    audience,
    name: words.namesShownOf.includes(audience) && !throughAnother ? subject : null,
    purpose: throughAnother ? null : purpose,
    actingFor: actingFor(record),
    permitted: categoriesOf(permitted),
    refused: categoriesOf(record.lines.filter(({ outcome }) => outcome === 'REFUSED')),
    bases: [...new Set(permitted.map(({ basis }) => basis))],
    throughSomebodyElse: throughAnother,
    firstByOrganisation: record.firstByOrganisation === true,
    emergency: record.lines.some(({ basis, outcome }) => basis === 'EMERGENCY' && outcome === 'PERMITTED'),
    sentence: sentenceOf(record, organisationName ?? organisation, words),
  };
}

function actingFor({ inputs }: LedgerDocument): ProxyActing | null {
  if (!inputs?.proxy) return null;
  const { authority, categories, period } = inputs.proxy;
  return { authority, categories, validFrom: period.start, validTo: period.end ?? null };
}

function categoriesOf(lines: readonly LedgerLine[]): readonly DataCategory[] {
  return [...new Set(lines.flatMap(({ category }) => (category ? [category] : [])))];
}

/** A link that was wrong, as one of the two people sees it. */
export interface PersonUnlink extends UnlinkDocument {
  /** Whether what was linked is theirs, and stood in somebody else's record. */
  readonly asOwner: boolean;
}

/** The ledger is never changed; what has turned out wrong is said beside it. */
export function correctionOf(record: LedgerDocument, unlinks: readonly PersonUnlink[]): string | null {
  const unlink = unlinks.find((each) => wentThrough(record, each));
  if (!unlink) return null;
  return unlink.asOwner
    ? 'What they were shown of you stood in somebody else’s record, by mistake. The mistake has been put right.'
    : 'Some of what they were shown was about somebody else, by mistake. The mistake has been put right.';
}
