import { deepestException, opposite } from '../access/types.js';
import type { ConsentEffect, ConsentException, Constraints, Period, Recipient } from '../access/types.js';
import type { ConsentTerms } from './desk.js';

const idempotencyKeyPattern = /^[A-Za-z0-9-]{8,64}$/;
const languagePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const organisationPattern = /^[A-Za-z0-9-]{2,40}$/;
/** A token's subject, as a consent may name it: printable, no spaces around it. */
const subjectPattern = /^[^\s\p{C}](?:[^\p{C}]{0,198}[^\s\p{C}])?$/u;
const longestWording = 2000;
const longestRequest = 500;
const mostExceptions = 50;

/** What is wrong with an input, naming the field and repeating no value; undefined where nothing is. */
export function faultIn(key: string, terms?: ConsentTerms): string | undefined {
  if (!idempotencyKeyPattern.test(key)) return 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';
  return terms && (faultInBase(terms) ?? faultInExceptions(terms) ?? faultInRest(terms));
}

const unbound: Readonly<Record<'categories' | 'purposes' | 'recipients', string>> = {
  categories: 'categories must name at least one category.',
  purposes: 'purposes must name at least one purpose.',
  // A permit that names nobody would permit everybody (IHE PCF, the empty actor trap).
  recipients: 'recipients must name at least one recipient.',
};
type Dimension = keyof typeof unbound;
const dimensions = Object.keys(unbound) as readonly Dimension[];

function faultInBase(terms: ConsentTerms): string | undefined {
  const missing = terms.effect === 'PERMIT' ? dimensions.find((name) => terms[name].length === 0) : undefined;
  return missing ? unbound[missing] : faultInConstraints(terms, '');
}

function faultInConstraints({ recipients = [], period, dataPeriod }: Constraints, at: string): string | undefined {
  for (const recipient of recipients) {
    const fault = faultInRecipient(recipient);
    if (fault !== undefined) return `${at}recipients: ${fault}`;
  }
  if (period && isBackwards(period)) return `${at}validTo is before validFrom.`;
  if (dataPeriod && isBackwards(dataPeriod)) return `${at}dataTo is before dataFrom.`;
  return undefined;
}

function faultInRecipient(recipient: Recipient): string | undefined {
  if (recipient.kind === 'audience') return undefined;
  if (!organisationPattern.test(recipient.organisation)) {
    return 'organisation must be 2 to 40 letters, digits and hyphens.';
  }
  if (recipient.kind === 'person' && !subjectPattern.test(recipient.subject)) {
    return 'person.subject must be 1 to 200 printable characters.';
  }
  return undefined;
}

function faultInExceptions(terms: ConsentTerms): string | undefined {
  const bound = new Set(dimensions.filter((name) => terms[name].length > 0));
  const found = faultInLevel(terms.exceptions ?? [], opposite(terms.effect), bound, 1, 'exceptions');
  if (found !== undefined) return found;
  return countOf(terms.exceptions ?? []) > mostExceptions
    ? `exceptions: at most ${mostExceptions} in one consent.`
    : undefined;
}

/** `bound`: what the provisions around it name. A permit must be bound in every dimension, by itself or by what is around it. */
function faultInLevel(
  exceptions: readonly ConsentException[],
  effect: ConsentEffect,
  bound: ReadonlySet<Dimension>,
  depth: number,
  path: string,
): string | undefined {
  if (exceptions.length > 0 && depth > deepestException) return `${path} may nest ${deepestException} deep.`;
  for (const [index, exception] of exceptions.entries()) {
    const at = `${path}.${index}.`;
    const empty = dimensions.find((name) => exception[name]?.length === 0);
    if (empty) return `${at}${empty} must name something, or be left out.`;
    if (!constrains(exception)) return `${at.slice(0, -1)} must name something: it would take everything back.`;
    const named = new Set([...bound, ...dimensions.filter((name) => exception[name] !== undefined)]);
    const missing = effect === 'PERMIT' ? dimensions.find((name) => !named.has(name)) : undefined;
    if (missing) return `${at}${unbound[missing]}`;
    const fault =
      faultInConstraints(exception, at) ??
      faultInLevel(exception.exceptions ?? [], opposite(effect), named, depth + 1, `${at}exceptions`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const constrains = ({ categories, recipients, purposes, period, dataPeriod }: Constraints): boolean =>
  [categories, recipients, purposes, period, dataPeriod].some((element) => element !== undefined);

const countOf = (exceptions: readonly ConsentException[]): number =>
  exceptions.reduce((count, exception) => count + 1 + countOf(exception.exceptions ?? []), 0);

function faultInRest({ evidence, request, givenOn }: ConsentTerms): string | undefined {
  if (request && (request.what.trim() === '' || request.what.length > longestRequest)) {
    return `request.what must be 1 to ${longestRequest} characters.`;
  }
  if (request?.assessmentPeriodFrom !== undefined && givenOn !== undefined && request.assessmentPeriodFrom > givenOn) {
    return 'request.assessmentPeriodFrom is after the day on which the consent was given.';
  }
  const { wording, language } = evidence;
  if (wording.trim() === '' || wording.length > longestWording) {
    return `evidence.wording must be 1 to ${longestWording} characters.`;
  }
  if (!languagePattern.test(language)) return 'evidence.language must be a BCP 47 tag.';
  return undefined;
}

const isBackwards = ({ start, end }: Period): boolean => end !== undefined && end < start;
