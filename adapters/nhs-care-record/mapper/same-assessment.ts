/** One assessment often comes as a panel, a total and a questionnaire: the hub shows it once. */
import type { MeasureScore } from '../../records.js';
import type { ScoreEvidence } from './measure.js';

/**
 * Every score once. A panel gives way to the total that it holds (or that has the same instant), a questionnaire to the
 * score that was derived from it; but only where it says nothing else: two different sums are both kept.
 */
export function distinctScores(
  observed: readonly ScoreEvidence[],
  answered: readonly ScoreEvidence[],
): readonly MeasureScore[] {
  const totals = observed.filter(({ kind }) => kind === 'total');
  const panels = observed.filter((panel) => panel.kind === 'panel' && !totals.some((total) => holds(panel, total)));
  const kept = [...totals, ...panels];
  const forms = answered.filter((form) => !kept.some((score) => isDerived(score, form)));
  return [...kept, ...forms].map(({ score }) => score);
}

function holds(panel: ScoreEvidence, total: ScoreEvidence): boolean {
  if (!saysNoMore(panel, total)) return false;
  if (total.id !== null && panel.members.some((member) => isReferenceTo('Observation', total.id, member))) return true;
  return panel.score.assessedAt !== null && panel.score.assessedAt === total.score.assessedAt;
}

const isDerived = (score: ScoreEvidence, form: ScoreEvidence): boolean =>
  saysNoMore(form, score) &&
  score.derivedFrom.some((reference) => isReferenceTo('QuestionnaireResponse', form.id, reference));

const saysNoMore = (less: ScoreEvidence, more: ScoreEvidence): boolean =>
  less.score.instrument === more.score.instrument &&
  (less.score.total === null || less.score.total === more.score.total);

const isReferenceTo = (type: string, id: string | null, reference: string): boolean =>
  id !== null && (reference === `${type}/${id}` || reference.endsWith(`/${type}/${id}`));
