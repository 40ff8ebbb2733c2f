/** The lines of a ledger record, each made of what was decided and of nothing else: so that a replay makes them again. */
import { hash } from 'node:crypto';
import type { Audience, Decision, Period } from '../access/types.js';
import type { LedgerLine } from '../store/documents.js';

/** What was decided of one section. `sources` are those that a permit lets be asked. */
export function decisionLine(decision: Decision, section: string, sources: readonly string[]): LedgerLine {
  // In the order of its keys, as it is hashed.
  return {
    basis: decision.basis,
    category: decision.category,
    consents: decision.consents,
    outcome: decision.permitted ? 'PERMITTED' : 'REFUSED',
    ...(decision.reason && { reason: decision.reason }),
    rule: decision.rule,
    section,
    sources: decision.permitted ? sources : [],
  };
}

/** That a client was found, where nothing of them was asked. */
export function foundLine(section: string, finder: Audience | 'IN_EMERGENCY'): LedgerLine {
  if (finder === 'IN_EMERGENCY') {
    return { section, outcome: 'PERMITTED', rule: 'EMERGENCY', basis: 'EMERGENCY', consents: [], sources: [] };
  }
  const basis = finder === 'CLIENT' ? 'SUBJECT_ACCESS' : 'STATUTE';
  return { section, outcome: 'PERMITTED', rule: 'RELATIONSHIP', basis, consents: [], sources: [] };
}

/** That the ledger was searched, whoever is in the answer. */
export function auditReadLine(section: string): LedgerLine {
  return { section, outcome: 'PERMITTED', rule: 'AUDIT_READ', basis: 'STATUTE', consents: [], sources: [] };
}

/** That a caller was shown what is addressed to them: what a client says of a record that is theirs to answer for. */
export function addressedLine(section: string): LedgerLine {
  return { section, outcome: 'PERMITTED', rule: 'ADDRESSED', basis: 'STATUTE', consents: [], sources: [] };
}

/** How somebody was looked for: by an id that the hub gave out, or by a number that anybody can make up (`src/probing/misses.ts`). */
export const notFoundRules = ['RELATIONSHIP', 'RELATIONSHIP_BY_NUMBER'] as const;
export type NotFoundRule = (typeof notFoundRules)[number];

/** That somebody was looked for and not shown: nobody there, or nobody that this caller works with. */
export function notFoundLine(section: string, rule: NotFoundRule = 'RELATIONSHIP'): LedgerLine {
  return {
    section,
    outcome: 'NOT_FOUND',
    rule,
    basis: 'NEVER',
    reason: 'NO_RELATIONSHIP',
    consents: [],
    sources: [],
  };
}

/** What took away what was permitted when the answer was about to leave. */
export type ChangeRule = 'CONSENT_CHANGED' | 'RESTRICTION_CHANGED' | 'AUTHORITY_ENDED' | 'EMERGENCY_ENDED';

/** That what was permitted no longer was when the answer was about to leave. */
export function changedLine(
  rule: ChangeRule,
  consents: readonly string[],
  category?: LedgerLine['category'],
): LedgerLine {
  return {
    section: 'Query',
    ...(category && { category }),
    outcome: 'CHANGED',
    rule,
    basis: rule === 'EMERGENCY_ENDED' ? 'EMERGENCY' : 'CONSENT',
    consents,
    sources: [],
  };
}

/** SHA-256 of decisions in full, in the order of their lines: what a line leaves out (data periods, next step) counts too. */
export function digestOfDecisions(decisions: readonly Decision[]): string {
  return hash('sha256', JSON.stringify(decisions.map(decisionInKeyOrder)), 'hex');
}

/**
 * Canonical JSON with its order written out: it is taken once for each record, on the way of every answer, and a generic sort costs
 * ten times as much. A part that is added to a decision does not compile until it is named here.
 */
function decisionInKeyOrder(decision: Decision): Decision {
  const {
    basis,
    category,
    consents,
    dataPeriods,
    emergency,
    nextStep,
    permitted,
    policyVersion,
    reason,
    rule,
    ...others
  } = decision;
  return {
    basis,
    category,
    consents,
    ...(dataPeriods && { dataPeriods: dataPeriods.map(periodInKeyOrder) }),
    ...(emergency !== undefined && { emergency }),
    ...(nextStep !== undefined && { nextStep }),
    permitted,
    policyVersion,
    ...(reason !== undefined && { reason }),
    rule,
    ...(others satisfies Record<string, never>),
  };
}

const periodInKeyOrder = ({ end, start }: Period): Period => (end === undefined ? { start } : { end, start });
