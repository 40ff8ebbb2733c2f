import type { DataCategory } from '../access/types.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import type { HistoryWords } from './history-words.js';

type Told = Pick<LedgerDocument, 'viewer' | 'lines' | 'throughAnother' | 'inputs'>;

/**
 * A record in plain words: who, why, what they saw and what not, and what made it lawful. Short sentences of words that stand
 * in `policies/access-history.yaml`; only the organisation's name is not from there.
 */
export function sentenceOf(
  { viewer, lines, throughAnother, inputs }: Told,
  organisation: string,
  words: HistoryWords,
): string {
  const proxy = inputs?.proxy;
  const isSelf = viewer.audience === 'CLIENT' && !proxy;
  const inPart = isSelf ? words.who.CLIENT : `${words.who[viewer.audience]} at ${organisation}`;
  const who = capitalised(proxy ? words.acting[proxy.authority] : inPart);
  const told = (template: string): string =>
    inSecondPerson(template.replace('{who}', who).replace('{why}', words.why[viewer.purpose]), isSelf);
  if (lines.some(({ outcome }) => outcome === 'NOT_FOUND')) return told(words.told.notFound);
  if (lines.some(({ rule }) => rule === 'RESTRICTION_CHANGED')) return told(words.told.restricted);
  if (lines.some(({ outcome }) => outcome === 'CHANGED')) return told(words.told.changed);
  const parts = [told(throughAnother === true ? words.told.somebodyElse : words.told.looked)];
  if (proxy?.period.end !== undefined) parts.push(words.told.until.replace('{day}', proxy.period.end));
  const permitted = lines.filter(({ outcome, category }) => outcome === 'PERMITTED' && category !== undefined);
  const refused = lines.filter(({ outcome }) => outcome === 'REFUSED');
  if (permitted.length + refused.length === 0) parts.push(words.found[lines[0]?.section ?? ''] ?? words.found.other);
  if (permitted.length > 0) parts.push(`They saw ${listed(permitted, words)}.`, ...reasonsOf(permitted, words));
  if (refused.length > 0) parts.push(`They were not shown ${listed(refused, words)}.`, ...reasonsOf(refused, words));
  return parts.map((part) => inSecondPerson(part, isSelf)).join(' ');
}

function reasonsOf(lines: readonly LedgerLine[], words: HistoryWords): readonly string[] {
  return [...new Set(lines.map(({ reason, basis }) => (reason ? words.refusal[reason] : words.basis[basis])))];
}

/** So many by name, and how many more. */
function listed(lines: readonly LedgerLine[], { what, namedInSentence }: HistoryWords): string {
  const kinds = [...new Set(lines.flatMap(({ category }): readonly DataCategory[] => (category ? [category] : [])))];
  const named = kinds.slice(0, namedInSentence).map((kind) => what[kind]);
  const more = kinds.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more ${more === 1 ? 'thing' : 'things'}`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
}

/** To the person about their own act. */
const inSecondPerson = (text: string, isSelf: boolean): string =>
  isSelf
    ? text
        .replaceAll(/\bThey were\b/g, 'You were')
        .replaceAll(/\bThey\b/g, 'You')
        .replaceAll(/\btold them\b/g, 'told you')
    : text;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
