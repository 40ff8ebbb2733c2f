import { circumstances, opennessLevels, opennessOf } from './openness.js';
import type { Circumstance, Openness, Triple } from './openness.js';
import type { Policy } from './policy.js';
import { authorities } from './representation.js';
import type { Authority } from './representation.js';
import { audiences, dataCategories, purposes } from './types.js';
import type { Audience, DataCategory } from './types.js';

/** One thing that another version of a policy makes more open, or less. */
export type PolicyChange =
  | ({
      readonly kind: 'DISCLOSURE';
      readonly circumstance: Circumstance;
      readonly before: Openness;
      readonly after: Openness;
      readonly wider: boolean;
    } & Triple)
  /** Whether an audience may record consents. */
  | { readonly kind: 'CONSENT_RECORDER'; readonly audience: Audience; readonly wider: boolean }
  /** Whether a refusal of a category may be told from its absence. */
  | { readonly kind: 'EXISTENCE'; readonly category: DataCategory; readonly wider: boolean }
  /** What an authority lets somebody do for a client: a category, an act, or a limit that is not there. */
  | { readonly kind: 'REPRESENTATION'; readonly authority: Authority; readonly reach: string; readonly wider: boolean }
  /** Whether a category is kept from whoever uses an application. */
  | {
      readonly kind: 'APPLICATION';
      readonly application: string;
      readonly category: DataCategory;
      readonly wider: boolean;
    }
  /** Whether an audience may record authorities. */
  | { readonly kind: 'REPRESENTATION_RECORDER'; readonly audience: Audience; readonly wider: boolean }
  /** How long emergency access lasts, or may go unreviewed. */
  | {
      readonly kind: 'EMERGENCY_CLOCK';
      readonly clock: EmergencyClock;
      readonly from: number;
      readonly to: number;
      readonly wider: boolean;
    };

type EmergencyClock = 'hours' | 'reviewWithinDays';

/** Every effect in which two policies differ; their texts are not compared. */
export function policyChange(before: Policy, after: Policy): readonly PolicyChange[] {
  const disclosures = audiences.flatMap((audience) =>
    purposes.flatMap((purpose) =>
      dataCategories.flatMap((category) => changesOf(before, after, { audience, purpose, category })),
    ),
  );
  const existence = dataCategories.flatMap((category): readonly PolicyChange[] => {
    const wider = !after.hiddenCategories.has(category);
    return wider === !before.hiddenCategories.has(category) ? [] : [{ kind: 'EXISTENCE', category, wider }];
  });
  return [
    ...disclosures,
    ...differences(before.consentRecorders, after.consentRecorders).map(([audience, wider]): PolicyChange => ({
      kind: 'CONSENT_RECORDER',
      audience,
      wider,
    })),
    ...existence,
    ...authorities.flatMap((authority) =>
      differences(reachOf(before, authority), reachOf(after, authority)).map(([reach, wider]): PolicyChange => ({
        kind: 'REPRESENTATION',
        authority,
        reach,
        wider,
      })),
    ),
    ...differences(before.representation.recorders, after.representation.recorders).map(
      ([audience, wider]): PolicyChange => ({ kind: 'REPRESENTATION_RECORDER', audience, wider }),
    ),
    ...applicationChanges(before, after),
    ...(['hours', 'reviewWithinDays'] as const).flatMap((clock) => clockChange(before, after, clock)),
  ];
}

/** What one version keeps from an application and the other does not. */
function applicationChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const named = [before, after].flatMap(({ terms }) => terms.applications ?? []);
  return [...new Set(named.flatMap(({ applications }) => applications))].flatMap((application) =>
    dataCategories.flatMap((category): readonly PolicyChange[] => {
      const [was, is] = [before, after].map((policy) => keeps(policy, application, category));
      return was === is ? [] : [{ kind: 'APPLICATION', application, category, wider: was === true }];
    }),
  );
}

const keeps = ({ terms }: Policy, application: string, category: DataCategory): boolean =>
  (terms.applications ?? []).some(
    ({ applications, categories }) => applications.includes(application) && categories.includes(category),
  );

/** What is in one set alone, and whether in the later one. */
function differences<Name>(before: ReadonlySet<Name>, after: ReadonlySet<Name>): readonly (readonly [Name, boolean])[] {
  return [...new Set([...before, ...after])]
    .filter((name) => before.has(name) !== after.has(name))
    .map((name) => [name, after.has(name)] as const);
}

/** All that an authority can be used for, each as a phrase. */
function reachOf({ representation }: Policy, authority: Authority): ReadonlySet<string> {
  const rule = representation.rules.get(authority);
  if (!rule) return new Set();
  return new Set([
    ...rule.categories,
    ...rule.acts,
    ...rule.whereClient.map((capacity) => `where the client is ${capacity}`),
    ...(rule.mustEnd ? [] : ['without a last day']),
  ]);
}

/** An emergency that did not exist lasts no time; what it opens is a disclosure. */
function clockChange(before: Policy, after: Policy, clock: EmergencyClock): readonly PolicyChange[] {
  const [from, to] = [before.emergency?.[clock] ?? 0, after.emergency?.[clock] ?? 0];
  return from === to ? [] : [{ kind: 'EMERGENCY_CLOCK', clock, from, to, wider: to > from }];
}

/** What is the same in special circumstances as it is in the usual ones is said once. */
function changesOf(before: Policy, after: Policy, triple: Triple): readonly PolicyChange[] {
  const pairs = circumstances.map((circumstance) => ({
    circumstance,
    before: opennessOf(before, triple, circumstance),
    after: opennessOf(after, triple, circumstance),
  }));
  const usual = pairs.find(({ circumstance }) => circumstance === 'USUAL');
  return pairs
    .filter((pair) => pair.before !== pair.after)
    .filter((pair) => pair === usual || pair.before !== usual?.before || pair.after !== usual.after)
    .map((pair) => ({ kind: 'DISCLOSURE', ...triple, ...pair, wider: rank(pair.after) > rank(pair.before) }));
}

const rank = (level: Openness): number => opennessLevels.indexOf(level);

/** One change in one line. */
export function describeChange(change: PolicyChange): string {
  const sign = change.wider ? 'wider   ' : 'narrower';
  switch (change.kind) {
    case 'DISCLOSURE': {
      const { audience, purpose, category, circumstance, before, after } = change;
      const when = circumstance === 'USUAL' ? '' : ` (${circumstance})`;
      return `${sign} ${audience} ${purpose} ${category}${when}: ${before} -> ${after}`;
    }
    case 'CONSENT_RECORDER':
      return `${sign} ${change.audience} ${change.wider ? 'may' : 'may no longer'} record consents`;
    case 'EXISTENCE':
      return `${sign} ${change.category}: a refusal ${change.wider ? 'can be told from' : 'looks like'} an absence`;
    case 'REPRESENTATION':
      return `${sign} ${change.authority} ${change.wider ? 'reaches' : 'no longer reaches'}: ${change.reach}`;
    case 'REPRESENTATION_RECORDER':
      return `${sign} ${change.audience} ${change.wider ? 'may' : 'may no longer'} record authorities`;
    case 'APPLICATION':
      return `${sign} ${change.category}: ${change.wider ? 'no longer ' : ''}kept from ${change.application}`;
    case 'EMERGENCY_CLOCK':
      return `${sign} emergency access, ${change.clock}: ${change.from} -> ${change.to}`;
  }
}
