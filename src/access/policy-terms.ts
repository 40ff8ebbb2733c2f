/** A sharing policy as it is written: the shape of one YAML document of `policies/sharing.yaml`. */
import { z } from 'zod';
import { liftable } from './emergency.js';
import { consentClocks } from './explicit-consent.js';
import { authorities, capacities, representativeActs } from './representation.js';
import { audiences, bases, dataCategories, hideableCategories, purposes } from './types.js';

const triples = {
  audiences: z.array(z.enum(audiences)).min(1),
  purposes: z.array(z.enum(purposes)).min(1),
  categories: z.array(z.enum(dataCategories)).min(1),
};

const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z]-\d{2,}$/),
    ...triples,
    // What only a grant gives is no rule's to give.
    basis: z.enum(bases).exclude(['EMERGENCY']),
    because: z.string().min(1),
    nextStep: z.string().optional(),
    explicitConsent: z.strictObject({ namesRequest: z.boolean(), lastsUntil: z.enum(consentClocks) }).optional(),
    // UK GDPR article 21: whether a client's no is heard against what an organisation may do by law, and why. Versions before
    // 2026-11-26 do not say, and heard none; npm run policy:check lets no later one leave it unsaid.
    objection: z.strictObject({ heard: z.boolean(), because: z.string().min(1) }).optional(),
  })
  .refine(({ basis, objection }) => basis === 'STATUTE' || !objection, {
    path: ['objection'],
    message: 'only a rule whose basis is STATUTE says whether an objection is heard: any other basis says it by itself',
  })
  .refine(({ basis, explicitConsent }) => basis === 'CONSENT' || !explicitConsent, {
    path: ['explicitConsent'],
    message: 'only a rule whose basis is CONSENT can ask for an explicit one',
  });

/** What never reaches whoever uses one of these applications, whatever any rule says of them. */
const applicationWallSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{2,}$/),
  applications: z.array(z.string().min(1)).min(1),
  categories: z.array(z.enum(dataCategories)).min(1),
  because: z.string().min(1),
});

const emergencySchema = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{2,}$/),
  hours: z.number().positive().max(24),
  reviewWithinDays: z.number().int().positive(),
  callers: z.array(z.strictObject({ audience: z.enum(audiences), purpose: z.enum(purposes) })),
  lifts: z.array(z.enum(liftable)),
  closed: z.array(z.enum(dataCategories)),
});

/** What a version makes more open than the one before it, said by itself and with a reason, so that none comes unseen. */
const wideningSchema = z.union([
  z.strictObject({ ...triples, because: z.string().min(1) }),
  z.strictObject({ consentRecorders: z.array(z.enum(audiences)).min(1), because: z.string().min(1) }),
  z.strictObject({ shownCategories: z.array(z.enum(dataCategories)).min(1), because: z.string().min(1) }),
  z.strictObject({ representation: z.array(z.enum(authorities)).min(1), because: z.string().min(1) }),
  z.strictObject({ representationRecorders: z.array(z.enum(audiences)).min(1), because: z.string().min(1) }),
  z.strictObject({ applications: z.array(z.string().min(1)).min(1), because: z.string().min(1) }),
  z.strictObject({ emergency: z.array(z.enum(['hours', 'reviewWithinDays'])).min(1), because: z.string().min(1) }),
]);
const representationSchema = z.strictObject({
  recorders: z.array(z.enum(audiences)),
  authorities: z.array(
    z.strictObject({
      authority: z.enum(authorities),
      categories: z.array(z.enum(dataCategories)).min(1),
      acts: z.array(z.enum(representativeActs)).min(1),
      whereClient: z.array(z.enum(capacities)).min(1),
      mustEnd: z.boolean(),
    }),
  ),
});

/** One version of a policy, as its YAML document must be. */
export const policySchema = z.strictObject({
  version: z.string().min(1),
  effectiveFrom: z.iso.date(),
  rules: z.array(ruleSchema).min(1),
  locationCategories: z.array(z.enum(dataCategories)),
  consentRecorders: z.array(z.enum(audiences)),
  emergency: emergencySchema.optional(),
  /** Walls by the application that a caller uses, as its issuer names it: a screen that others can see is not shown everything. */
  applications: z.array(applicationWallSchema).optional(),
  /** Only kinds of items inside a section: what hides a section would have to ask its sources all the same. */
  hiddenCategories: z.array(z.enum(hideableCategories)).optional(),
  widens: z.array(wideningSchema).optional(),
  representation: representationSchema.optional(),
});
/** A policy as it is written. */
export type PolicyTerms = z.infer<typeof policySchema>;
