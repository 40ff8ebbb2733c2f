/** One assessment often comes as a panel, a total and a questionnaire: the hub shows it once. */
import type { MeasureScore } from '../../records.js';
import type { ScoreEvidence } from './measure.js';

/** One score, and everything that tells of it: whose it is, and how sensitive, each of them may say. */
export interface Assessment {
  readonly score: MeasureScore;
  readonly evidence: readonly ScoreEvidence[];
}

/**
 * Every score once. A panel gives way to the total that it holds (or that has the same instant), a questionnaire to the
 * score that was derived from it; but only where it says nothing else: two different sums are both kept. What gave way
 * leaves its labels behind.
 */
export function distinctAssessments(
  observed: readonly ScoreEvidence[],
  answered: readonly ScoreEvidence[],
): readonly Assessment[] {
  const totals = observed.filter(({ kind }) => kind === 'total').map(alone);
  const panels = observed.filter(({ kind }) => kind === 'panel').filter((panel) => !give(panel, totals, holds)); // prettier-ignore
  const kept = [...totals, ...panels.map(alone)];
  const forms = answered.filter((form) => !give(form, kept, (one, total) => isDerived(total, one)));
  return [...kept, ...forms.map(alone)].map(withAllLabels);
}

interface Kept {
  readonly score: MeasureScore;
  readonly evidence: ScoreEvidence[];
}
const alone = (evidence: ScoreEvidence): Kept => ({ score: evidence.score, evidence: [evidence] });

/** Gives `less` to every one of `kept` that tells the same; whether there was any. */
function give(
  less: ScoreEvidence,
  kept: readonly Kept[],
  tellsSame: (less: ScoreEvidence, more: ScoreEvidence) => boolean,
): boolean {
  const same = kept.filter(({ evidence: [own] }) => own !== undefined && tellsSame(less, own));
  for (const { evidence } of same) evidence.push(less);
  return same.length > 0;
}

function withAllLabels({ score, evidence }: Kept): Assessment {
  if (evidence.length === 1) return { score, evidence };
  const labels = evidence.flatMap((each) => each.score.securityLabels ?? []);
  return { score: labels.length > 0 ? { ...score, securityLabels: labels } : score, evidence };
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
