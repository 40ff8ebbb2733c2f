import { conditionCategories } from '../access/classification.js';
import type { ClientId, DataCategory } from '../access/types.js';
import type { CorrectionDocument, CorrectionStep } from '../correction/document.js';
import { isDisputed } from '../correction/machine.js';
import type { Key } from '../store/port.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { recordsOf } from './proxy.js';

/** A correction request as one caller may read it. */
export interface CorrectionView {
  readonly correction: CorrectionDocument;
  /** Whether they may read what is said of the fact. */
  readonly mayRead: boolean;
  /** The client, whoever acts for them, or whoever must answer. */
  readonly isParty: boolean;
  readonly source: string;
  readonly locationWithheld: boolean;
}

/** One step, with the request that it is of. */
export interface CorrectionStepView {
  readonly step: CorrectionStep;
  readonly locationWithheld: boolean;
}

/** What a task asks of whoever must answer. */
export interface AskedCorrectionView {
  readonly __typename: 'AskedCorrection';
  readonly correction: CorrectionView;
}

/** So many of one person are looked through for what is in dispute. */
const mostInDispute = 200;

/** To somebody to whom the fact is shown. */
export function correctionShown(
  correction: CorrectionDocument,
  file: ClientFile,
  context: RequestContext,
): CorrectionView {
  const { viewer, disclosures } = context;
  const isOwn = viewer.audience === 'CLIENT';
  // That DWP speaks of somebody's work tells of a claim.
  const mayNameSource = correction.category !== 'WORK_STATUS' || disclosures.wouldPermit(file, 'BENEFITS');
  return {
    correction,
    mayRead: true,
    isParty: isOwn,
    source: mayNameSource ? correction.source : 'derived',
    locationWithheld: file.locationRestricted && (!isOwn || file.proxy !== undefined),
  };
}

/** To whoever must answer: its words are said to them. */
export const correctionAddressed = (correction: CorrectionDocument, organisation: string): CorrectionView => ({
  correction,
  mayRead: correction.addressedTo === organisation,
  isParty: true,
  source: correction.source,
  locationWithheld: false,
});

/** That there is one, and where it stands, to somebody to whom the fact is not shown. */
const correctionMentioned = (correction: CorrectionDocument, { viewer }: RequestContext): CorrectionView => ({
  correction,
  mayRead: false,
  isParty: viewer.audience === 'CLIENT' || viewer.organisation === correction.addressedTo,
  source: correction.category === 'WORK_STATUS' ? 'derived' : correction.source,
  locationWithheld: false,
});

/** Reads what is in dispute of a client once in a request, whichever sections ask for it. */
export function disputesOnce(
  context: () => RequestContext,
): (file: ClientFile) => Promise<readonly CorrectionDocument[]> {
  const read = new Map<ClientFile, Promise<readonly CorrectionDocument[]>>();
  return (file) => {
    const known = read.get(file) ?? disputesOf(file.id, context());
    read.set(file, known);
    return known;
  };
}

const disputesOf = async (id: ClientId, context: RequestContext): Promise<readonly CorrectionDocument[]> =>
  (await newestOf(await recordsOf(id, context), mostInDispute, undefined, context)).filter(({ state }) =>
    isDisputed(state),
  );

/**
 * What of a section is in dispute, for a caller to whom the section is shown. Under a consent to data of some period nothing is: a dispute
 * would tell of a fact from outside it.
 */
export async function disputedIn(
  file: ClientFile,
  section: DataCategory,
  context: RequestContext,
): Promise<readonly CorrectionView[]> {
  const { disclosures } = context;
  const shown = (category: DataCategory): boolean =>
    disclosures.decide(file, category, sectionOfDisputes).permitted &&
    disclosures.dataPeriods(file, category) === undefined;
  // All of them, whether or not anything is in dispute: a decision is recorded, and its record must not tell that there was something.
  const categories = (section === 'CONDITIONS' ? conditionCategories : [section]).filter(shown);
  const disputes = await context.disputes(file);
  return disputes
    .filter(({ category }) => categories.includes(category))
    .map((correction) => correctionShown(correction, file, context));
}

const sectionOfDisputes = 'CorrectionRequest';

/**
 * The newest requests that this viewer is told of, `limit` of them as long as there are so many. Of a category that hides, whoever may not
 * see it is not told that there is one.
 */
export async function visibleCorrections(
  file: ClientFile,
  limit: number,
  after: readonly Key[] | undefined,
  context: RequestContext,
): Promise<readonly CorrectionView[]> {
  const records = await recordsOf(file.id, context);
  const visible: CorrectionView[] = [];
  for (let from = after; ;) {
    const found = await newestOf(records, limit, from, context);
    visible.push(...found.flatMap((correction) => ifTold(correction, file, context) ?? []));
    const last = found.at(-1);
    if (visible.length >= limit || !last || found.length < limit) return visible.slice(0, limit);
    from = [last.requestedAt, last.id];
  }
}

function ifTold(correction: CorrectionDocument, file: ClientFile, context: RequestContext): CorrectionView | undefined {
  const { category, state } = correction;
  if (state === 'REQUESTING') return undefined;
  const { permitted } = context.disclosures.decide(file, category, 'Client.correctionRequests');
  if (permitted && context.disclosures.dataPeriods(file, category) === undefined) {
    return correctionShown(correction, file, context);
  }
  return context.policy.hiddenCategories.has(category) ? undefined : correctionMentioned(correction, context);
}

async function newestOf(
  records: readonly ClientId[],
  limit: number,
  after: readonly Key[] | undefined,
  { services }: RequestContext,
): Promise<readonly CorrectionDocument[]> {
  const found = await Promise.all(records.map((record) => services.corrections.of(record, limit, after)));
  return found
    .flat()
    .sort((one, other) => compareText(other.requestedAt, one.requestedAt) || compareText(other.id, one.id))
    .slice(0, limit);
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
