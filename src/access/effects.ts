import { decide } from './decide.js';
import type { Policy } from './policy.js';
import { audiences, dataCategories, purposes } from './types.js';
import type {
  AccessRequest,
  Audience,
  Consent,
  DataCategory,
  Decision,
  OrganisationId,
  Period,
  ProxyScope,
  Purpose,
} from './types.js';

/** Somebody for whom consents may have an effect. */
export interface Actor {
  /** Absent: of any organisation that no consent names. */
  readonly organisation?: OrganisationId;
  /** Absent: anybody whom no consent names as a person. */
  readonly subject?: string;
  /** Absent: whoever vouches. */
  readonly issuer?: string;
  readonly audience: Audience;
  /** Present for somebody who acts for the client: the id of their authority. Nobody else is meant by it. */
  readonly representative?: string;
}

/** Somebody who acts for the client, and how far. */
export interface Representative {
  readonly id: string;
  readonly scope: ProxyScope;
}

/** What somebody may see: nothing, all of it, or what is dated within periods. */
export type Sight =
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'ALL' }
  | { readonly kind: 'PERIODS'; readonly periods: readonly Period[] };

/** That an actor would see more, or less, of a category for a purpose. */
export interface EffectChange {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly category: DataCategory;
  readonly before: Sight;
  readonly after: Sight;
}

/** What besides the consents the effects rest on. */
export interface Setting {
  readonly policy: Policy;
  readonly locationRestricted: boolean;
  readonly today: string;
  readonly representatives: readonly Representative[];
}

/** Nobody is called this: it stands for whoever no consent names. */
export const unnamed = ' ';

/**
 * In what effects two sets of consents differ: every actor × category × purpose, each decided twice. What differs for
 * anybody of an audience is said once, and not again for the organisations and people that the consents name.
 */
export function effectChanges(
  setting: Setting,
  before: readonly Consent[],
  after: readonly Consent[],
): readonly EffectChange[] {
  const named = namedIn([...before, ...after]);
  return audiences.flatMap((audience) =>
    purposes.flatMap((purpose) =>
      dataCategories.flatMap((category) => {
        const changeFor = (actor: Actor): EffectChange => ({
          actor,
          purpose,
          category,
          before: sightOf(setting, before, actor, purpose, category),
          after: sightOf(setting, after, actor, purpose, category),
        });
        const anybody = changeFor({ audience });
        const others = named.map((name) => changeFor({ ...name, audience })).filter((each) => !isAlike(each, anybody));
        // The client's no is heard by whoever acts for them, and not against the client: what holds for the one need not for the other.
        const acting = setting.representatives.map(({ id }) => changeFor({ audience, representative: id }));
        return [anybody, ...others, ...(audience === 'CLIENT' ? acting : [])].filter(
          (each) => !isSame(each.before, each.after),
        );
      }),
    ),
  );
}

/** What an actor sees of a client that their organisation works with. */
export function sightOf(
  { policy, locationRestricted, today, representatives }: Setting,
  consents: readonly Consent[],
  { organisation, subject, issuer, audience, representative }: Actor,
  purpose: Purpose,
  category: DataCategory,
): Sight {
  const proxy = representatives.find(({ id }) => id === representative)?.scope;
  const request: AccessRequest = {
    viewer: {
      subject: subject ?? unnamed,
      organisation: organisation ?? (unnamed as OrganisationId),
      audience,
      purpose,
      issuer: issuer ?? unnamed,
    },
    category,
    related: true,
    locationRestricted,
    today,
    ...(proxy && { proxy }),
  };
  return sightBy(decide(policy, consents, request));
}

export function sightBy({ permitted, dataPeriods }: Decision): Sight {
  if (!permitted) return { kind: 'NOTHING' };
  return dataPeriods ? { kind: 'PERIODS', periods: dataPeriods } : { kind: 'ALL' };
}

export const isSame = (left: Sight, right: Sight): boolean => JSON.stringify(left) === JSON.stringify(right);

const isAlike = (left: EffectChange, right: EffectChange): boolean =>
  isSame(left.before, right.before) && isSame(left.after, right.after);

/** Every organisation and every person that a consent names, its exceptions included. */
function namedIn(consents: readonly Consent[]): readonly Omit<Actor, 'audience'>[] {
  const found = new Map<string, Omit<Actor, 'audience'>>();
  const look = ({ recipients = [], exceptions = [] }: Pick<Partial<Consent>, 'recipients' | 'exceptions'>): void => {
    for (const recipient of recipients) {
      if (recipient.kind === 'audience') continue;
      const { organisation } = recipient;
      found.set(organisation, { organisation });
      if (recipient.kind === 'person') {
        const { subject, issuer } = recipient;
        const person = { organisation, subject, ...(issuer !== undefined && { issuer }) };
        found.set(JSON.stringify(person), person);
      }
    }
    exceptions.forEach(look);
  };
  consents.forEach(look);
  return [...found.values()];
}
