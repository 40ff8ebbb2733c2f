/**
 * Goal row 17: an id of somebody else's is an id of nothing. Every mutation of the contract, and every query that takes an id, is asked
 * with an id that names nothing, with one that another organisation was given, and with the caller's own id of what is not theirs (they
 * worked with the person once, or guessed it): the answers are the same to the byte.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import type { Claims, Who } from '../acceptance/hub.js';
import { must } from '../acceptance/programmes/case-work.js';
import { session, schedule } from '../acceptance/programmes/walk.js';
import { submit } from '../acceptance/referrals.js';
import { mutations } from './every-path/by-foreign-ids.js';
import { clinician, coach, newKey } from './every-path/cases.js';
import { setStage, type Stage } from './every-path/stage.js';

let stage: Stage;
/** One thing of each kind that there is at the practice and the provider, by the hub's own id. */
const things = new Map<string, string>();
beforeAll(async () => {
  stage = await setStage();
  const { hub } = stage;
  const { pairwiseIds } = hub.demo.hub.services;
  const keep = (kind: string, id: unknown) =>
    things.set(kind, pairwiseIds.decode(organisations.provider.id, kind as never, String(id)) ?? 'none');
  const ask = async (query: string, input: object) => (await hub.as(coach).query(query, { input: { idempotencyKey: newKey(), ...input } })).data as never; // prettier-ignore
  things.set('client', await hub.clientId('PERMITS'));
  things.set('case', stage.caseOf.get('PERMITS')!);
  const id = await stage.caseFor(coach, 'PERMITS');
  const action = (await must(coachCaller(), 'addCaseAction', { case: id, description: 'Ring', strand: 'WORK' })) as { plan: { actions: { id: string }[] } }; // prettier-ignore
  keep('action', action.plan.actions[0]!.id);
  const asked = (await must(coachCaller(), 'requestIntervention', { case: id, category: 'PHYSIOTHERAPY', provider: 'Quayside', integrated: false })) as { interventions: { interventions: { id: string }[] } }; // prettier-ignore
  keep('intervention', asked.interventions.interventions[0]!.id);
  const startsAt = new Date(stage.now() + 9 * 86_400_000).toISOString();
  const sitting = { startsAt, mode: 'IN_PERSON', role: 'WORK_HEALTH_COACH' };
  const booked = (await session(coachCaller(), 'bookSession', { case: id, sitting })) as { session: { id: string } };
  keep('session', booked.session.id);
  const group = (await schedule(coachCaller(), { programme: 'workwell', capacity: 9, weeks: 1, sitting })) as { sessions: { id: string }[] }; // prettier-ignore
  keep('group', group.sessions[0]!.id);
  keep('workplace', stage.employer);
  const enquiry: { enquireAsEmployer: { enquiry: { id: string } } } = await ask('mutation($input: EmployerEnquiryInput!) { enquireAsEmployer(input: $input) { ... on EmployerEnquiryRecorded { enquiry { id } } } }', { employer: stage.employer, topic: 'ADJUSTMENTS', question: 'What helps?' }); // prettier-ignore
  keep('enquiry', enquiry.enquireAsEmployer.enquiry.id);
  const adjustment: { proposeAdjustment: { adjustment: { id: string } } } = await ask('mutation($input: ProposeAdjustmentInput!) { proposeAdjustment(input: $input) { ... on AdjustmentRecorded { adjustment { id } } } }', { employer: stage.employer, client: await stage.idFor(coach, 'PERMITS'), type: 'EQUIPMENT', wording: 'A stool.', seenByPerson: true }); // prettier-ignore
  keep('adjustment', adjustment.proposeAdjustment.adjustment.id);
  const referral = await submit(hub.as(clinician), { subject: { client: await hub.idFor('practice', 'PERMITS') } });
  things.set('referral', pairwiseIds.decode(organisations.practice.id, 'referral', referral.referral.id)!);
  const wrong: { requestCorrection: { correction: { id: string } } } = await ask('mutation($input: RequestCorrectionInput!) { requestCorrection(input: $input) { ... on CorrectionRequested { correction { id } } } }', { client: await stage.idFor(coach, 'PERMITS'), category: 'SUPPORT', source: 'hub', shouldSay: 'Mornings only.' }); // prettier-ignore
  keep('correction', wrong.requestCorrection.correction.id);
  const firstOf = async (name: 'tasks' | 'emergencyGrants' | 'representatives' | 'consents') =>
    (await hub.demo.hub.store.collection(name).find({ index: 'id', where: {}, limit: 1 }))[0]!;
  things.set('task', (await firstOf('tasks')).id);
  things.set('emergency', (await firstOf('emergencyGrants')).id);
  things.set('representative', (await firstOf('representatives') as unknown as { representativeId: string }).representativeId); // prettier-ignore
  things.set('consent', ((await firstOf('consents')) as unknown as { consentId: string }).consentId);
});
afterAll(() => stage.close());
const coachCaller = () => stage.hub.as(coach);

const strangers: readonly Claims[] = [
  ['CLINICIAN', 'DIRECT_CARE'],
  ['WORK_AND_HEALTH_COACH', 'EMPLOYMENT_SUPPORT'],
  ['PRIVACY_OFFICER', 'PRIVACY_AUDIT'],
  ['EMPLOYER', 'EMPLOYMENT_SUPPORT'],
].map(([role, purpose]) => ({ sub: `stranger-${role}`, organisation: 'STRANGERS', role, purpose }));

/** The ways to name what is not one's own; the first names nothing. */
const namings: Readonly<Record<string, (kind: string) => string>> = {
  nothing: () => 'N'.repeat(32),
  'what another organisation was given': (kind) => encoded(organisations.provider.id, kind),
  'what is there and not theirs': (kind) => encoded('STRANGERS' as OrganisationId, kind),
};
const encoded = (organisation: OrganisationId, kind: string): string =>
  stage.hub.demo.hub.services.pairwiseIds.encode(
    organisation,
    kind as never,
    things.get(kind) ?? '00000000-0000-4000-8000-000000000000',
  );
const withoutCorrelation = (body: string): string => body.replace(/[\da-f]{8}-[\da-f-]{27}/g, 'uuid');

/** An emergency opens whomever a clinician names: that somebody is there is what it is for (goal row 11). */
const opensAnybody = 'openEmergencyAccess';

describe.each(mutations.filter(({ kinds }) => kinds.length > 0))('$name', ({ name, query, variables }) => {
  test('cannot be made to tell what is not the caller’s from nothing', async () => {
    const reasons = new Set<string>();
    for (const who of strangers) {
      const bodies = new Map<string, string>();
      for (const [what, id] of Object.entries(namings)) {
        if (name === opensAnybody && what === 'what is there and not theirs') continue;
        const { body } = await stage.hub.as(who).send(query, variables(id, newKey()));
        bodies.set(what, withoutCorrelation(body));
      }
      const [nothing] = bodies.values();
      expect([name, who['role'], Object.fromEntries(bodies)]).toEqual([name, who['role'], Object.fromEntries([...bodies.keys()].map((what) => [what, nothing]))]); // prettier-ignore
      reasons.add(/"reason":"(\w+)"/.exec(nothing ?? '')?.[1] ?? nothing ?? '');
    }
    // Somebody of them was let through to where the id is looked up.
    expect([...reasons].filter((reason) => /NOT_FOUND|CasesDischarged/.test(reason))).toHaveLength(1);
  });
});

describe('queries that take an id', () => {
  const asked: readonly (readonly [string, string, string])[] = [
    ['client', 'client', 'query($id: ID!) { client(by: { id: $id }) { id consents { id } } }'],
    ['explainAccess', 'client', 'query($id: ID!) { explainAccess(client: $id, category: FIT_NOTES) { permitted rule reason consents nextStep } }'],
    ['whatCouldSee', 'client', 'query($id: ID!) { whatCouldSee(client: $id, on: "2026-11-20", viewer: { organisation: "PATHWAYS", audience: CLINICIAN, purpose: DIRECT_CARE }) { related } }'],
    ['checkEligibility', 'client', 'query($id: ID!) { checkEligibility(input: { client: $id }) { on } }'],
    ['servicesNear', 'client', 'query($id: ID!) { servicesNear(client: $id, facts: {}, withinMetres: 2000) { __typename } }'],
    ['previewConsent', 'consent', 'query($id: ID!) { previewConsent(change: { withdraw: { idempotencyKey: "foreign-ids", consent: $id } }) { __typename ... on ConsentRefused { reason message } } }'],
    ['consentDiff', 'consent', 'query($id: ID!) { consentDiff(input: { before: $id }) { __typename ... on ConsentRefused { reason message } } }'],
    ['consentVersions', 'consent', 'query($id: ID!) { consentVersions(consent: $id) { id } }'],
    ['exportConsent', 'consent', 'query($id: ID!) { exportConsent(consent: $id) }'],
    ['case', 'case', 'query($id: ID!) { case(id: $id) { id programme } }'],
    ['trackedReferral', 'referral', 'query($id: ID!) { trackedReferral(id: $id) { id } }'],
    ['employer', 'workplace', 'query($id: ID!) { employer(id: $id) { name } }'],
    ['disclosures', 'client', 'query($id: ID!) { disclosures(filter: { client: $id }) { edges { node { id } } pageInfo { hasNextPage } } }'],
  ]; // prettier-ignore
  test.each(asked)('%s answers alike', async (_name, kind, query) => {
    for (const who of strangers) {
      const bodies: string[] = [];
      for (const id of Object.values(namings)) {
        bodies.push(withoutCorrelation((await stage.hub.as(who).send(query, { id: id(kind) })).body));
      }
      expect(new Set(bodies).size).toBe(1);
    }
  });

  test('an id of one kind names nothing of another', async () => {
    const own = (kind: string) => stage.hub.demo.hub.services.pairwiseIds.encode(organisations.provider.id, kind as never, things.get('case')!); // prettier-ignore
    const read = (id: string) => stage.hub.as(coach).send('query($id: ID!) { case(id: $id) { id } }', { id });
    expect((await read(own('case'))).body).toContain('"id"');
    for (const kind of ['client', 'consent', 'referral', 'task']) {
      expect((await read(own(kind))).body).toBe((await read('N'.repeat(32))).body);
    }
  });
});

describe('a hostile query', () => {
  const refusedAlike = async (who: Who, query: string, values: readonly unknown[], name = 'v', type = 'String') => {
    const bodies: string[] = [];
    for (const value of values) {
      bodies.push(withoutCorrelation((await stage.hub.as(who).send(`query($${name}: ${type}) { ${query} }`, { [name]: value })).body)); // prettier-ignore
    }
    expect(new Set(bodies).size).toBe(1);
    return bodies[0]!;
  };

  test('cannot go on with a cursor that is made up, another caller’s, another list’s, or turned round', async () => {
    const page = '{ clients(first: 3) { pageInfo { endCursor } } }';
    const own = (await stage.ask(coach, page)).data.clients.pageInfo.endCursor as string;
    const others = (await stage.ask('provider-manager', page)).data.clients.pageInfo.endCursor as string;
    const cases = (await stage.ask(coach, '{ cases(first: 1) { pageInfo { endCursor } } }')).data.cases.pageInfo.endCursor as string; // prettier-ignore
    // Two characters that change places may be the same: then it would be the caller's own.
    const turned = `${own.slice(1)}${own.slice(0, 1)}`;
    const body = await refusedAlike(coach, 'clients(first: 3, after: $v) { edges { node { id } } }', [others, cases, turned, own.slice(1), 'x']); // prettier-ignore
    expect(body).toContain('BAD_CURSOR');
  });

  test('cannot have an entity of another type, or of two, or without an id', async () => {
    const id = await stage.idFor(coach, 'PERMITS');
    for (const type of ['Case', 'Consent', 'TrackedReferral', 'Employment', '__Type']) {
      const { data, errors } = await stage.ask(coach, 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: [{ __typename: type, id }] }); // prettier-ignore
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'BAD_INPUT']);
    }
  });

  test('cannot read round a refusal by aliases, nested fragments or directives', async () => {
    const by = { by: { id: await stage.idFor(coach, 'SILENT') } };
    const { data } = await stage.ask(
      coach,
      `query($by: ClientLookup!, $no: Boolean = false) { a: client(by: $by) { ...A } b: client(by: $by) { x: fitNotes @skip(if: $no) { ...W } y: fitNotes { ... on FitNotes { items { status } } ...W } } }
       fragment A on Client { ... on Client { fitNotes { ... @include(if: true) { ... on FitNotes { items { status statement { text } } } ...W } } } }
       fragment W on Withheld { reason }`,
      by,
    );
    const withheld = { reason: 'NO_CONSENT' };
    expect(data).toEqual({ a: { fitNotes: withheld }, b: { x: withheld, y: withheld } });
  });

  test('cannot wait for what another organisation is told, by naming its case, referral or an id of nothing', async () => {
    const { services } = stage.hub.demo.hub;
    const before = services.events.listeners();
    expect(before).toBe(0);
    const { subscribe } = await import('../event/subscriber.js');
    const stranger = strangers[1]!;
    const waiting = await Promise.all(
      Object.values(namings).map((id) => subscribe(stage.hub, 'WebSocket', stranger, 'subscription($id: ID) { caseChanged(id: $id) { id } }', { id: id('case') })),
    ); // prettier-ignore
    let isTold = false;
    for (const each of waiting) void each.next().then(() => (isTold = true));
    const own = await subscribe(stage.hub, 'WebSocket', coach, 'subscription { caseChanged { id } }');
    await must(coachCaller(), 'addCaseAction', { case: await stage.caseFor(coach, 'PERMITS'), description: 'Ring', strand: 'WORK' }); // prettier-ignore
    expect((await own.next())?.data.caseChanged.id).toBe(await stage.caseFor(coach, 'PERMITS'));
    expect(isTold).toBe(false);
    await Promise.all([own, ...waiting].map((each) => each.end()));
  });

  test('is told nothing more by a subscription that began before a withdrawal than by one that began after', async () => {
    const { subscribe } = await import('../event/subscriber.js');
    const fields = 'subscription { taskRaised { client { fitNotes { __typename ... on Withheld { reason } } } } }';
    const early = await subscribe(stage.hub, 'WebSocket', coach, fields);
    const { data } = await stage.ask('client:PERMITS', '{ me { consents { id } } }');
    await stage.hub.as('client:PERMITS').withdraw(data.me.consents[0].id as string);
    const late = await subscribe(stage.hub, 'WebSocket', coach, fields);
    await stage.raiseTask('PERMITS');
    const [one, other] = [await early.next(), await late.next()];
    expect(one).toEqual(other);
    expect(one?.data.taskRaised.client.fitNotes).toEqual({ __typename: 'Withheld', reason: 'CONSENT_WITHDRAWN' });
    await Promise.all([early.end(), late.end()]);
  });
});
