import type { Persona } from '../server/persona.js';

/** Values for the examples' variables, by variable name. A function makes another value for each place that it fills. */
export type Samples = Readonly<Record<string, unknown>>;

/**
 * The values that suit a caller. Ids and cursors are good for one caller only, so those of the caller before go; an
 * idempotency key is good for one mutation.
 */
export function samplesFor(persona: Persona | undefined): Samples {
  return {
    client: '',
    consent: '',
    referral: '',
    after: null,
    idempotencyKey: freshKey,
    ...(persona?.sampleNhsNumber !== undefined && { nhsNumber: persona.sampleNhsNumber }),
    ...persona?.sampleVariables,
  };
}

/** The ids in an answer that other examples can go on with: its first client, the consent and the referral just recorded or first listed. */
export function samplesIn(data: unknown): Samples {
  const client = at(data, 'client') ?? at(data, 'me') ?? at(data, 'clients', 'edges', 0, 'node');
  const consent = at(data, 'recordConsent', 'consent') ?? at(data, 'me', 'consents', 0);
  const referral = at(data, 'submitReferral', 'referral') ?? at(data, 'trackedReferrals', 'edges', 0, 'node');
  return { ...idAs('client', client), ...idAs('consent', consent), ...idAs('referral', referral) };
}

/** A tab's variables (JSON text) with the samples in place of the variables they name; text that is no JSON object stays. */
export function fillIn(variables: string, samples: Samples): string {
  const values = objectIn(variables);
  if (values === undefined) return variables;
  const filled = Object.entries(values).map(([name, value]) => {
    const sample = name in samples ? samples[name] : value;
    return [name, typeof sample === 'function' ? (sample as () => unknown)() : sample] as const;
  });
  return JSON.stringify(Object.fromEntries(filled), null, 2);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}

function idAs(name: string, holder: unknown): Samples {
  const id = at(holder, 'id');
  return typeof id === 'string' ? { [name]: id } : {};
}

const freshKey = (): string =>
  `explorer-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
