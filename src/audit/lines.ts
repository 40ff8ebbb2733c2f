/** The lines of a ledger record, each made of what was decided and of nothing else: so that a replay makes them again. */
import { createHash } from 'node:crypto';
import type { Audience, Decision } from '../access/types.js';
import type { LedgerLine } from '../store/documents.js';
import { canonicalJson } from './canonical.js';

/** What was decided of one section. `sources` are those that a permit lets be asked. */
export function decisionLine(decision: Decision, section: string, sources: readonly string[]): LedgerLine {
  return {
    section,
    category: decision.category,
    outcome: decision.permitted ? 'PERMITTED' : 'REFUSED',
    rule: decision.rule,
    basis: decision.basis,
    ...(decision.reason && { reason: decision.reason }),
    consents: decision.consents,
    sources: decision.permitted ? sources : [],
  };
}

/** That a client was found, where nothing of them was asked. */
export function foundLine(section: string, audience: Audience): LedgerLine {
  const basis = audience === 'CLIENT' ? 'SUBJECT_ACCESS' : 'STATUTE';
  return { section, outcome: 'PERMITTED', rule: 'RELATIONSHIP', basis, consents: [], sources: [] };
}

/** That somebody was looked for and not shown: nobody there, or nobody that this caller works with. */
export function notFoundLine(section: string): LedgerLine {
  return {
    section,
    outcome: 'NOT_FOUND',
    rule: 'RELATIONSHIP',
    basis: 'NEVER',
    reason: 'NO_RELATIONSHIP',
    consents: [],
    sources: [],
  };
}

/** That what was permitted no longer was when the answer was about to leave. */
export function changedLine(
  rule: 'CONSENT_CHANGED' | 'RESTRICTION_CHANGED',
  consents: readonly string[],
  category?: LedgerLine['category'],
): LedgerLine {
  return {
    section: 'Query',
    ...(category && { category }),
    outcome: 'CHANGED',
    rule,
    basis: 'CONSENT',
    consents,
    sources: [],
  };
}

/** SHA-256 of decisions in full, in the order of their lines: what a line leaves out (data periods, next step) counts too. */
export function digestOfDecisions(decisions: readonly Decision[]): string {
  return createHash('sha256').update(canonicalJson(decisions)).digest('hex');
}
