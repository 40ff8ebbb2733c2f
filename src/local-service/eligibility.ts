import type { ServiceDetail } from '../../adapters/local-service.js';
import { settleRules, type EligibilityOutcome, type MissingFact, type Reason } from '../programme/eligibility.js';
import type { KnownFacts } from '../programme/facts.js';
import type { ServiceCriteria, ServiceCriterion } from './criteria.js';

/** What one service of a directory says of one person. */
export interface ServiceEligibility {
  readonly outcome: EligibilityOutcome;
  readonly reasons: readonly Reason[];
  /** The facts that could still change the outcome. */
  readonly missing: readonly MissingFact[];
}

/**
 * Pure. What the directory says in words alone is never taken for a yes: without it, nobody is found eligible; with something
 * else that does not hold, somebody is found not eligible all the same.
 */
export function checkService(
  criteria: ServiceCriteria,
  service: ServiceDetail,
  whole: boolean,
  known: KnownFacts,
  today: string,
): ServiceEligibility {
  const asked = criteria.of(service, whole);
  const readable = asked.flatMap((criterion) =>
    criterion.formula ? [{ ...criterion, formula: criterion.formula }] : [],
  );
  const { each, together } = settleRules(
    readable.map(({ formula }) => formula),
    criteria,
    known,
    today,
  );
  const inWords = asked.some(({ formula }) => formula === undefined);
  const reasons = asked.map((criterion): Reason => {
    const settled = each[readable.findIndex(({ formula }) => formula === criterion.formula)];
    if (!criterion.formula || !settled) return inWordsOnly(criterion);
    const { code, met, notMet } = criterion;
    if (settled.kind === 'open') return { criterion: code, state: 'NOT_KNOWN', says: `Not known yet: ${met}` };
    return { criterion: code, state: settled.value ? 'MET' : 'NOT_MET', says: settled.value ? met : notMet };
  });
  if (together.kind === 'open') {
    const missing = together.missing.map(({ fact, couldBeYes, couldBeNo }) => ({
      fact,
      couldMakeEligible: couldBeYes && !inWords,
      couldMakeNotEligible: couldBeNo,
    }));
    return { outcome: 'CANNOT_SAY_YET', reasons, missing };
  }
  if (!together.value) return { outcome: 'NOT_ELIGIBLE', reasons, missing: [] };
  return { outcome: inWords ? 'CANNOT_SAY_YET' : 'ELIGIBLE', reasons, missing: [] };
}

const inWordsOnly = ({ code, met }: ServiceCriterion): Reason => ({
  criterion: code,
  state: 'NOT_KNOWN',
  says: `Ask the service. ${met}`,
});
