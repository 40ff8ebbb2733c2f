import { parseAllDocuments, type Document } from 'yaml';
import type { EmergencyRule } from './emergency.js';
import type { ExplicitConsentRule } from './explicit-consent.js';
import { policySchema } from './policy-terms.js';
import type { PolicyTerms } from './policy-terms.js';
import type { Authority, AuthorityRule } from './representation.js';
import type { Audience, Basis, Consent, DataCategory, Purpose } from './types.js';
import { understandingOf } from './understanding.js';
import type { KnownNames } from './understanding.js';

/** One rule, as the YAML says it. */
export interface PolicyRule {
  readonly id: string;
  readonly basis: Basis;
  readonly because: string;
  readonly nextStep?: string;
  /** What it asks of a consent beyond its being in force; absent where nothing. */
  readonly explicitConsent?: ExplicitConsentRule;
  /** Whether a client's no is heard although the law lets the organisation do without their yes. Absent: it is not. */
  readonly objection?: { readonly heard: boolean; readonly because: string };
}

/** A validated policy, indexed for deciding. */
export interface Policy {
  readonly version: string;
  /** The first day on which it decides, ISO. */
  readonly effectiveFrom: string;
  /** What it says, without comments and layout: two texts of one meaning have the same terms. */
  readonly terms: PolicyTerms;
  readonly locationCategories: ReadonlySet<DataCategory>;
  readonly consentRecorders: ReadonlySet<Audience>;
  /** Categories of which a refusal that the client caused must look as if there were nothing. */
  readonly hiddenCategories: ReadonlySet<DataCategory>;
  /** Who may record that somebody acts for a client, and how far each authority can reach; empty: nobody acts for anybody. */
  readonly representation: {
    readonly recorders: ReadonlySet<Audience>;
    readonly rules: ReadonlyMap<Authority, AuthorityRule>;
  };
  /** Absent: nobody can open emergency access. */
  readonly emergency?: EmergencyRule;
  /** The wall that keeps the category from the application, or else the first rule that names the other three, if any. */
  ruleFor(audience: Audience, purpose: Purpose, category: DataCategory, application?: string): PolicyRule | undefined;
  /** Whether every name in the consent is one that a rule of this policy has; worked out once for each consent. */
  understands(consent: Consent): boolean;
  /** A consent that it does not understand, so that it permits no more and denies no less than it said. */
  asFarAsUnderstood(consent: Consent): Consent;
}

/** The faults of a policy file, each with its place. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
  constructor(readonly faults: readonly string[]) {
    super(`The sharing policy cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the versions of a sharing policy from their YAML text, one YAML document each, oldest first.
 * @throws PolicyFault naming every fault at once: syntax, unknown names, repeated ids, rules that can never fire, versions
 * that stand twice or out of order.
 */
export function parsePolicies(text: string): readonly [Policy, ...Policy[]] {
  const documents = parseAllDocuments(text, { schema: 'core' });
  // An empty stream has no document to complain of; read as one, it lacks everything.
  const read = 'empty' in documents ? [readPolicy(undefined)] : documents.map(readDocument);
  const policies = read.flatMap((each) => ('policy' in each ? [each.policy] : []));
  const faults = read.flatMap((each, index) =>
    'faults' in each ? each.faults.map((fault) => (read.length > 1 ? `version ${index + 1}: ${fault}` : fault)) : [],
  );
  faults.push(...faultsOfOrder(policies));
  const [first, ...later] = policies;
  if (faults.length > 0 || !first) throw new PolicyFault(faults);
  return [first, ...later];
}

/**
 * Reads a text that holds exactly one version.
 * @throws PolicyFault
 */
export function parsePolicy(text: string): Policy {
  const [policy, second] = parsePolicies(text);
  if (second) throw new PolicyFault(['there is more than one version here']);
  return policy;
}

type Read = { readonly policy: Policy } | { readonly faults: readonly string[] };

function readDocument(document: Document): Read {
  if (document.errors.length > 0) return { faults: document.errors.map(({ message }) => message) };
  return readPolicy(document.toJS());
}

function readPolicy(value: unknown): Read {
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  }
  const terms = parsed.data;
  const index = new Map<string, PolicyRule>();
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { id, basis, because, nextStep, explicitConsent, objection, ...names } of terms.rules) {
    if (seen.has(id)) faults.push(`rule ${id}: the id stands twice`);
    seen.add(id);
    const rule: PolicyRule = {
      id,
      basis,
      because,
      ...(nextStep !== undefined && { nextStep }),
      ...(explicitConsent && { explicitConsent }),
      ...(objection && { objection }),
    };
    const shadows = addRule(index, rule, names);
    if (shadows !== undefined) faults.push(`rule ${id}: ${neverFires(rule, shadows)}`);
  }
  // Somebody who acts for a client would then make others act for them, or themselves.
  if (terms.representation?.recorders.includes('CLIENT') === true) {
    faults.push('representation.recorders: CLIENT can record no authority, least of all their own');
  }
  const { emergency } = terms;
  if (emergency && seen.has(emergency.id)) faults.push(`emergency: the id ${emergency.id} stands twice`);
  if (emergency) seen.add(emergency.id);
  const walls = new Map<string, PolicyRule>();
  for (const { id, applications, categories, because } of terms.applications ?? []) {
    if (seen.has(id)) faults.push(`applications: the id ${id} stands twice`);
    seen.add(id);
    for (const application of applications) {
      for (const category of categories) walls.set(wallKey(application, category), { id, basis: 'NEVER', because });
    }
  }
  if (faults.length > 0) return { faults };
  return {
    policy: {
      version: terms.version,
      effectiveFrom: terms.effectiveFrom,
      terms,
      locationCategories: new Set(terms.locationCategories),
      consentRecorders: new Set(terms.consentRecorders),
      hiddenCategories: new Set(terms.hiddenCategories),
      representation: {
        recorders: new Set(terms.representation?.recorders),
        rules: new Map(terms.representation?.authorities.map((rule) => [rule.authority, rule])),
      },
      ...(emergency && { emergency: emergencyRule(emergency) }),
      ruleFor: (audience, purpose, category, application) =>
        (application !== undefined && walls.size > 0 ? walls.get(wallKey(application, category)) : undefined) ??
        index.get(`${audience} ${purpose} ${category}`),
      ...understandingOf(namesIn(terms)),
    },
  };
}

/** A category has no space in it. */
const wallKey = (application: string, category: DataCategory): string => `${category} ${application}`;

const namesIn = ({ rules }: PolicyTerms): KnownNames => ({
  categories: new Set(rules.flatMap(({ categories }) => categories)),
  audiences: new Set(rules.flatMap(({ audiences }) => audiences)),
  purposes: new Set(rules.flatMap(({ purposes }) => purposes)),
});

const emergencyRule = ({ callers, lifts, closed, ...rule }: NonNullable<PolicyTerms['emergency']>): EmergencyRule => ({
  ...rule,
  callers: new Set(callers.map(({ audience, purpose }) => `${audience} ${purpose}`)),
  lifts: new Set(lifts),
  closed: new Set(closed),
});

/** Adds what no earlier rule decides; the earlier rules that leave it nothing, or undefined where it can fire. */
function addRule(
  index: Map<string, PolicyRule>,
  rule: PolicyRule,
  names: Pick<PolicyTerms['rules'][number], 'audiences' | 'purposes' | 'categories'>,
): readonly PolicyRule[] | undefined {
  let fires = false;
  const earlier = new Set<PolicyRule>();
  for (const audience of names.audiences) {
    for (const purpose of names.purposes) {
      for (const category of names.categories) {
        const key = `${audience} ${purpose} ${category}`;
        const known = index.get(key);
        if (known) earlier.add(known);
        else index.set(key, rule);
        fires ||= known === undefined;
      }
    }
  }
  return fires ? undefined : [...earlier];
}

/** A rule that never fires says something that is not so; where its basis is another, the policy contradicts itself. */
function neverFires(rule: PolicyRule, earlier: readonly PolicyRule[]): string {
  const against = earlier.filter(({ basis }) => basis !== rule.basis);
  if (against.length === 0) return 'earlier rules decide everything that it names';
  const named = against.map(({ id, basis }) => `${id} (${basis})`).join(', ');
  return `it contradicts ${named}, which decides first: it says ${rule.basis} and can never fire`;
}

function faultsOfOrder(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap(({ version, effectiveFrom }, index) => {
    const before = policies.slice(0, index);
    const faults: string[] = [];
    if (before.some((earlier) => earlier.version === version)) faults.push(`version ${version}: it stands twice`);
    const last = before.at(-1);
    if (last && last.effectiveFrom >= effectiveFrom) {
      faults.push(`version ${version}: it must take effect after ${last.version}, which stands before it`);
    }
    return faults;
  });
}
