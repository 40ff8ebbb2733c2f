import { effectChanges, type EffectChange, type Setting, type Sight } from '../../access/effects.js';
import { supposedId } from '../../access/supposed.js';
import type { Consent } from '../../access/types.js';
import { previewReads } from '../../consent/preview.js';
import { faultIn } from '../../consent/terms.js';
import type { ClientFile } from '../client-file.js';
import { findClient } from '../client-lookup.js';
import { consentsNamed, fileOfConsent, notFound } from '../consent-lookup.js';
import { termsOf } from '../consent-terms.js';
import type { RequestContext } from '../context.js';
import type * as contract from '../generated.js';
import { recordsOf, scopeOf } from '../proxy.js';
import { mayOversee, overseenCategories } from '../oversight.js';
import { historyDays, historySince } from '../recent-history.js';

const Query: Pick<contract.QueryResolvers, 'previewConsent' | 'consentDiff'> = {
  previewConsent: async (_root, { change }, context) => {
    const section = 'Query.previewConsent';
    const proposal = change.record
      ? await proposedRecord(change.record, context, section)
      : await proposedWithdrawal(change.withdraw, context, section);
    return 'file' in proposal ? previewOf(proposal, context) : proposal;
  },
  consentDiff: async (_root, { input }, context) => {
    const section = 'Query.consentDiff';
    const sides = [input.before, input.after].flatMap((each) => each ?? []);
    const [one, other = one] = sides.map(parseVersionId);
    if (!one || !other) return refused('INVALID_INPUT', 'before, after: at least one must name a consent.');
    const found = await fileOfConsent(one.consent, context, section, forRepresentative);
    if (!found) return notFound;
    if (!mayOversee(found.file, context, section)) return notPermitted;
    const versions = await versionsNamed([input.before, input.after], found.file, context);
    if (!versions) return notFound;
    const [before, after] = versions;
    const apart = new Set([before, after].flatMap((each) => each?.id ?? []));
    const others = found.file.terms.filter(({ id }) => !apart.has(id));
    const withThem = (side: Consent | undefined): readonly Consent[] => (side ? [...others, side] : others);
    const effects = effectChanges(await settingOf(found.file, context), withThem(before), withThem(after));
    return { __typename: 'ConsentDiff', effects: effectViews(effects, found.file, context) };
  },
};

const forRepresentative = { forRepresentative: true } as const;

interface Proposal {
  readonly file: ClientFile;
  readonly proposed: readonly Consent[];
  readonly asOf: string;
}
type Refused = ReturnType<typeof refused>;

async function proposedRecord(
  input: contract.RecordConsentInput,
  context: RequestContext,
  section: string,
): Promise<Proposal | Refused> {
  const file = await findClient({ id: input.client }, context, section, forRepresentative);
  if (!file) return notFound;
  if (!mayOversee(file, context, section)) return notPermitted;
  const supersedes = consentsNamed(input.supersedes ?? [], file, context);
  if (!supersedes) return notFound;
  const { evidence, ...terms } = termsOf(input, supersedes, context.today, false);
  const givenOn = terms.givenOn ?? context.today;
  if (givenOn > context.today) return refused('INVALID_INPUT', 'givenOn is in the future.');
  const fault = faultIn(input.idempotencyKey, { ...terms, givenOn, evidence });
  if (fault !== undefined) return refused('INVALID_INPUT', fault);
  const consent: Consent = { ...terms, givenOn, id: supposedId, version: 1, status: 'ACTIVE' };
  const asOf = consent.period.start > context.today ? consent.period.start : context.today;
  return { file, proposed: [...file.terms, consent], asOf };
}

async function proposedWithdrawal(
  input: contract.WithdrawConsentInput | null | undefined,
  context: RequestContext,
  section: string,
): Promise<Proposal | Refused> {
  const found = input && (await fileOfConsent(input.consent, context, section, forRepresentative));
  if (!found) return notFound;
  const { file, document } = found;
  if (!mayOversee(file, context, section)) return notPermitted;
  if (document.consent.status === 'WITHDRAWN') {
    return refused('ALREADY_WITHDRAWN', 'The consent is already withdrawn.');
  }
  const withdrawn = ({ id, version, ...terms }: Consent): Consent =>
    id === document.consentId ? { ...terms, id, version: version + 1, status: 'WITHDRAWN' } : { ...terms, id, version };
  return { file, proposed: file.terms.map(withdrawn), asOf: context.today };
}

async function previewOf({ file, proposed, asOf }: Proposal, context: RequestContext) {
  const setting = { ...(await settingOf(file, context)), today: asOf };
  const { from, records } = historySince(file.id, context);
  const rows = (await previewReads(records, setting, file.terms, proposed)).filter(overseenCategories(file, context));
  const changes = rows.filter(({ lost, gained, changed }) => lost + gained + changed > 0);
  return {
    __typename: 'ConsentPreview' as const,
    historyFrom: from.slice(0, 10),
    asOf,
    reads: rows.reduce((sum, { reads }) => sum + reads, 0),
    changes,
    effects: effectViews(effectChanges(setting, file.terms, proposed), file, context),
    sentence: sentenceOf(changes),
  };
}

function sentenceOf(changes: readonly contract.PreviewedReads[]): string {
  const by = new Map<string, { lost: number; gained: number }>();
  for (const { organisation, lost, gained } of changes) {
    const sum = by.get(organisation) ?? { lost: 0, gained: 0 };
    by.set(organisation, { lost: sum.lost + lost, gained: sum.gained + gained });
  }
  const each = [...by].map(([name, { lost, gained }]) => `${name} loses ${lost} reads and gains ${gained}`);
  return `Of the last ${historyDays} days: ${each.length > 0 ? each.join('; ') : 'nobody’s reads would be otherwise'}.`;
}

/** As things stand today; whoever acts for the client is among those who would see more, or less. */
export async function settingOf(file: ClientFile, context: RequestContext): Promise<Setting> {
  const { policy, today, services } = context;
  const newest = await services.representatives.newest(await recordsOf(file.id, context));
  const acting = newest.filter(({ representation }) => representation.status === 'ACTIVE');
  return {
    policy,
    locationRestricted: file.locationRestricted,
    today,
    representatives: acting.map((document) => ({ id: document.representativeId, scope: scopeOf(policy, document) })),
  };
}

/** Both sides as versions of this client's consents; null stays nothing. Undefined where one is not there for this caller. */
async function versionsNamed(
  sides: readonly (string | null | undefined)[],
  file: ClientFile,
  { services, viewer }: RequestContext,
): Promise<readonly (Consent | undefined)[] | undefined> {
  const others = (await services.directory.othersOf([file.id])).get(file.id) ?? [];
  const all = await services.consentVersions([file.id, ...others]);
  const named = sides.map((side) => {
    if (side == null) return { kind: 'nothing' as const };
    const { consent, version } = parseVersionId(side);
    const id = services.pairwiseIds.decode(viewer.organisation, 'consent', consent);
    const versions = all.filter(({ consentId }) => consentId === id);
    const found = versions.find(({ consentVersion }) => consentVersion === (version ?? versions.length));
    return found ? { kind: 'found' as const, consent: found.consent } : undefined;
  });
  if (named.includes(undefined)) return undefined;
  return named.map((side) => (side?.kind === 'found' ? side.consent : undefined));
}

function parseVersionId(text: string): { readonly consent: string; readonly version?: number } {
  const [, consent = text, version] = /^(.*)@(\d{1,9})$/.exec(text) ?? [];
  return { consent, ...(version !== undefined && { version: Number(version) }) };
}

/** Changes of effects as the contract has them; whoever acts for the client is told of what they oversee. */
export const effectViews = (
  effects: readonly EffectChange[],
  file: ClientFile,
  context: RequestContext,
): readonly contract.EffectChange[] =>
  effects.filter(overseenCategories(file, context)).map((effect) => effectView(effect, context));

const effectView = (
  { actor, before, after, ...change }: EffectChange,
  { services, viewer }: RequestContext,
): contract.EffectChange => ({
  ...change,
  organisation: actor.organisation ?? null,
  subject: actor.subject ?? null,
  representative:
    actor.representative === undefined
      ? null
      : services.pairwiseIds.encode(viewer.organisation, 'representative', actor.representative),
  audience: actor.audience,
  before: sightView(before),
  after: sightView(after),
});

const sightView = (sight: Sight): contract.Sight => ({
  extent: sight.kind,
  periods: sight.kind === 'PERIODS' ? sight.periods.map(({ start, end }) => ({ from: start, to: end ?? null })) : [],
});

const refused = (reason: contract.ConsentRefusalReason, message: string) => ({
  __typename: 'ConsentRefused' as const,
  reason,
  message,
});

const notPermitted = refused(
  'NOT_PERMITTED',
  'Only the client, whoever acts for them, and privacy officers may ask this.',
);

export const preview = { Query };
