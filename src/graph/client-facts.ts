import type { BenefitClaim, EmploymentSpell } from '../../adapters/records.js';
import type { DataCategory } from '../access/types.js';
import { inUse } from '../identity/trace.js';
import { postcodeDistrictOf } from '../programme/areas.js';
import { wholeMonthsBetween } from '../programme/calendar.js';
import type { FactName, KnownFacts } from '../programme/facts.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { tracedSection } from './traced-section.js';

/** One section of a client from which facts can be read, and which. */
export interface FactSource {
  readonly category: DataCategory;
  readonly facts: readonly FactName[];
  /** Called only where the decision permits the section. Says nothing of what the section does not hold. */
  read(file: ClientFile, context: RequestContext, on: string): Promise<KnownFacts>;
}

/** In the order in which they are asked: what tells least about health comes first. */
export const factSources: readonly FactSource[] = [
  {
    category: 'DEMOGRAPHICS',
    facts: ['person.age'],
    read: (file, context, on) =>
      traced(file, context, 'DEMOGRAPHICS', ({ birthDate }) =>
        // A year of birth is no age.
        birthDate?.length === 10 ? { 'person.age': Math.floor(wholeMonthsBetween(birthDate, on) / 12) } : {},
      ),
  },
  {
    category: 'CONTACT',
    facts: ['home.area', 'practice.area'],
    read: (file, context) =>
      traced(file, context, 'CONTACT', ({ addresses, generalPractice }) => {
        const home = inUse(addresses, 'home', context.today);
        const district = postcodeDistrictOf(home?.postcode ?? '');
        return {
          ...(district !== undefined && { 'home.area': district }),
          ...(generalPractice !== null && { 'practice.area': generalPractice }),
        };
      }),
  },
  {
    category: 'WORK_STATUS',
    facts: ['work.inPaidWork'],
    async read(file, { load }) {
      const status = await load.workStatus(file, false);
      if (status.__typename !== 'WorkStatus') return {};
      // Sources that disagree settle nothing.
      return status.inWork === 'YES' || status.inWork === 'NO' ? { 'work.inPaidWork': status.inWork === 'YES' } : {};
    },
  },
  {
    category: 'EMPLOYMENT_STATUS',
    facts: ['work.attendance', 'work.sinceLastJob'],
    async read(file, { load }, on) {
      const employment = await load.employment(file);
      return employment.__typename === 'Employment' ? factsOfWork(employment.items, on) : {};
    },
  },
  {
    category: 'FIT_NOTES',
    facts: ['health.hasCondition'],
    async read(file, { load }) {
      const notes = await load.fitNotes(file);
      // That there is a note says yes; that there is none says nothing.
      return notes.__typename === 'FitNotes' && notes.items.length > 0 ? { 'health.hasCondition': true } : {};
    },
  },
  {
    category: 'CONDITIONS',
    facts: ['health.hasCondition'],
    async read(file, { load, disclosures }) {
      const decision = disclosures.decide(file, 'CONDITIONS', section);
      const conditions = await load.conditions(file, [{ decision, told: decision }]);
      const active =
        conditions.__typename === 'Conditions' &&
        conditions.items.some(({ clinicalStatus }) => clinicalStatus === 'active');
      return active ? { 'health.hasCondition': true } : {};
    },
  },
  {
    category: 'BENEFITS',
    facts: [
      'benefits.any',
      'benefits.universalCredit',
      'benefits.employmentAndSupportAllowance',
      'benefits.personalIndependencePayment',
    ],
    async read(file, { load }, on) {
      const benefits = await load.benefits(file);
      return benefits.__typename === 'Benefits' ? factsOfClaims(benefits.items, on) : {};
    },
  },
];

/** As the ledger names what was looked at. */
export const section = 'Query.checkEligibility';

async function traced(
  file: ClientFile,
  context: RequestContext,
  category: 'DEMOGRAPHICS' | 'CONTACT',
  facts: (trace: Parameters<Parameters<typeof tracedSection>[3]>[0]['trace']) => KnownFacts,
): Promise<KnownFacts> {
  const found = await tracedSection(file, context, category, ({ trace }) => ({
    __typename: 'Facts' as const,
    facts: facts(trace),
  }));
  return found.__typename === 'Facts' ? found.facts : {};
}

function factsOfWork(spells: readonly EmploymentSpell[], on: string): KnownFacts {
  const open = spells.filter(
    ({ startDate, endDate }) => (endDate === null || endDate > on) && (startDate === null || startDate <= on),
  );
  const ended = spells.flatMap(({ endDate }) => (endDate !== null && endDate <= on ? [endDate] : [])).sort();
  const absent = open.some(({ absence }) => absence !== null && (absence.endDate === null || absence.endDate > on));
  const last = ended.at(-1);
  return {
    ...(open.length > 0 && { 'work.attendance': absent ? 'ABSENT' : 'PRESENT' }),
    ...(last !== undefined && open.length === 0 && { 'work.sinceLastJob': last }),
  };
}

/** By the source's own codes (DWP Citizen API; reference/employment-support.md C1). A claim says yes; that there is none is known only where the source answered. */
function factsOfClaims(claims: readonly BenefitClaim[], on: string): KnownFacts {
  const open = claims.filter(({ endDate }) => endDate === null || endDate > on);
  const claimed = (type: RegExp): boolean => open.some(({ benefitType }) => type.test(benefitType));
  return {
    'benefits.any': open.length > 0,
    'benefits.universalCredit': claimed(/^universal_credit$/),
    'benefits.employmentAndSupportAllowance': claimed(/^employment_support_allowance/),
    'benefits.personalIndependencePayment': claimed(/^personal_independence_payment$/),
  };
}
