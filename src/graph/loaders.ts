import type { SourceAnswer, UpstreamSubject } from '../../adapters/contract.js';
import type { DemographicsTrace } from '../../adapters/records.js';
import { UpstreamError } from '../../adapters/upstream-error.js';
import type { Classification, CodedValue } from '../access/classification.js';
import { codingsOf, type Coded } from './item-codes.js';
import type { DataCategory, Decision } from '../access/types.js';
import type { ClientFile } from './client-file.js';
import { withinPeriods } from './data-period.js';
import { permittedByAll, type Asked, type SubjectParts } from './every-subject.js';
import { serviceDirectory, type ServiceDirectory } from './service-directory.js';
import { gather, type Gathered, type Source } from './section.js';
import type * as section from './section-records.js';
import { withheld, type OfClient } from './section-records.js';
import type { SectionOperations } from '../../adapters/operations.js';
import type { RequestSource } from './sources.js';
import { withoutSources, workStatusOf } from './work-status.js';

type Result<Record> = Promise<Record | section.NoRecord | section.Unavailable>;

/** The named operations that resolvers may call; one set per request, shared with no other caller. */
export interface Loaders {
  readonly pds: (subject: UpstreamSubject) => Promise<SourceAnswer<DemographicsTrace>>;
  /** `mayNameSources`: a statement of DWP tells that there is a claim, which is more than a work status. */
  readonly workStatus: (file: ClientFile, mayNameSources: boolean) => Result<section.DerivedWorkStatus>;
  readonly employment: (file: ClientFile) => Result<section.EmploymentRecord>;
  readonly benefits: (file: ClientFile) => Result<section.BenefitsRecord>;
  readonly fitNotes: (file: ClientFile) => Result<section.FitNotesRecord>;
  /**
   * Items whose category is refused stay behind; the refusals that may be told are listed whether or not there are such items, and
   * what may not be told of is as if it were not there.
   */
  readonly conditions: (file: ClientFile, decisions: readonly Told[]) => Result<section.ConditionsRecord>;
  readonly measures: (file: ClientFile) => Result<section.MeasuresRecord>;
  readonly observations: (file: ClientFile) => Result<section.ObservationsRecord>;
  readonly appointments: (file: ClientFile) => Result<section.AppointmentsRecord>;
  readonly encounters: (file: ClientFile) => Result<section.EncountersRecord>;
  readonly referrals: (file: ClientFile) => Result<section.ReferralsRecord>;
  readonly support: (file: ClientFile) => Result<section.SupportRecord>;
  /** Undefined where no directory of local services is connected. */
  readonly directory: () => ServiceDirectory | undefined;
}

/** A decision, and what of it the caller may be told. */
export interface Told {
  readonly decision: Decision;
  readonly told: Decision;
}

/** What the loaders need of the rest of the hub. */
export interface LoaderParts {
  readonly classification: Classification;
  readonly onFault: (error: unknown) => void;
  /** The periods to which this request's decision limits a category. */
  readonly periodsOf: (file: ClientFile, category: DataCategory) => Decision['dataPeriods'];
  /** Everybody whom a record is about must permit it. */
  readonly subjects: SubjectParts;
  /** Asks PDS who the person is; undefined where it cannot say. */
  readonly identify: (file: ClientFile) => Promise<UpstreamSubject | undefined>;
}

export function createLoaders(
  sources: readonly RequestSource[],
  { classification, onFault, periodsOf, identify, subjects }: LoaderParts,
): Loaders {
  /** Undefined where the decision sets no limit, so that nothing is looked through in vain. */
  const narrowTo = <Item>(file: ClientFile, category: DataCategory): ((item: Item) => Item | undefined) | undefined => {
    const periods = periodsOf(file, category);
    return periods && ((item) => withinPeriods(item, periods));
  };
  const ask = <Name extends keyof SectionOperations>(
    name: Name,
    file: ClientFile,
    categoriesOf: Asked<ItemOf<Name>>['categoriesOf'],
  ): readonly Source<ItemOf<Name>>[] =>
    asking(sources, name, file, identify).map((source) => {
      const asked = { source: source.name, section: `Client.${name}`, categoriesOf };
      return { ...source, ask: async () => permittedByAll(await source.ask(), file, asked, subjects) };
    });
  const askFor =
    <Name extends keyof SectionOperations>(name: Name) =>
    (file: ClientFile, categoriesOf: Asked<ItemOf<Name>>['categoriesOf']): readonly Source<ItemOf<Name>>[] =>
      ask(name, file, categoriesOf);
  const fromAll =
    <Name extends keyof SectionOperations, Record>(
      category: DataCategory,
      operation: Name,
      build: (gathered: OfClient & Gathered<ItemOf<Name>>) => Record,
    ) =>
    (file: ClientFile): Result<Record> =>
      gather(
        category,
        ask(operation, file, () => [category]),
        (gathered) => build({ file, ...gathered }),
        {
          narrow: narrowTo(file, category),
          onFault,
        },
      );
  const neededFor = (item: Labelled): readonly DataCategory[] =>
    [classification.ofLabels(item.securityLabels ?? []), classification.ofCodes(codingsOf(item))].filter(
      (category) => category !== undefined,
    );
  /** An item whose labels or codes make it as sensitive as some conditions is shown only to whom those are shown. */
  const labelled =
    <Item extends Labelled, Record>(
      category: DataCategory,
      section: string,
      sourcesFor: (file: ClientFile, categoriesOf: Asked<Item>['categoriesOf']) => readonly Source<Item>[],
      build: (gathered: OfClient & Gathered<Item>) => Record,
    ) =>
    (file: ClientFile): Result<Record> => {
      const within = narrowTo<Item>(file, category);
      const ifOpen = (item: Item): Item | undefined => {
        let shown: Item | undefined = item;
        for (const needed of neededFor(item)) {
          const { permitted, dataPeriods } = subjects.decide(file, needed, section);
          if (!permitted) return undefined;
          if (dataPeriods && shown) shown = withinPeriods(shown, dataPeriods);
        }
        return shown;
      };
      const asked = sourcesFor(file, (item) => [category, ...neededFor(item)]);
      const narrow = (item: Item): Item | undefined => {
        const inTime = within ? within(item) : item;
        return inTime && ifOpen(inTime);
      };
      return gather(category, asked, (gathered) => build({ file, ...gathered }), { narrow, onFault });
    };

  return {
    pds: askPds(sources),
    workStatus: (file, mayNameSources) =>
      gather(
        'WORK_STATUS',
        ask('workStatus', file, () => ['WORK_STATUS']),
        (gathered) => ({ file, ...workStatusOf(mayNameSources ? gathered : withoutSources(gathered)) }),
        { evenIfEmpty: !mayNameSources, narrow: narrowTo(file, 'WORK_STATUS'), onFault },
      ),
    employment: fromAll('EMPLOYMENT_STATUS', 'employment', named('Employment')),
    benefits: fromAll('BENEFITS', 'claims', named('Benefits')),
    fitNotes: labelled('FIT_NOTES', 'Client.fitNotes', askFor('fitNotes'), named('FitNotes')),
    conditions: (file, decisions) => {
      const categoriesWhere = (holds: (each: Told) => boolean): ReadonlySet<DataCategory> =>
        new Set(decisions.filter(holds).map(({ decision }) => decision.category));
      const open = categoriesWhere(({ decision }) => decision.permitted);
      const hidden = categoriesWhere(({ decision, told }) => !decision.permitted && told.permitted);
      const refusals = decisions.flatMap(({ told }) => (told.permitted ? [] : [told]));
      return gather(
        'CONDITIONS',
        ask('conditions', file, (item) => [classification.ofItem(item)]),
        ({ items, sources }) => ({
          __typename: 'Conditions' as const,
          file,
          items: items
            .map((item) => ({ ...item, classification: classification.ofItem(item) }))
            .filter((item) => open.has(item.classification)),
          withheld: refusals.map(withheld),
          sources: refusals.length === 0 ? sources : sources.map(withoutCount),
        }),
        // With anything refused, an empty list must look the same whether or not there is something behind it.
        {
          evenIfEmpty: refusals.length > 0,
          // Each kind of condition is limited by its own consent.
          narrow: (item) => {
            const category = classification.ofItem(item);
            if (hidden.has(category)) return undefined;
            const periods = periodsOf(file, category);
            return periods ? withinPeriods(item, periods) : item;
          },
          onFault,
        },
      );
    },
    measures: labelled('MEASURES', 'Client.measures', askFor('measures'), named('Measures')),
    observations: labelled('OBSERVATIONS', 'Client.observations', askFor('observations'), named('Observations')),
    appointments: labelled('APPOINTMENTS', 'Client.appointments', askFor('appointments'), named('Appointments')),
    encounters: labelled('ENCOUNTERS', 'Client.encounters', askFor('encounters'), named('Encounters')),
    referrals: fromAll('REFERRALS', 'referrals', named('Referrals')),
    support: fromAll('SUPPORT', 'support', named('Support')),
    directory: () => serviceDirectory(sources),
  };
}

/** The trace of the source that has one. */
export const askPds =
  (sources: readonly RequestSource[]): Loaders['pds'] =>
  async (subject) => {
    for (const source of sources) {
      const { trace } = source.operations();
      if (trace) return trace(subject);
    }
    throw new UpstreamError('nhs-pds', 'UNREACHABLE');
  };

/** The search of the source that has one. */
export const searchPds =
  (sources: readonly RequestSource[]): NonNullable<SectionOperations['search']> =>
  async (by) => {
    for (const source of sources) {
      const { search } = source.operations();
      if (search) return search(by);
    }
    throw new UpstreamError('nhs-pds', 'UNREACHABLE');
  };

/** What may have come with security labels and codes, and has no category of its own. */
interface Labelled extends Coded {
  readonly securityLabels?: readonly CodedValue[];
}

type ItemOf<Name extends keyof SectionOperations> =
  NonNullable<SectionOperations[Name]> extends (subject: UpstreamSubject) => Promise<SourceAnswer<infer Item>>
    ? Item
    : never;

function asking<Name extends keyof SectionOperations>(
  sources: readonly RequestSource[],
  name: Name,
  file: ClientFile,
  identify: LoaderParts['identify'],
): readonly Source<ItemOf<Name>>[] {
  return sources.flatMap((source) => {
    const operation = source.operations()[name] as
      ((subject: UpstreamSubject) => Promise<SourceAnswer<ItemOf<Name>>>) | undefined;
    return operation ? [{ name: source.name, ask: () => askUnderAllNames(operation, file, identify) }] : [];
  });
}

/**
 * Asks a source for a person under all that it may know them by: a number that PDS replaced, a record that was merged. One that
 * fails makes the answer short, and a short answer says so.
 */
async function askUnderAllNames<Item>(
  operation: (subject: UpstreamSubject) => Promise<SourceAnswer<Item>>,
  file: ClientFile,
  identify: LoaderParts['identify'],
): Promise<SourceAnswer<Item>> {
  const [now, ...former] = file.subjects();
  if (former.length === 0) return askKnowing(operation, now, file, identify);
  const [answer, ...others] = await Promise.all([
    askKnowing(operation, now, file, identify),
    ...former.map((subject) => operation(subject).catch(nothingUnderThatName)),
  ]);
  const seen = new Set<string>();
  const items = [answer, ...others].flatMap((each) => each.items);
  const shared = [answer, ...others].flatMap((each) => (each.shared ? [...each.shared] : []));
  return {
    ...(shared.length > 0 && { shared: new Map(shared) }),
    items: items.filter((item) => {
      const text = JSON.stringify(item, withoutRetrieval);
      return !seen.has(text) && seen.add(text);
    }),
    retrievedAt: answer.retrievedAt,
    complete: [answer, ...others].every(({ complete }) => complete),
  };
}

/** The same item, found under two names at two moments. */
const withoutRetrieval = (name: string, value: unknown): unknown => (name === 'retrievedAt' ? undefined : value);

/** A source that cannot know somebody by that name alone has nothing under it; any other failure leaves a gap. */
function nothingUnderThatName(error: unknown): SourceAnswer<never> {
  if (!(error instanceof UpstreamError)) throw error;
  return { items: [], retrievedAt: '', complete: error.code === 'INSUFFICIENT_IDENTITY' };
}

/** A source that knows people by name is asked about somebody who was never traced once PDS has said who they are. */
async function askKnowing<Item>(
  operation: (subject: UpstreamSubject) => Promise<SourceAnswer<Item>>,
  now: UpstreamSubject,
  file: ClientFile,
  identify: LoaderParts['identify'],
): Promise<SourceAnswer<Item>> {
  try {
    return await operation(now);
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'INSUFFICIENT_IDENTITY') throw error;
    const subject = await identify(file);
    if (!subject) throw error;
    return operation(subject);
  }
}

const named =
  <Name extends string>(__typename: Name) =>
  <Item>(gathered: OfClient & Gathered<Item>): { __typename: Name } & OfClient & Gathered<Item> => ({
    __typename,
    ...gathered,
  });

/** "It answered" must not tell whether it had something that stays behind. */
const withoutCount = (status: section.SourceStatus): section.SourceStatus =>
  status.outcome === 'NO_RECORD' ? { ...status, outcome: 'ANSWERED' } : status;
