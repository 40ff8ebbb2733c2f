import { checkStream } from '../programme/eligibility.js';
import type { KnownFacts } from '../programme/facts.js';
import type { Programmes, ProgrammeVersion, Stream } from '../programme/programme.js';
import { never, plannedEnd } from '../support/case-clock.js';
import { clocksOf, nextLookOn } from '../support/case-due.js';
import { codeFault } from '../support/refusal.js';
import type { EmployerCaseDocument } from './case-document.js';
import type { EmployerDocument } from './document.js';
import { refused, type Refused } from './refusal.js';

/** What the rules of a programme are told of an employer; whoever takes it on says that it wants advice. */
export const factsOf = (
  { headcount, postcodeDistrict }: Pick<EmployerDocument, 'headcount' | 'postcodeDistrict'>,
  wantsAdvice: boolean,
): KnownFacts => ({
  'employer.headcount': headcount,
  'employer.area': postcodeDistrict,
  ...(wantsAdvice && { 'employer.wantsAdvice': true }),
});

type Begun = Pick<
  EmployerCaseDocument,
  'programme' | 'programmeVersion' | 'stream' | 'area' | 'status' | 'openedAt' | 'plannedEndOn' | 'nextLookOn'
>;

/** Pure: an employer's case on its first day, by the rules of the version that holds on it, or why there is none. */
export function openEmployerCase(
  employer: EmployerDocument,
  { programme: id, stream: code }: { readonly programme: string; readonly stream: string },
  programmes: Programmes,
  at: string,
): Begun | Refused {
  const today = at.slice(0, 10);
  const programme = programmes.current(id, today);
  if (!programme) return refused('NOT_IN_PROGRAMME', 'programme is none that this hub knows on that day.');
  const forEmployers = programme.streams.filter(({ definition }) => definition.pathway === 'EMPLOYER');
  const stream = forEmployers.find(({ definition }) => definition.code === code);
  if (!stream) {
    const fault =
      codeFault(
        'stream',
        code,
        forEmployers.map(({ definition }) => definition),
      ) ?? 'stream';
    return refused('NOT_IN_PROGRAMME', fault);
  }
  return begun(employer, programme, stream, at);
}

function begun(employer: EmployerDocument, programme: ProgrammeVersion, stream: Stream, at: string): Begun | Refused {
  const today = at.slice(0, 10);
  const facts = factsOf(employer, true);
  const { outcome, reasons } = checkStream(programme, stream, facts, today);
  if (outcome !== 'ELIGIBLE') {
    const unmet = reasons.filter(({ state }) => state !== 'MET').map(({ says }) => says);
    return refused('NOT_ELIGIBLE', unmet.join(' '));
  }
  const area = programme.areas.areaOf('employer.area', employer.postcodeDistrict);
  if (area === undefined || !stream.definition.areas.includes(area)) {
    return refused('NOT_ELIGIBLE', 'The stream serves no area in which the employer lies.');
  }
  const begun = {
    status: 'OPEN',
    openedAt: at,
    plannedEndOn: plannedEnd(programme, stream, facts, today) ?? never,
  } as const;
  return {
    ...begun,
    programme: programme.id,
    programmeVersion: programme.effectiveFrom,
    stream: stream.definition.code,
    area,
    nextLookOn: nextLookOn(clocksOf({ ...begun, extended: 0 }, programme), today),
  };
}
