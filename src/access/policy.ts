import { parseDocument } from 'yaml';
import { z } from 'zod';
import { liftable } from './emergency.js';
import type { EmergencyRule } from './emergency.js';
import { audiences, bases, dataCategories, purposes } from './types.js';
import type { Audience, Basis, DataCategory, Purpose } from './types.js';

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{2,}$/),
  audiences: z.array(z.enum(audiences)).min(1),
  purposes: z.array(z.enum(purposes)).min(1),
  categories: z.array(z.enum(dataCategories)).min(1),
  // What only a grant gives is no rule's to give.
  basis: z.enum(bases).exclude(['EMERGENCY']),
  because: z.string().min(1),
  nextStep: z.string().optional(),
});

const emergencySchema = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{2,}$/),
  hours: z.number().positive().max(24),
  reviewWithinDays: z.number().int().positive(),
  callers: z.array(z.strictObject({ audience: z.enum(audiences), purpose: z.enum(purposes) })),
  lifts: z.array(z.enum(liftable)),
  closed: z.array(z.enum(dataCategories)),
});

const policySchema = z.strictObject({
  version: z.string().min(1),
  effectiveFrom: z.iso.date(),
  rules: z.array(ruleSchema).min(1),
  locationCategories: z.array(z.enum(dataCategories)),
  consentRecorders: z.array(z.enum(audiences)),
  emergency: emergencySchema.optional(),
});

/** One rule, as the YAML says it. */
export interface PolicyRule {
  readonly id: string;
  readonly basis: Basis;
  readonly because: string;
  readonly nextStep?: string;
}

/** A validated policy, indexed for deciding. */
export interface Policy {
  readonly version: string;
  readonly locationCategories: ReadonlySet<DataCategory>;
  readonly consentRecorders: ReadonlySet<Audience>;
  /** Absent: nobody can open emergency access. */
  readonly emergency?: EmergencyRule;
  /** The first rule that names all three, if any. */
  ruleFor(audience: Audience, purpose: Purpose, category: DataCategory): PolicyRule | undefined;
}

/** The faults of a policy file, each with its place. */
export class PolicyFault extends Error {
  override readonly name = 'PolicyFault';
  constructor(readonly faults: readonly string[]) {
    super(`The sharing policy cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads a sharing policy from its YAML text.
 * @throws PolicyFault naming every fault at once: syntax, unknown names, repeated ids, rules that can never fire.
 */
export function parsePolicy(text: string): Policy {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) throw new PolicyFault(document.errors.map((error) => error.message));
  const parsed = policySchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new PolicyFault(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const { version, locationCategories, consentRecorders, emergency, rules } = parsed.data;
  const index = new Map<string, PolicyRule>();
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { id, basis, because, nextStep, ...names } of rules) {
    if (seen.has(id)) faults.push(`rule ${id}: the id stands twice`);
    seen.add(id);
    const rule: PolicyRule = { id, basis, because, ...(nextStep !== undefined && { nextStep }) };
    if (!addRule(index, rule, names)) faults.push(`rule ${id}: earlier rules decide everything that it names`);
  }
  if (emergency && seen.has(emergency.id)) faults.push(`emergency: the id ${emergency.id} stands twice`);
  if (faults.length > 0) throw new PolicyFault(faults);
  return {
    version,
    locationCategories: new Set(locationCategories),
    consentRecorders: new Set(consentRecorders),
    ...(emergency && { emergency: emergencyRule(emergency) }),
    ruleFor: (audience, purpose, category) => index.get(`${audience} ${purpose} ${category}`),
  };
}

const emergencyRule = ({ callers, lifts, closed, ...rule }: z.infer<typeof emergencySchema>): EmergencyRule => ({
  ...rule,
  callers: new Set(callers.map(({ audience, purpose }) => `${audience} ${purpose}`)),
  lifts: new Set(lifts),
  closed: new Set(closed),
});

function addRule(
  index: Map<string, PolicyRule>,
  rule: PolicyRule,
  names: { audiences: readonly Audience[]; purposes: readonly Purpose[]; categories: readonly DataCategory[] },
): boolean {
  let fires = false;
  for (const audience of names.audiences) {
    for (const purpose of names.purposes) {
      for (const category of names.categories) {
        const key = `${audience} ${purpose} ${category}`;
        if (index.has(key)) continue;
        index.set(key, rule);
        fires = true;
      }
    }
  }
  return fires;
}
