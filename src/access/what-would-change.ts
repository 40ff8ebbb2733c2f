import { decide } from './decide.js';
import type { Policy } from './policy.js';
import { supposedConsent } from './supposed.js';
import { purposes } from './types.js';
import type { AccessRequest, Consent, Purpose } from './types.js';

/** One thing that could become otherwise. */
export type Step =
  | { readonly kind: 'RELATIONSHIP_BEGINS' | 'RELATIONSHIP_ENDS' | 'RESTRICTION_BEGINS' | 'RESTRICTION_ENDS' }
  /** The client takes back what counted: `id@version` of each. */
  | { readonly kind: 'CLIENT_TAKES_BACK'; readonly consents: readonly string[] }
  | { readonly kind: 'CLIENT_CONSENTS' | 'CLIENT_REFUSES' }
  | { readonly kind: 'OTHER_PURPOSE'; readonly purpose: Purpose }
  | { readonly kind: 'EMERGENCY_ACCESS' };

/** A question to the decision. */
export interface Question {
  readonly policy: Policy;
  readonly consents: readonly Consent[];
  readonly request: AccessRequest;
}

/** A step and the question that it makes of another; undefined where it cannot be taken there. */
type Move = (question: Question) => { readonly step: Step; readonly question: Question } | undefined;

/**
 * The smallest sets of steps that would turn the answer, each found by asking `decide()` again: nothing here knows the rules.
 * Empty where none would: a hard wall.
 */
export function whatWouldChange(question: Question): readonly (readonly Step[])[] {
  const { permitted } = ask(question);
  const together = permitted ? [] : setsOf(opening);
  const alone = permitted ? closing : [...purposes.map(otherPurpose), emergency];
  const found: { readonly moves: readonly Move[]; readonly steps: readonly Step[] }[] = [];
  for (const moves of [...together, ...alone.map((move) => [move])]) {
    if (found.some((smaller) => smaller.moves.every((move) => moves.includes(move)))) continue;
    const taken = takeAll(moves, question);
    if (taken && ask(taken.question).permitted !== permitted) found.push({ moves, steps: taken.steps });
  }
  return found.map(({ steps }) => steps);
}

const ask = ({ policy, consents, request }: Question) => decide(policy, consents, request);

function takeAll(
  moves: readonly Move[],
  question: Question,
): { readonly steps: readonly Step[]; readonly question: Question } | undefined {
  const steps: Step[] = [];
  for (const move of moves) {
    const taken = move(question);
    if (!taken) return undefined;
    steps.push(taken.step);
    question = taken.question;
  }
  return { steps, question };
}

/** Smaller sets first, so that a larger one that holds one of them is not advice. The order within a set is the order of `moves`. */
function setsOf(moves: readonly Move[]): readonly (readonly Move[])[] {
  const sets = moves.reduce<readonly (readonly Move[])[]>(
    (smaller, move) => [...smaller, ...smaller.map((set) => [...set, move])],
    [[]],
  );
  return sets.filter((set) => set.length > 0).toSorted((left, right) => left.length - right.length);
}

const related =
  (value: boolean): Move =>
  (question) =>
    question.request.related === value
      ? undefined
      : {
          step: { kind: value ? 'RELATIONSHIP_BEGINS' : 'RELATIONSHIP_ENDS' },
          question: { ...question, request: { ...question.request, related: value } },
        };

const restricted =
  (locationRestricted: boolean): Move =>
  (question) =>
    question.request.locationRestricted === locationRestricted
      ? undefined
      : {
          step: { kind: locationRestricted ? 'RESTRICTION_BEGINS' : 'RESTRICTION_ENDS' },
          question: { ...question, request: { ...question.request, locationRestricted } },
        };

/** What counts is asked of the decision as it is by then: a restriction that ended before may have hidden a refusal. */
const takesBack: Move = (question) => {
  const { consents: counted } = ask(question);
  const counts = ({ id, version }: Consent): boolean => counted.includes(`${id}@${version}`);
  if (!question.consents.some((consent) => consent.status === 'ACTIVE' && counts(consent))) return undefined;
  return {
    step: { kind: 'CLIENT_TAKES_BACK', consents: counted },
    question: {
      ...question,
      consents: question.consents.map((consent) => (counts(consent) ? { ...consent, status: 'WITHDRAWN' } : consent)),
    },
  };
};

const says =
  (effect: Consent['effect']): Move =>
  (question) => ({
    step: { kind: effect === 'PERMIT' ? 'CLIENT_CONSENTS' : 'CLIENT_REFUSES' },
    question: { ...question, consents: [...question.consents, supposedConsent(effect, question.request)] },
  });

const otherPurpose =
  (purpose: Purpose): Move =>
  (question) =>
    question.request.viewer.purpose === purpose
      ? undefined
      : {
          step: { kind: 'OTHER_PURPOSE', purpose },
          question: { ...question, request: { ...question.request, viewer: { ...question.request.viewer, purpose } } },
        };

const emergency: Move = (question) => {
  const { viewer, today } = question.request;
  const { organisation, subject } = viewer;
  const [at, endsAt] = [`${today}T00:00:00.000Z`, `${today}T23:59:59.999Z`];
  const grant = { grant: 'supposed', organisation, subject, at, endsAt };
  return {
    step: { kind: 'EMERGENCY_ACCESS' },
    question: { ...question, request: { ...question.request, emergency: grant } },
  };
};

const opening: readonly Move[] = [related(true), restricted(false), takesBack, says('PERMIT')];
const closing: readonly Move[] = [related(false), restricted(true), takesBack, says('DENY')];
