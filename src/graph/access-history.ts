import type { Audience, DataCategory, Purpose } from '../access/types.js';
import { wentThrough } from '../audit/misdirected.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import type { UnlinkDocument } from '../store/documents/unlink.js';
import type { AccessHistoryEntry } from './generated.js';

/** A link that was wrong, as one of the two people sees it. */
export interface PersonUnlink extends UnlinkDocument {
  /** Whether what was linked is theirs, and stood in somebody else's record. */
  readonly asOwner: boolean;
}

/** One ledger record as the client reads it. */
export function historyEntry(record: LedgerDocument, unlinks: readonly PersonUnlink[]): AccessHistoryEntry {
  const permitted = categoriesWith(record.lines, 'PERMITTED');
  const refused = categoriesWith(record.lines, 'REFUSED');
  const { organisation, audience, purpose } = record.viewer;
  return {
    at: record.at,
    organisation,
    audience,
    purpose,
    permitted,
    refused,
    bases: [...new Set(record.lines.filter(({ outcome }) => outcome === 'PERMITTED').map(({ basis }) => basis))],
    sentence: sentenceOf(record, permitted, refused),
    correction: correctionOf(record, unlinks),
  };
}

/** The ledger is never changed; what has turned out wrong is said beside it. */
function correctionOf(record: LedgerDocument, unlinks: readonly PersonUnlink[]): string | null {
  const unlink = unlinks.find((each) => wentThrough(record, each));
  if (!unlink) return null;
  return unlink.asOwner
    ? 'What they were shown of you stood in somebody else’s record, by mistake. The mistake has been put right.'
    : 'Some of what they were shown was about somebody else, by mistake. The mistake has been put right.';
}

function categoriesWith(lines: readonly LedgerLine[], outcome: LedgerLine['outcome']): readonly DataCategory[] {
  return [...new Set(lines.flatMap((line) => (line.outcome === outcome && line.category ? [line.category] : [])))];
}

function sentenceOf(
  record: LedgerDocument,
  permitted: readonly DataCategory[],
  refused: readonly DataCategory[],
): string {
  const { organisation, audience, purpose } = record.viewer;
  const who = audience === 'CLIENT' ? 'You' : `${audienceWords[audience]} at ${organisation}`;
  const lines = record.lines;
  if (lines.some(({ outcome }) => outcome === 'NOT_FOUND')) {
    return `${who} looked for you, to ${purposeWords[purpose]}, and was told nothing.`;
  }
  if (lines.some(({ outcome }) => outcome === 'CHANGED')) {
    const what = lines.some(({ rule }) => rule === 'RESTRICTION_CHANGED') ? 'record' : 'consent';
    return `${who} asked about you just as your ${what} changed, and was told nothing.`;
  }
  const [found] = lines.filter(({ outcome, category }) => outcome === 'PERMITTED' && category === undefined);
  if (found && permitted.length + refused.length === 0) {
    return `${who}, to ${purposeWords[purpose]}, ${foundWords[found.section] ?? 'found you on a list and read nothing'}.`;
  }
  const saw = permitted.length > 0 ? `could see ${listed(permitted)}` : 'could see nothing';
  const not = refused.length > 0 ? `, and was refused ${listed(refused)}` : '';
  return `${who}, to ${purposeWords[purpose]}, ${saw}${not}.`;
}

const foundWords: Readonly<Record<string, string>> = {
  'Query.client': 'looked you up and read nothing',
  'Query.me': 'signed in and read nothing',
  'Query._entities': 'looked you up and read nothing',
  'Query.explainAccess': 'asked what may be seen',
  'Task.client': 'saw that there is work to do about you',
  'Mutation.recordConsent': 'asked to record what you agree to',
  'Mutation.withdrawConsent': 'asked to withdraw what you agreed to',
  'Mutation.unlink': 'put right a mistake in what is linked to you',
};

const listed = (categories: readonly DataCategory[]): string => {
  const words = categories.map((category) => categoryWords[category]);
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
};

const audienceWords: Record<Audience, string> = {
  CLINICIAN: 'A doctor or nurse',
  WORK_COACH: 'A work coach',
  WORK_AND_HEALTH_COACH: 'A work and health coach',
  PROVIDER_MANAGER: 'A manager',
  EMPLOYER: 'Your employer',
  LOCAL_SERVICE: 'A local service',
  COMMISSIONER: 'Somebody who plans services',
  PRIVACY_OFFICER: 'A privacy officer',
  CLIENT: 'You',
};

const purposeWords: Record<Purpose, string> = {
  DIRECT_CARE: 'care for you',
  EMPLOYMENT_SUPPORT: 'help you with work',
  BENEFIT_ADMINISTRATION: 'look after your benefits',
  SERVICE_MANAGEMENT: 'run a service',
  COMMISSIONING: 'plan services',
  PRIVACY_AUDIT: 'check who looked',
  OWN_RECORD: 'read your own record',
};

const categoryWords: Record<DataCategory, string> = {
  DEMOGRAPHICS: 'your name and birth date',
  CONTACT: 'your address and telephone number',
  WORK_STATUS: 'whether you are in work',
  EMPLOYMENT_STATUS: 'your job',
  BENEFITS: 'your benefits',
  CONDITIONALITY: 'what your benefits ask of you',
  FIT_NOTES: 'your fit notes',
  CONDITIONS: 'your health problems',
  MENTAL_HEALTH_CONDITIONS: 'your mental health problems',
  SUBSTANCE_USE_CONDITIONS: 'problems with alcohol or drugs',
  RESTRICTED_CONDITIONS: 'your most private health problems',
  MEASURES: 'your questionnaire scores',
  OBSERVATIONS: 'your test results',
  APPOINTMENTS: 'your appointments',
  ENCOUNTERS: 'your past visits',
  REFERRALS: 'where you were referred',
  REFERRAL_PROGRESS: 'how your referral goes',
  SUPPORT: 'the support you get',
  CONSENT_RECORDS: 'what you agreed to',
  ACCESS_HISTORY: 'who looked at your record',
};
