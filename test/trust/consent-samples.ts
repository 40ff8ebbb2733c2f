/** Any consent and any request, of few words, so that they meet; and what a consent says, read off naively. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parsePolicy } from '../../src/access/policy.js';
import type {
  AccessRequest,
  Audience,
  Consent,
  ConsentException,
  DataCategory,
  OrganisationId,
  Purpose,
  Recipient,
} from '../../src/access/types.js';
import { packageRoot } from '../../src/package-root.js';

export const policy = parsePolicy(readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8'));
export const today = '2026-11-25';
export const pathways = 'PATHWAYS' as OrganisationId;
const practice = 'Y90001' as OrganisationId;

const categories: readonly DataCategory[] = ['FIT_NOTES', 'CONTACT', 'BENEFITS', 'SUPPORT', 'OBSERVATIONS'];
const purposes: readonly Purpose[] = ['EMPLOYMENT_SUPPORT', 'DIRECT_CARE', 'OWN_RECORD'];
const audiences: readonly Audience[] = ['WORK_AND_HEALTH_COACH', 'CLINICIAN', 'WORK_COACH', 'CLIENT'];
export const dataDays = ['2021-12-31', '2022-01-01', '2022-06-30', '2022-12-31', '2023-01-01', '2024-05-05'] as const;

/** A coach of Pathways who asks for fit notes, which need consent. */
export const coachAsks = (change: Partial<AccessRequest> = {}): AccessRequest => ({
  viewer: {
    subject: 'coach-shah',
    issuer: 'https://issuer.example',
    organisation: pathways,
    audience: 'WORK_AND_HEALTH_COACH',
    purpose: 'EMPLOYMENT_SUPPORT',
  },
  category: 'FIT_NOTES',
  related: true,
  locationRestricted: false,
  today,
  ...change,
});

export const permitting = (change: Partial<Consent> = {}): Consent => ({
  id: 'c1',
  version: 1,
  status: 'ACTIVE',
  effect: 'PERMIT',
  categories: ['FIT_NOTES'],
  recipients: [{ kind: 'organisation', organisation: pathways }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  ...change,
});

const organisation = fc.constantFrom(pathways, practice);
const subject = fc.constantFrom('coach-shah', 'dr-okafor');
const recipient: fc.Arbitrary<Recipient> = fc.oneof(
  fc.constantFrom(...audiences).map((audience) => ({ kind: 'audience' as const, audience })),
  organisation.map((each) => ({ kind: 'organisation' as const, organisation: each })),
  fc.record({ kind: fc.constant('person' as const), subject, organisation }),
);
const rulePeriod = fc.constantFrom(
  { start: '2026-01-01' },
  { start: '2025-01-01', end: '2026-11-24' },
  { start: '2026-01-01', end: today },
  { start: '2026-11-26' },
);
const dataPeriod = fc.constantFrom(
  { start: '2022-01-01', end: '2022-12-31' },
  { start: '2022-07-01' },
  { start: '0001-01-01', end: '2022-06-30' },
);
const optional = <Value>(value: fc.Arbitrary<Value>, weight = 2): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary: value, weight: 1 });
const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> => fc.subarray([...values], { minLength: 1 });

/** Leaves out what is undefined, as stored consents do. */
const exceptionOf = (depth: number): fc.Arbitrary<ConsentException> =>
  fc
    .record({
      categories: optional(some(categories)),
      recipients: optional(fc.array(recipient, { minLength: 1, maxLength: 2 })),
      purposes: optional(some(purposes)),
      period: optional(rulePeriod, 4),
      dataPeriod: optional(dataPeriod),
      exceptions:
        depth > 1
          ? optional(fc.array(exceptionOf(depth - 1), { minLength: 1, maxLength: 2 }), 1)
          : fc.constant(undefined),
    })
    .map(present);

/** With exceptions three deep. */
export const anyConsent: fc.Arbitrary<Consent> = fc
  .record({
    id: fc.uuid(),
    version: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'WITHDRAWN' as const),
    effect: fc.constantFrom('PERMIT' as const, 'DENY' as const),
    categories: some(categories),
    recipients: fc.array(recipient, { minLength: 1, maxLength: 3 }),
    purposes: some(purposes),
    period: rulePeriod,
    dataPeriod: optional(dataPeriod, 4),
    exceptions: optional(fc.array(exceptionOf(3), { minLength: 1, maxLength: 3 }), 1),
    givenOn: fc.constantFrom('2026-11-01', '2026-08-01'),
    request: optional(fc.constant({ what: 'One thing' }), 1),
  })
  .map((consent) => present(consent) as Consent);

export const anyRequest: fc.Arbitrary<AccessRequest> = fc.record({
  viewer: fc.record({
    subject,
    issuer: fc.constant('https://issuer.example'),
    organisation,
    audience: fc.constantFrom(...audiences),
    purpose: fc.constantFrom(...purposes),
  }),
  category: fc.constantFrom(...categories),
  related: fc.boolean(),
  locationRestricted: fc.boolean(),
  today: fc.constant(today),
});

export const someConsents = fc.array(anyConsent, { maxLength: 5 });

type Provision = ConsentException & { readonly effect: Consent['effect'] };

/** What a consent says of one item, by its date, read off the definition and nothing else. */
export function says(consent: Provision, request: AccessRequest, dataDay: string): Consent['effect'] | undefined {
  const within = (period: Provision['period'], day: string): boolean =>
    period === undefined || (period.start <= day && day <= (period.end ?? '9999'));
  const { viewer } = request;
  const named = (each: Recipient): boolean =>
    (each.kind === 'audience' && each.audience === viewer.audience) ||
    (each.kind === 'organisation' && each.organisation === viewer.organisation) ||
    (each.kind === 'person' && each.organisation === viewer.organisation && each.subject === viewer.subject);
  const isMet =
    (consent.categories?.includes(request.category) ?? true) &&
    (consent.purposes?.includes(viewer.purpose) ?? true) &&
    (consent.recipients?.some(named) ?? true) &&
    within(consent.period, request.today) &&
    within(consent.dataPeriod, dataDay);
  if (!isMet) return undefined;
  const effect = consent.effect === 'PERMIT' ? 'DENY' : 'PERMIT';
  const said = (consent.exceptions ?? []).map((each) => says({ ...each, effect }, request, dataDay));
  if (said.includes('DENY')) return 'DENY';
  return said.includes('PERMIT') ? 'PERMIT' : consent.effect;
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function present<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<Value>;
}
