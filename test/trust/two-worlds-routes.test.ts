/**
 * Goal rows 16, 17 and 68 on the routes besides the client view: subscriptions, exports, cases, referrals, local services, employers,
 * consents and notices. As in `two-worlds.test.ts`, two hubs that differ in one hidden fact are compared in all that a caller observes.
 */
import { describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import type { Claims, Enrolment, Who } from '../acceptance/hub.js';
import { nobodySpecial, supportedBy } from '../acceptance/people.js';
import { must } from '../acceptance/programmes/case-work.js';
import { content, dundee, employer, identify, moveIt, sharing, submit } from '../acceptance/referrals.js';
import { everything } from '../acceptance/sections.js';
import { comparedAfresh, createWorld, type Asked, type InBoth, type Observation, type World } from './world.js';

type People = Readonly<Record<string, Enrolment>>;
/** What is looked at: an operation, an export, or what is pushed while something happens. */
type Look = Asked | { readonly path: string } | { readonly name: string; readonly pushed: (world: World, who: Who, hasFact: boolean) => Promise<readonly string[]> }; // prettier-ignore

interface Route {
  readonly fact: string;
  readonly without: People;
  readonly withFact: People;
  /** What makes the fact, where the people do not: done in the world that has it, before anybody looks. */
  readonly make?: (world: World) => Promise<unknown>;
  /** Done in both. */
  readonly before?: (world: World) => Promise<unknown>;
  readonly directory?: boolean;
  readonly callers: readonly Who[];
  readonly looks: (world: World, who: Who) => Promise<readonly Look[]>;
}

const person = nobodySpecial(150, { provider: supportedBy(150) });
const other = nobodySpecial(151, { provider: supportedBy(151) });
const PERSON: Enrolment = { person };
const KNOWN: Enrolment = { person: other };
const both: People = { PERSON, KNOWN };
const by = { by: { nhsNumber: person.nhsNumber } };
const coach: Who = 'work-and-health-coach';
const programme = { programme: 'workwell', stream: 'GREATER_MANCHESTER', area: 'GREATER_MANCHESTER' };
const open = async ({ hub }: World, name: string): Promise<string> => {
  const client = await hub.idFor('provider', name);
  return ((await must(hub.as(coach), 'openCase', { client, ...programme, facts: { inPaidWork: true } })) as { id: string }).id; // prettier-ignore
};
const organisationOf = async ({ hub }: World, who: Who): Promise<OrganisationId> =>
  (await hub.as(who).query('{ viewer { organisation } }')).data.viewer.organisation as OrganisationId;
/** A caller's own id of a thing; where there is none in this world, of one that there never was. */
const idOf = async (world: World, who: Who, kind: 'case' | 'referral' | 'consent', uuid: string | undefined) =>
  world.hub.demo.hub.services.pairwiseIds.encode(
    await organisationOf(world, who),
    kind,
    uuid ?? '00000000-0000-4000-8000-0000000000aa',
  );
const stored = async (world: World, name: 'cases' | 'referrals' | 'consents', of: string) => {
  const clientId = await world.hub.clientId(of).catch(() => undefined);
  const all = await world.hub.demo.hub.store.collection(name).find({ index: 'id' as never, where: {} as never, limit: 50 });
  return (all as unknown as readonly Stored[]).find((each) => each.clientId === clientId);
}; // prettier-ignore
interface Stored {
  readonly id: string;
  readonly clientId: string;
  readonly consentId?: string;
  readonly correlationId?: string;
}
const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const noOneElse: Claims = {
  sub: 'officer',
  organisation: 'ELSEWHERE',
  role: 'PRIVACY_OFFICER',
  purpose: 'PRIVACY_AUDIT',
};

const routes: readonly Route[] = [
  {
    fact: 'that the provider runs a case of somebody who has not let the care team know',
    without: both,
    withFact: both,
    make: (world) => open(world, 'PERSON'),
    callers: ['clinician', 'work-coach', 'commissioner', noOneElse],
    looks: async (world, who) => [
      { name: 'cases of the client', query: `query($by: ClientLookup!) { client(by: $by) { cases(first: 1) { edges { node { id } } ${pageInfo} withheld { reason rule } } workplaceAdjustments { __typename } } }`, variables: by },
      { name: 'the case', query: 'query($id: ID!) { case(id: $id) { id programme progress { __typename } } }', variables: { id: await idOf(world, who, 'case', (await stored(world, 'cases', 'PERSON'))?.id) } },
      { name: 'own cases', query: `{ cases { edges { cursor node { id } } ${pageInfo} } }` },
      { name: 'closed ones by their end', query: `{ cases(filter: { status: CLOSED, endingBefore: "2096-01-01" }) { edges { node { id } } ${pageInfo} } }` },
      { name: 'groups', query: '{ groupSessions { edges { node { placesLeft roster { id } } } } }' },
      { name: 'eligibility', query: 'query($id: ID!) { checkEligibility(input: { client: $id }) { streams { stream outcome } read { category } withheld { category reason } } }', variables: { id: world.hub.demo.hub.services.directory.pairwiseId(await organisationOf(world, who), await world.hub.clientId('PERSON')) } },
    ],
  },
  {
    fact: 'that a case of somebody changed',
    without: both,
    withFact: both,
    before: async (world) => [await open(world, 'PERSON'), await open(world, 'KNOWN')],
    callers: ['clinician'],
    looks: () =>
      Promise.resolve([
        {
          name: 'pushes',
          pushed: async (world, who, hasFact) => {
            const add = async (name: string): Promise<unknown> =>
              must(world.hub.as(coach), 'addCaseAction', {
                case: await idOf(world, coach, 'case', (await stored(world, 'cases', name))?.id),
                description: 'Write a letter',
                strand: 'HEALTH',
                owner: organisations.practice.id,
              });
            // Known to both: somebody who lets the care team know.
            await world.hub.as('client:KNOWN').record({ client: await world.hub.idFor('client', 'KNOWN'), categories: ['SUPPORT'], recipients: [{ organisation: organisations.practice.id }], purposes: ['DIRECT_CARE'], evidence: { method: 'ELECTRONIC', wording: 'Yes.' } });
            return world.observePushes(who, 'subscription { caseChanged { id openedAt client { id } } }', async () => {
              if (hasFact) await add('PERSON');
              await add('KNOWN');
            }, () => true);
          },
        },
      ]),
  },
  {
    fact: 'that somebody was referred by others',
    without: both,
    withFact: both,
    make: async ({ hub }) => submit(hub.as('clinician'), { subject: { client: await hub.idFor('practice', 'PERSON') } }),
    callers: ['work-coach', 'commissioner', employer, noOneElse],
    looks: async (world, who) => {
      const referral = await stored(world, 'referrals', 'PERSON');
      return [
        { name: 'referrals of the client', query: `query($by: ClientLookup!) { client(by: $by) { trackedReferrals(first: 1) { edges { node { id } } ${pageInfo} withheld { reason rule } } } }`, variables: by },
        { name: 'the referral', query: 'query($id: ID!) { trackedReferral(id: $id) { id state: programme } }', variables: { id: await idOf(world, who, 'referral', referral?.id) } },
        { name: 'its conversation', query: 'query($id: ID!) { referralConversation(id: $id) { referrals { id } } }', variables: { id: referral?.correlationId ?? '00000000-0000-4000-8000-0000000000aa' } },
        ...['REQUESTER', 'GATEWAY', 'TARGET'].map((side) => ({ name: `list of ${side}`, query: `{ trackedReferrals(side: ${side}, first: 1) { edges { cursor node { id } } ${pageInfo} } }` })),
      ];
    },
  },
  {
    fact: 'how a referral stands that an employer made',
    without: both,
    withFact: both,
    before: async ({ hub }) => {
      await submit(hub.as(employer), { subject: { details: { givenName: 'Sam', familyName: 'Quiet', birthDate: '1990-05-17' } } });
      const [{ node }] = (await hub.as(coach).query('{ trackedReferrals(side: GATEWAY) { edges { node { id } } } }')).data.trackedReferrals.edges as { node: { id: string } }[] as [{ node: { id: string } }];
      await identify(hub.as(coach), node.id, { client: await hub.idFor('provider', 'PERSON') });
    },
    make: async (world) => moveIt(world.hub.as(coach), await idOf(world, coach, 'referral', (await stored(world, 'referrals', 'PERSON'))?.id), 'ACCEPT'),
    callers: [employer],
    looks: async (world, who) => {
      const id = await idOf(world, who, 'referral', (await stored(world, 'referrals', 'PERSON'))?.id);
      const states = ['REQUESTED', 'ACCEPTED', 'REJECTED', 'IN_PROGRESS, COMPLETED'];
      return [
        { name: 'itself', query: 'query($id: ID!) { trackedReferral(id: $id) { id submittedAt progress { __typename ... on Withheld { reason rule } } } }', variables: { id } },
        { name: 'open ones', query: `{ trackedReferrals(side: REQUESTER, first: 1) { edges { cursor node { id } } ${pageInfo} } }` },
        ...states.map((each) => ({ name: each, query: `{ trackedReferrals(side: REQUESTER, states: [${each}]) { edges { cursor node { id } } ${pageInfo} } }` })),
        { name: 'tasks', query: `{ tasks { edges { node { kind } } ${pageInfo} } }` },
      ];
    },
  },
  {
    fact: 'that a number is of somebody whom the hub knows and the caller does not work with',
    without: { KNOWN },
    withFact: { KNOWN, PERSON: { person, with: ['jobcentre'] }, THIRD: { person: nobodySpecial(152), with: ['jobcentre'] } },
    before: async ({ hub }) => submit(hub.as(employer), { subject: { details: { givenName: 'Sam', familyName: 'Quiet', birthDate: '1990-05-17' } } }),
    callers: ['clinician', coach],
    looks: async (world, who) => {
      const moved = '... on ReferralMoved { referral { content { __typename } } } ... on ReferralRefused { reason message }';
      const submitted = 'referral { id content { __typename ... on ReferralContent { person { identified } } } duplicates { __typename ... on ReferralDuplicates { referrals { id } } } }';
      const submission = {
        query: `mutation($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename ... on ReferralSubmitted { ${submitted} } ... on ReferralRefused { reason message } } }`,
        variables: { input: { ...dundee, sharing, content, idempotencyKey: 'two-worlds-number', subject: { nhsNumber: person.nhsNumber } } },
      };
      const own = (await world.hub.as(who).query('{ trackedReferrals(side: GATEWAY) { edges { node { id } } } }')).data.trackedReferrals.edges as { node: { id: string } }[];
      const identification = {
        query: `mutation($input: IdentifyReferralInput!) { identifyReferral(input: $input) { __typename ${moved} } }`,
        variables: { input: { idempotencyKey: 'two-worlds-named', referral: own[0]?.node.id ?? 'N'.repeat(32), subject: { nhsNumber: nobodySpecial(152).nhsNumber } } },
      };
      return [
        { name: 'a referral by number', ...submission },
        { name: 'the same once more', ...submission },
        { name: 'whom a referral means, by number', ...identification },
        { name: 'the same once more', ...identification },
        { name: 'own referrals', query: `{ trackedReferrals(side: REQUESTER) { edges { node { id } } ${pageInfo} } clients { edges { node { id } } } }` },
      ];
    },
  },
  {
    fact: 'that another organisation has drafted a referral of somebody',
    without: both,
    withFact: both,
    make: async ({ hub }) => submit(hub.as('clinician'), { subject: { client: await hub.idFor('practice', 'PERSON') }, draft: true }),
    callers: [coach, 'client:PERSON'],
    looks: () => Promise.resolve([1, 50].map((first) => ({ name: `${first} of the client's`, query: `query($by: ClientLookup!) { client(by: $by) { trackedReferrals(first: ${first}) { edges { node { id } } ${pageInfo} } } }`, variables: by }))),
  },
  {
    fact: 'where somebody lives whose address the caller may not see',
    without: { PERSON: { person: { ...person, postcode: 'NR2 4QZ' } } },
    withFact: { PERSON: { person: { ...person, postcode: 'M5 4WT' } } },
    directory: true,
    callers: [coach, 'work-coach', 'commissioner'],
    looks: async (world, who) => {
      const client = world.hub.demo.hub.services.directory.pairwiseId(await organisationOf(world, who), await world.hub.clientId('PERSON'));
      const fields = '__typename ... on ServicesNear { district edges { node { id distanceMetres eligibility { outcome } } } read { category } withheld { category reason rule } } ... on Withheld { reason rule } ... on NoServices { why }';
      return [
        { name: 'services near the client', query: `query($client: ID!) { servicesNear(client: $client, facts: {}, withinMetres: 20000) { ${fields} } }`, variables: { client } },
        { name: 'services near a place, for the client', query: `query($client: ID!) { servicesNear(client: $client, near: "NR2", facts: {}, withinMetres: 20000) { ${fields} } }`, variables: { client } },
        { name: 'eligibility', query: 'query($client: ID!) { checkEligibility(input: { client: $client }) { streams { stream outcome reasons { criterion state } } read { category } withheld { category } } }', variables: { client } },
      ];
    },
  },
  {
    fact: 'that a colleague is supported who has not let the employer know',
    without: both,
    withFact: both,
    before: async ({ hub }) => record(hub),
    make: async ({ hub }) => {
      const found = (await hub.as(coach).query('{ employers { edges { node { id } } } }')).data.employers.edges[0].node.id as string;
      const input = { idempotencyKey: 'two-worlds-staff', employer: found, client: await hub.idFor('provider', 'PERSON'), since: '2026-02-02' };
      return hub.as(coach).query('mutation($input: RecordSupportedStaffInput!) { recordSupportedStaff(input: $input) { __typename } }', { input });
    },
    callers: ['employer'],
    looks: () =>
      Promise.resolve([
        { name: 'employers', query: `{ employers { edges { cursor node { id name headcount staffSupported { count suppressed asAt named { name since } } enquiries { edges { node { id } } } } } ${pageInfo} } }` },
        { name: 'clients', query: `{ clients { edges { node { id } } ${pageInfo} } }` },
      ]),
  },
  {
    fact: 'what others look at of somebody whom the officer’s organisation does not work with',
    without: { KNOWN, PERSON: { person, with: ['jobcentre'] } },
    withFact: { KNOWN, PERSON: { person, with: ['jobcentre'] } },
    make: ({ hub }) => hub.as('work-coach').query(everything, by),
    callers: ['privacy-officer'],
    looks: async (world, who) => {
      const client = world.hub.demo.hub.services.directory.pairwiseId(await organisationOf(world, who), await world.hub.clientId('PERSON'));
      const formats = ['auditevent', 'provenance', 'record'];
      return [
        ...formats.flatMap((format) => [{ path: `/audit/export?format=${format}` }, { path: `/audit/export?format=${format}&client=${client}` }]),
        { path: `/audit/export?client=${client}&category=FIT_NOTES&outcome=REFUSED` },
        { name: 'disclosures', query: `{ disclosures { edges { node { id } } ${pageInfo} } }` },
        { name: 'disclosures of the client', query: `query($client: ID!) { disclosures(filter: { client: $client }) { edges { node { id } } ${pageInfo} } }`, variables: { client } },
      ];
    },
  },
  {
    fact: 'that somebody has said no to the most sensitive items, of which there are none',
    without: both,
    withFact: { KNOWN, PERSON: { person, consents: [{ effect: 'DENY', categories: ['RESTRICTED_CONDITIONS'], recipients: [{ kind: 'audience', audience: 'CLINICIAN' }], purposes: ['DIRECT_CARE'], period: { start: '2026-01-01' } }] } },
    callers: ['clinician'],
    looks: async (world, who) => {
      const consent = (await stored(world, 'consents', 'PERSON'))?.consentId;
      const id = await idOf(world, who, 'consent', consent);
      return [
        { name: 'everything', query: everything, variables: by },
        { name: 'consents', query: 'query($by: ClientLookup!) { client(by: $by) { consents { id status effect categories } conditions { __typename ... on Conditions { withheld { category reason } } } } }', variables: by },
        { name: 'explainAccess', query: 'query($c: ID!) { explainAccess(client: $c, category: RESTRICTED_CONDITIONS) { permitted rule reason consents changes { steps { sentence } } } }', variables: { c: world.hub.demo.hub.services.directory.pairwiseId(await organisationOf(world, who), await world.hub.clientId('PERSON')) } },
        { name: 'its versions', query: 'query($id: ID!) { consentVersions(consent: $id) { id } }', variables: { id } },
        { name: 'its export', query: 'query($id: ID!) { exportConsent(consent: $id) }', variables: { id } },
        { name: 'withdrawing it', query: 'mutation($id: ID!) { withdrawConsent(input: { idempotencyKey: "two-worlds-hidden", consent: $id }) { __typename ... on ConsentRefused { reason message } } }', variables: { id } },
      ];
    },
  },
  {
    fact: 'a consent of somebody whom the caller does not work with',
    without: { KNOWN, PERSON: { person, with: ['jobcentre'] } },
    withFact: { KNOWN, PERSON: { person, with: ['jobcentre'], consents: [{ effect: 'PERMIT', categories: ['SUPPORT'], recipients: [{ kind: 'audience', audience: 'CLINICIAN' }], purposes: ['DIRECT_CARE'], period: { start: '2026-01-01' } }] } },
    callers: ['clinician', 'commissioner'],
    looks: async (world, who) => {
      const id = await idOf(world, who, 'consent', (await stored(world, 'consents', 'PERSON'))?.consentId);
      return [
        { name: 'its versions', query: 'query($id: ID!) { consentVersions(consent: $id) { id } }', variables: { id } },
        { name: 'its export', query: 'query($id: ID!) { exportConsent(consent: $id) }', variables: { id } },
        { name: 'its difference', query: 'query($id: ID!) { consentDiff(input: { before: $id }) { __typename ... on ConsentRefused { reason message } } }', variables: { id } },
        { name: 'withdrawing it', query: 'mutation($id: ID!) { withdrawConsent(input: { idempotencyKey: "two-worlds-other", consent: $id }) { __typename ... on ConsentRefused { reason message } } }', variables: { id } },
      ];
    },
  },
  {
    fact: 'that a person’s two records are one',
    without: { KNOWN, OLD: { person: { ...person, nhsNumber: nobodySpecial(152).nhsNumber }, with: ['jobcentre'] }, PERSON: { person, with: ['jobcentre'] } },
    withFact: { KNOWN, OLD: { person: { ...person, nhsNumber: nobodySpecial(152).nhsNumber, supersededBy: person.nhsNumber }, with: ['jobcentre'] }, PERSON: { person, with: ['jobcentre'] } },
    callers: ['clinician', 'commissioner', 'client:KNOWN'],
    looks: () => {
      const asked = 'query($by: ClientLookup!) { client(by: $by) { id demographics { __typename } conditions { __typename } } }';
      return Promise.resolve([
        { name: 'by the number that stands', query: asked, variables: by },
        { name: 'by the number that was replaced', query: asked, variables: { by: { nhsNumber: nobodySpecial(152).nhsNumber } } },
        { name: 'by a number of nobody', query: asked, variables: { by: { nhsNumber: nobodySpecial(153).nhsNumber } } },
        { name: 'list', query: `{ clients { edges { node { id } } ${pageInfo} } }` },
      ]);
    },
  },
  {
    fact: 'that a look is kept from the person for a while',
    without: both,
    withFact: both,
    make: async ({ hub }) => {
      const nightDoctor: Claims = { sub: 'dr-night', organisation: 'RHOSP', role: 'CLINICIAN', purpose: 'DIRECT_CARE' };
      const input = { idempotencyKey: 'two-worlds-night', client: { nhsNumber: person.nhsNumber }, reason: 'SAFEGUARDING', note: 'At risk.' };
      await hub.as(nightDoctor).query('mutation($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { __typename } }', { input });
      await hub.as('privacy-officer').query('mutation($input: DelayAccessHistoryInput!) { delayAccessHistory(input: $input) { __typename } }', {
        input: { idempotencyKey: 'two-worlds-delay', client: await hub.idFor('practice', 'PERSON'), organisation: 'RHOSP', reason: 'DANGER_TO_CLIENT', until: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) },
      });
    },
    callers: ['client:PERSON'],
    looks: () =>
      Promise.resolve([1, 2, 50].map((first) => ({ name: `${first} notices`, query: `{ me { notices(first: ${first}) { edges { cursor node { at } } ${pageInfo} } } }` }))),
  },
]; // prettier-ignore

const record = (hub: World['hub']) =>
  hub.as(coach).query('mutation($input: RecordEmployerInput!) { recordEmployer(input: $input) { __typename } }', {
    input: { idempotencyKey: 'two-worlds-employer', name: 'Broadland Bakery', headcount: 90, postcodeDistrict: 'NR1', organisation: 'BROADLAND-BAKERY' },
  }); // prettier-ignore

const observed = (world: World, who: Who, look: Look, hasFact: boolean): Promise<Observation | readonly string[]> =>
  'path' in look ? world.observeExport(who, look.path) : 'pushed' in look ? look.pushed(world, who, hasFact) : world.observe(who, look); // prettier-ignore

const compare = async (route: Route): Promise<InBoth> => {
  const options = route.directory === true ? { directory: true } : {};
  const worlds = await Promise.all([createWorld(route.without, options), createWorld(route.withFact, options)]);
  try {
    const [, hidden] = worlds;
    for (const world of worlds) await route.before?.(world);
    await route.make?.(hidden);
    const seen: [object[], object[]] = [[], []];
    for (const who of route.callers) {
      for (const [index, world] of worlds.entries()) {
        const looks = await route.looks(world, who);
        expect(looks.length).toBeGreaterThan(0);
        for (const look of looks) seen[index]?.push({ who, saw: await observed(world, who, look, world === hidden) });
      }
    }
    return seen;
  } finally {
    await Promise.all(worlds.map((world) => world.close()));
  }
};

describe.each(routes)('$fact', (route) => {
  test('shows in nothing that a caller can observe', async () => {
    const [without, withFact] = await comparedAfresh(() => compare(route));
    expect(withFact).toEqual(without);
  });
});
