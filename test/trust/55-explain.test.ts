/** Goal rows 55, 63 and 17: why something is withheld, what would change it, and what follows from a no; or nothing that tells it from an absence. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import type { AccessRequest, Consent, OrganisationId } from '../../src/access/types.js';
import { whatWouldChange, type Step } from '../../src/access/what-would-change.js';
import { organisations } from '../../src/demo/organisations.js';
import type { Response } from '../acceptance/caller.js';
import { startHub, type Enrolment, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { nightDoctor, openAccess } from './emergency.js';
import { anyRequest, coachAsks, permitting, policy, someConsents } from './consent-samples.js';

type Terms = NonNullable<Enrolment['consents']>[number];
const terms = (change: Partial<Terms>): Terms => ({
  effect: 'PERMIT',
  categories: ['FIT_NOTES'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  ...change,
});
const hidden: Terms = terms({
  effect: 'DENY',
  categories: ['RESTRICTED_CONDITIONS'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
});
const abuse = { code: '706893006', display: 'Victim of intimate partner abuse', onset: '2025-01-01', status: 'active' } as const; // prettier-ignore

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: {
      AMINA: { person: AMINA, consents: [terms({}), terms({ effect: 'DENY', categories: ['MEASURES', 'FIT_NOTES'] })] },
      RESTRICTED: { person: nobodySpecial(31, { restriction: 'R' }) },
      ELSEWHERE: { person: nobodySpecial(20), with: ['jobcentre'], consents: [terms({})] },
      // One holds a thing and refuses it; one holds it not, and refuses nothing; one holds it, and says nothing.
      REFUSES: { person: nobodySpecial(32, { conditions: [abuse] }), consents: [hidden] },
      HAS_NOTHING: { person: nobodySpecial(33) },
      SAYS_NOTHING: { person: nobodySpecial(34, { conditions: [abuse] }) },
    },
  });
});
afterAll(() => hub.close());

const explain = (who: Who, client: string, category: string, as?: object): Promise<Response> =>
  hub.as(who).send(
    `query Explain($client: ID!, $category: DataCategory!, $as: ViewerInput) {
      explainAccess(client: $client, category: $category, as: $as) { permitted category rule because basis consequenceOfRefusal
        policyVersion reason consents nextStep changes { steps { kind sentence purpose consents } } } }`,
    { client, category, as },
  );
interface Explained {
  readonly permitted: boolean;
  readonly reason: string | null;
  readonly nextStep: string | null;
  readonly because: string;
  readonly consequenceOfRefusal: string;
  readonly changes: readonly {
    readonly steps: readonly { readonly kind: string; readonly purpose: string | null }[];
  }[];
}
const explained = async (...asked: Parameters<typeof explain>): Promise<Explained> => {
  const { data } = JSON.parse((await explain(...asked)).body) as { data: { explainAccess: Explained } };
  return data.explainAccess;
};
const stepsIn = ({ changes }: Explained): readonly string[] =>
  changes.map(({ steps }) => steps.map(({ kind, purpose }) => purpose ?? kind).join(' + '));

describe('what would change the answer', () => {
  const coach = 'work-and-health-coach';
  test('a consent, where there is none', async () => {
    const answer = await explained(coach, await hub.idFor('provider', 'AMINA'), 'APPOINTMENTS');
    expect(answer).toMatchObject({
      permitted: false,
      reason: 'NO_CONSENT',
      because: expect.stringContaining('reach a provider'),
      nextStep: 'Ask the client, explain what follows from sharing, and record their consent.',
    });
    expect(stepsIn(answer)).toEqual(['CLIENT_CONSENTS']);
  });

  test('taking back a no, where a yes stands beside it, and both where none does', async () => {
    const client = await hub.idFor('provider', 'AMINA');
    const fitNotes = await explained(coach, client, 'FIT_NOTES');
    expect(fitNotes).toMatchObject({ reason: 'DENIED_BY_CLIENT' });
    expect(stepsIn(fitNotes)).toEqual(['CLIENT_TAKES_BACK']);
    expect(stepsIn(await explained(coach, client, 'MEASURES'))).toEqual(['CLIENT_TAKES_BACK + CLIENT_CONSENTS']);
  });

  test('the end of a restriction, and a consent with it', async () => {
    const answer = await explained(coach, await hub.idFor('provider', 'RESTRICTED'), 'CONTACT');
    expect(answer).toMatchObject({
      reason: 'LOCATION_RESTRICTED',
      nextStep: 'Ask the client, explain what follows from sharing, and record their consent.',
    });
    expect(stepsIn(answer)).toEqual(['RESTRICTION_ENDS + CLIENT_CONSENTS']);
  });

  test('another purpose, where it is the caller’s', async () => {
    const manager = { organisation: 'PATHWAYS', audience: 'WORK_COACH', purpose: 'SERVICE_MANAGEMENT' };
    const answer = await explained('privacy-officer', await hub.idFor('practice', 'AMINA'), 'BENEFITS', manager);
    expect(answer).toMatchObject({
      reason: 'NO_RULE',
      nextStep: 'Ask for the purpose that you have; for this one the policy shares nothing.',
    });
    expect(stepsIn(answer)).toEqual(['EMPLOYMENT_SUPPORT', 'BENEFIT_ADMINISTRATION']);
  });

  test('nothing, at a hard wall; and it says so', async () => {
    const answer = await explained('clinician', await hub.idFor('practice', 'AMINA'), 'CONDITIONALITY');
    expect(answer).toMatchObject({ reason: 'NEVER_SHARED', nextStep: 'Do without it: no consent opens it.' });
    expect(stepsIn(answer)).toEqual([]);
  });

  test('what would close it, where it is open', async () => {
    const answer = await explained('clinician', await hub.idFor('practice', 'AMINA'), 'CONTACT');
    expect(answer).toMatchObject({ permitted: true, reason: null, nextStep: null });
    expect(stepsIn(answer)).toEqual(['RELATIONSHIP_ENDS', 'RESTRICTION_BEGINS', 'CLIENT_REFUSES']);
  });

  test('whoever opened a record in an emergency is told that they see it for that, and what they do not', async () => {
    const id = hub.demo.hub.services.directory.pairwiseId('RHOSP' as OrganisationId, await hub.clientId('AMINA'));
    expect(await explained(nightDoctor, id, 'FIT_NOTES')).toMatchObject({
      permitted: false,
      reason: 'NO_RELATIONSHIP',
    });
    const { data } = await openAccess(hub, nightDoctor, 'AMINA');
    expect(data.openEmergencyAccess).toMatchObject({ __typename: 'EmergencyAccessOpened' });
    expect(await explained(nightDoctor, id, 'FIT_NOTES')).toMatchObject({ permitted: true, basis: 'EMERGENCY' });
    expect(await explained(nightDoctor, id, 'BENEFITS')).toMatchObject({ permitted: false });
  });

  test('a caller who may open emergency access is told that they may', async () => {
    const answer = await explained('clinician', await hub.idFor('practice', 'AMINA'), 'SUPPORT');
    expect(stepsIn(answer)).toEqual(['CLIENT_CONSENTS', 'EMERGENCY_ACCESS']);
  });
});

test('each basis says what follows from a no, in words of its own', async () => {
  const client = await hub.idFor('practice', 'AMINA');
  const asked = [
    await explained('clinician', client, 'SUPPORT'),
    await explained('clinician', client, 'FIT_NOTES'),
    await explained('clinician', client, 'CONDITIONALITY'),
    await explained('work-coach', await hub.idFor('jobcentre', 'AMINA'), 'BENEFITS'),
    await explained('client:AMINA', await hub.idFor('client', 'AMINA'), 'BENEFITS'),
  ];
  expect(new Set(asked.map(({ consequenceOfRefusal }) => consequenceOfRefusal)).size).toBe(asked.length);
});

interface World {
  readonly consents: readonly Consent[];
  readonly request: AccessRequest;
}
/** The step, taken by hand. */
function applied({ consents, request }: World, step: Step): World {
  const { viewer, category, today } = request;
  const said = (effect: Consent['effect']): Consent => ({
    ...permitting({ id: 'new', effect, categories: [category], purposes: [viewer.purpose], period: { start: today } }),
    recipients: [{ kind: 'organisation', organisation: viewer.organisation }],
    givenOn: today,
    request: { what: 'this' },
  });
  switch (step.kind) {
    case 'RELATIONSHIP_BEGINS':
    case 'RELATIONSHIP_ENDS':
      return { consents, request: { ...request, related: step.kind === 'RELATIONSHIP_BEGINS' } };
    case 'RESTRICTION_BEGINS':
    case 'RESTRICTION_ENDS':
      return { consents, request: { ...request, locationRestricted: step.kind === 'RESTRICTION_BEGINS' } };
    case 'CLIENT_TAKES_BACK':
      return {
        consents: consents.map((each) =>
          step.consents.includes(`${each.id}@${each.version}`) ? { ...each, status: 'WITHDRAWN' } : each,
        ),
        request,
      };
    case 'CLIENT_CONSENTS':
      return { consents: [...consents, said('PERMIT')], request };
    case 'CLIENT_REFUSES':
      return { consents: [...consents, said('DENY')], request };
    case 'OTHER_PURPOSE':
      return { consents, request: { ...request, viewer: { ...viewer, purpose: step.purpose } } };
    case 'EMERGENCY_ACCESS': {
      const { organisation, subject } = viewer;
      const grant = { grant: 'g', organisation, subject, at: `${today}T00:00:00Z`, endsAt: `${today}T01:00:00Z` };
      return { consents, request: { ...request, emergency: grant } };
    }
  }
}

test('every set of steps turns the answer, and none of its parts does so alone', () => {
  const { viewer } = coachAsks();
  fc.assert(
    fc.property(someConsents, anyRequest, (consents, request) => {
      const { permitted } = decide(policy, consents, request);
      const sets = whatWouldChange({ policy, consents, request });
      const wall = policy.ruleFor(request.viewer.audience, request.viewer.purpose, request.category)?.basis;
      if (!permitted && (wall === 'NEVER' || wall === undefined)) {
        expect(sets.every((steps) => steps.every(({ kind }) => kind === 'OTHER_PURPOSE'))).toBe(true);
      }
      if (!permitted && wall === 'CONSENT') expect(sets.length).toBeGreaterThan(0);
      for (const steps of sets) {
        const turned = steps.reduce(applied, { consents, request });
        expect(decide(policy, turned.consents, turned.request).permitted).toBe(!permitted);
        const others = sets.filter((other) => other !== steps);
        const kinds = (set: typeof steps): readonly string[] => set.map((step) => JSON.stringify(step));
        expect(others.some((other) => kinds(other).every((kind) => kinds(steps).includes(kind)))).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
  expect(whatWouldChange({ policy, consents: [permitting()], request: { ...coachAsks(), viewer } })).toEqual([
    [{ kind: 'RELATIONSHIP_ENDS' }],
    [{ kind: 'CLIENT_TAKES_BACK', consents: ['c1@1'] }],
    [{ kind: 'CLIENT_REFUSES' }],
  ]);
});

const alike = ({ status, body, headers }: Response) => {
  const { date: _date, 'x-correlation-id': _id, ...rest } = headers;
  return { status, body, rest };
};

describe('who must not learn even that', () => {
  test('of nobody-of-theirs and of nobody: the same bytes, the same calls, the same lines in the ledger', async () => {
    const theirs = hub.demo.hub.services.directory.pairwiseId(
      organisations.practice.id,
      await hub.clientId('ELSEWHERE'),
    );
    const before = (await hub.ledger()).length;
    hub.forget();
    const answers = [
      await explain('clinician', theirs, 'FIT_NOTES'),
      await explain('clinician', 'A'.repeat(32), 'FIT_NOTES'),
    ];
    expect(alike(answers[0]!)).toEqual(alike(answers[1]!));
    expect(answers[0]!.body).toContain('NO_RELATIONSHIP');
    expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
    const [one, other] = (await hub.ledger()).slice(before);
    expect([one?.lines, one?.inputs, one?.decisions]).toEqual([other?.lines, other?.inputs, other?.decisions]);
  });

  test('of a category whose existence hides, a refusal explains itself like a client who has and says nothing', async () => {
    const bodies = new Set<string>();
    for (const name of ['REFUSES', 'HAS_NOTHING', 'SAYS_NOTHING']) {
      hub.forget();
      bodies.add((await explain('clinician', await hub.idFor('practice', name), 'RESTRICTED_CONDITIONS')).body);
      expect(Object.values(hub.asked())).toEqual([0, 0, 0, 0]);
    }
    expect(bodies.size).toBe(1);
    // Of another category of the same client, a refusal is told as ever.
    expect(await explained('work-and-health-coach', await hub.idFor('provider', 'AMINA'), 'FIT_NOTES')).toMatchObject({
      reason: 'DENIED_BY_CLIENT',
    });
  });

  test('and its section looks like that of somebody who has nothing, at the same cost; the ledger and the client know better', async () => {
    const section = `query Look($by: ClientLookup!) { client(by: $by) { conditions { __typename
      ... on Conditions { items { code { text } classification } withheld { category reason rule } sources { source outcome complete } }
      ... on NoRecord { category sources { source outcome complete } } ... on Withheld { reason } } } }`;
    const look = async (who: Who, name: string) => {
      hub.forget();
      const answer = await hub.as(who).send(section, { by: { nhsNumber: hub.nhsNumber(name) } });
      return { answer: alike(answer), asked: hub.asked() };
    };
    expect(await look('clinician', 'REFUSES')).toEqual(await look('clinician', 'HAS_NOTHING'));
    expect((await look('clinician', 'SAYS_NOTHING')).answer.body).toContain('RESTRICTED_CONDITIONS');
    expect((await look('client:REFUSES', 'REFUSES')).answer.body).toContain('RESTRICTED_CONDITIONS');
    const client = await hub.clientId('REFUSES');
    const lines = (await hub.ledger())
      .filter(({ clientId, viewer }) => clientId === client && viewer.audience === 'CLINICIAN')
      .flatMap((record) => record.lines);
    expect(lines).toContainEqual(
      expect.objectContaining({ category: 'RESTRICTED_CONDITIONS', outcome: 'REFUSED', reason: 'DENIED_BY_CLIENT' }),
    );
  });

  test('a privacy officer who explains for them is told', async () => {
    const clinician = { organisation: 'Y90001', audience: 'CLINICIAN', purpose: 'DIRECT_CARE' };
    const client = await hub.idFor('practice', 'REFUSES');
    expect(await explained('privacy-officer', client, 'RESTRICTED_CONDITIONS', clinician)).toMatchObject({
      permitted: false,
      reason: 'DENIED_BY_CLIENT',
    });
  });
});
