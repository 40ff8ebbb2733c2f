/** Old consents that the present policy no longer understands deny: they permit nothing, and refuse whatever they may have meant. */
import { opposite } from './consent.js';
import type { Consent, ConsentEffect, ConsentException, Recipient } from './consent.js';
import type { Audience, DataCategory, Purpose } from './types.js';

/** The names that stand in the rules of a policy. */
export interface KnownNames {
  readonly categories: ReadonlySet<DataCategory>;
  readonly audiences: ReadonlySet<Audience>;
  readonly purposes: ReadonlySet<Purpose>;
}

/** What a policy that knows these names can say of a consent. Remembered for as long as the consent is: a page decides some hundred times about the same few. */
export function understandingOf(known: KnownNames): {
  understands(consent: Consent): boolean;
  asFarAsUnderstood(consent: Consent): Consent;
} {
  const understood = new WeakMap<Consent, boolean>();
  return {
    understands: (consent) => {
      let answer = understood.get(consent);
      if (answer === undefined) understood.set(consent, (answer = isUnderstood(known, consent)));
      return answer;
    },
    asFarAsUnderstood: (consent) => asFarAsUnderstood(known, consent),
  };
}

type Named = Pick<ConsentException, 'categories' | 'recipients' | 'purposes' | 'exceptions'>;

/** Whether every name in the consent, its exceptions included, is one that the policy has a rule for. */
function isUnderstood(known: KnownNames, { categories, recipients, purposes, exceptions }: Named): boolean {
  return (
    areKnown(categories, known.categories) &&
    areKnown(purposes, known.purposes) &&
    (recipients?.every((recipient) => isKnown(recipient, known)) ?? true) &&
    (exceptions?.every((exception) => isUnderstood(known, exception)) ?? true)
  );
}

/**
 * The consent with what the policy does not know taken out, so that it refuses no less than it said: where it denies, an
 * element with an unknown name constrains nothing; where it permits, the unknown name is as if it were not there.
 */
function asFarAsUnderstood(known: KnownNames, consent: Consent): Consent {
  return {
    ...consent,
    categories: named(consent.effect, consent.categories, (name) => known.categories.has(name)) ?? [],
    recipients: named(consent.effect, consent.recipients, (recipient) => isKnown(recipient, known)) ?? [],
    purposes: named(consent.effect, consent.purposes, (name) => known.purposes.has(name)) ?? [],
    ...(consent.exceptions && { exceptions: exceptionsOf(known, opposite(consent.effect), consent.exceptions) }),
  };
}

function exceptionsOf(
  known: KnownNames,
  effect: ConsentEffect,
  exceptions: readonly ConsentException[],
): readonly ConsentException[] {
  return exceptions.map(({ categories, recipients, purposes, exceptions: inner, ...rest }) => {
    const kept = {
      categories: named(effect, categories, (name) => known.categories.has(name)),
      recipients: named(effect, recipients, (recipient) => isKnown(recipient, known)),
      purposes: named(effect, purposes, (name) => known.purposes.has(name)),
    };
    return {
      ...rest,
      ...(kept.categories && { categories: kept.categories }),
      ...(kept.recipients && { recipients: kept.recipients }),
      ...(kept.purposes && { purposes: kept.purposes }),
      ...(inner && { exceptions: exceptionsOf(known, opposite(effect), inner) }),
    };
  });
}

function named<Name>(
  effect: ConsentEffect,
  names: readonly Name[] | undefined,
  isKnownName: (name: Name) => boolean,
): readonly Name[] | undefined {
  if (names === undefined || names.every(isKnownName)) return names;
  return effect === 'DENY' ? undefined : names.filter(isKnownName);
}

const areKnown = <Name>(names: readonly Name[] | undefined, known: ReadonlySet<Name>): boolean =>
  names?.every((name) => known.has(name)) ?? true;

function isKnown(recipient: Recipient, { audiences }: KnownNames): boolean {
  switch (recipient.kind) {
    case 'organisation':
    case 'person':
      return true;
    case 'audience':
      return audiences.has(recipient.audience);
    default:
      return false;
  }
}
