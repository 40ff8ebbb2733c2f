import type { Alternative, Duration } from '../programme/definition.js';
import { isEnrolling, type StreamEligibility as StreamAnswer } from '../programme/eligibility.js';
import { factOf } from '../programme/facts.js';
import { atomsOf } from '../programme/formula.js';
import type { ProgrammeVersion, Stream } from '../programme/programme.js';
import type {
  DurationUnit,
  EligibilityAlternative,
  Programme,
  ProgrammeClocks,
  ProgrammeDuration,
  ProgrammeStream,
  StreamEligibility,
} from './generated.js';

/** A version of a programme as the contract shows it. */
export function programmeView(version: ProgrammeVersion, on: string): Programme {
  const { definition } = version;
  const { period, partners, channels, clocks, capacity, brand, roles, supportCategories } = definition;
  return {
    ...definition,
    version: version.effectiveFrom,
    brand: { name: brand.name, strapline: brand.strapline ?? null },
    start: period.start,
    plannedEnd: period.plannedEnd ?? null,
    enrolmentStop: period.enrolmentStop ?? null,
    close: period.close ?? null,
    enrolling: isEnrolling(version, on),
    partners: partners.map(({ name, part, organisation, areas, accreditation }) => ({
      name,
      part,
      organisation: organisation ?? null,
      areas: areas ?? [],
      accreditation: accreditation
        ? {
            ...accreditation,
            until: accreditation.until ?? null,
            holds: accreditation.on <= on && on <= (accreditation.until ?? on),
          }
        : null,
    })),
    channels: channels.map(({ type, says, areas }) => ({ type, says, areas: areas ?? [] })),
    streams: version.streams.map((stream) => streamView(version, stream)),
    clocks: clocksView(clocks),
    roles: roles.map((each) => ({ ...each, scope: each.scope ?? null })),
    supportCategories: supportCategories.map((each) => ({ ...each, role: each.role ?? null })),
    capacity: capacity.map((each) => ({
      area: each.area ?? null,
      stream: each.stream ?? null,
      places: 'places' in each ? each.places : null,
      people: 'people' in each ? each.people : null,
    })),
  };
}

function streamView({ definition: programme }: ProgrammeVersion, { definition, criteria }: Stream): ProgrammeStream {
  const { code, name, pathway, summary, areas, otherwise, plannedEnd = programme.clocks.plannedEnd } = definition;
  return {
    code,
    name,
    pathway,
    summary,
    areas,
    criteria: criteria.map((criterion) => ({
      ...criterion.definition,
      rule: criterion.definition.rule.trim(),
      facts: [...new Set(atomsOf(criterion.formula).map(({ fact }) => fact))],
    })),
    otherwise: [...otherwise, ...programme.otherwise].map(alternativeView),
    plannedEnd: plannedEnd.map(({ when, after }) => ({ when: when ?? null, after: durationView(after) })),
  };
}

function clocksView({
  acknowledge,
  accept,
  firstContact,
  update,
  contact,
  warnings,
  extensions,
}: ProgrammeVersion['definition']['clocks']): ProgrammeClocks {
  return {
    acknowledge: acknowledge ? durationView(acknowledge) : null,
    accept: accept ? durationView(accept) : null,
    firstContact: firstContact ? durationView(firstContact) : null,
    update: update ? durationView(update) : null,
    contact: contact ? durationView(contact) : null,
    warnings: warnings.map(durationView),
    extensions: extensions ? { ...extensions, each: durationView(extensions.each) } : null,
  };
}

const units: readonly (readonly [string, DurationUnit])[] = [
  ['hours', 'HOURS'],
  ['days', 'DAYS'],
  ['workingDays', 'WORKING_DAYS'],
  ['weeks', 'WEEKS'],
  ['months', 'MONTHS'],
];

/** A duration has exactly one unit (`definition.ts`). */
export function durationView(duration: Duration): ProgrammeDuration {
  const [[name, amount] = ['', 0]] = Object.entries(duration);
  return { amount: amount, unit: units.find(([unit]) => unit === name)?.[1] ?? 'DAYS' };
}

const alternativeView = ({ kind, name, says, to }: Alternative): EligibilityAlternative => ({
  kind,
  name,
  says,
  to: to ?? null,
});

/** What a stream said, as the contract shows it. */
export function answerView({
  programme,
  stream,
  outcome,
  reasons,
  missing,
  alternatives,
}: StreamAnswer): StreamEligibility {
  return {
    programme: programme.id,
    version: programme.effectiveFrom,
    stream: stream.definition.code,
    name: stream.definition.name,
    pathway: stream.definition.pathway,
    outcome,
    reasons,
    missing: missing.map((each) => {
      const { input, question } = factOf(each.fact);
      return { ...each, input, question };
    }),
    alternatives: alternatives.map(alternativeView),
  };
}
