import { decide } from '../access/decide.js';
import { effectChanges, unnamed, type Actor, type EffectChange, type Setting } from '../access/effects.js';
import { audiences } from '../access/types.js';
import type { Basis, Consent, DataCategory, OrganisationId, Purpose } from '../access/types.js';

/** What a withdrawal came to, computed by the same decision that everybody meets from now on. */
export interface WithdrawalEffects {
  /** Who sees less, of what, for what. */
  readonly stopped: readonly EffectChange[];
  /** What those whom the consent named still see of what it spoke of, and on what basis. */
  readonly remaining: readonly RemainingAccess[];
}

export interface RemainingAccess {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly category: DataCategory;
  readonly basis: Basis;
  readonly rule: string;
}

/** @param after All of the client's consents, the withdrawn one among them. Pure. */
export function effectsOfWithdrawal(
  setting: Setting,
  withdrawn: Consent,
  after: readonly Consent[],
): WithdrawalEffects {
  const before = after.map((each) => (each.id === withdrawn.id ? { ...each, status: 'ACTIVE' as const } : each));
  const remaining = actorsOf(withdrawn).flatMap((actor) =>
    withdrawn.purposes.flatMap((purpose) =>
      withdrawn.categories.flatMap((category): readonly RemainingAccess[] => {
        const { permitted, basis, rule } = decide(setting.policy, after, {
          viewer: {
            subject: actor.subject ?? unnamed,
            issuer: actor.issuer ?? unnamed,
            organisation: actor.organisation ?? (unnamed as OrganisationId),
            audience: actor.audience,
            purpose,
          },
          category,
          related: true,
          locationRestricted: setting.locationRestricted,
          today: setting.today,
        });
        return permitted ? [{ actor, purpose, category, basis, rule }] : [];
      }),
    ),
  );
  return { stopped: effectChanges(setting, before, after), remaining };
}

/** Whom a consent named: every part of an organisation or a person, or one part of any organisation. */
const actorsOf = ({ recipients }: Consent): readonly Actor[] =>
  recipients.flatMap((recipient): readonly Actor[] => {
    if (recipient.kind === 'audience') return [{ audience: recipient.audience }];
    const { kind: _kind, ...named } = recipient;
    return audiences.filter((audience) => audience !== 'CLIENT').map((audience) => ({ ...named, audience }));
  });
