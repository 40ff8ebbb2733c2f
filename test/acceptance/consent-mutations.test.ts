import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonaName } from '../../src/demo/personas.js';
import { createClock, startHub, type TestHub } from './hub.js';
import { AMINA, BLANK, nobodySpecial } from './people.js';

let hub: TestHub;
const clock = createClock();
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: {
      AMINA: { person: AMINA },
      BEN: { person: BLANK },
      ELSEWHERE: { person: nobodySpecial(20), with: ['jobcentre'] },
    },
  });
});
afterAll(() => hub.close());

const terms = {
  categories: ['SUPPORT', 'FIT_NOTES', 'SUPPORT'],
  recipients: [{ organisation: 'Y90001' }, { audience: 'WORK_COACH' }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  evidence: { method: 'SPOKEN', wording: 'Yes, go ahead.' },
};
let keys = 0;
const newKey = (): string => `key-${String((keys += 1)).padStart(8, '0')}`;
const versions = async (name: string): Promise<readonly string[]> => {
  const clientId = await hub.clientId(name);
  const index = 'clientId_consentId_consentVersion';
  const found = await hub.demo.hub.store.collection('consents').find({ index, where: { clientId }, limit: 100 });
  return found.map(({ consent }) => `${consent.version} ${consent.status}`);
};
const refusal = (mutation: string, reason: string, message: string) => ({
  data: { [mutation]: { __typename: 'ConsentRefused', reason, message } },
});
const reused = 'idempotencyKey was used before with another input.';

test('a consent is recorded as it was given, and told back whole', async () => {
  const { data, errors } = await hub.as('clinician').record({ client: await hub.idFor('practice', 'AMINA'), ...terms });
  expect(errors).toBeUndefined();
  const { id, recordedAt, ...rest } = data.recordConsent.consent as Record<string, string>;
  expect(id).toMatch(/^[\w-]{32}$/);
  expect(Date.parse(recordedAt ?? '')).not.toBeNaN();
  expect({ __typename: data.recordConsent.__typename, ...rest }).toEqual({
    __typename: 'ConsentRecorded',
    version: 1,
    status: 'ACTIVE',
    effect: 'PERMIT',
    categories: ['FIT_NOTES', 'SUPPORT'],
    recipients: [
      { organisation: 'Y90001', audience: null, person: null },
      { organisation: null, audience: 'WORK_COACH', person: null },
    ],
    purposes: ['EMPLOYMENT_SUPPORT'],
    exceptions: [],
    supersedes: [],
    givenOn: new Date(clock.now()).toISOString().slice(0, 10),
    request: null,
    validFrom: new Date(clock.now()).toISOString().slice(0, 10),
    validTo: null,
    dataFrom: null,
    dataTo: null,
    evidence: {
      method: 'SPOKEN',
      wording: 'Yes, go ahead.',
      language: 'en-GB',
      givenBy: 'CLIENT',
      capacity: null,
      representative: null,
    },
    withdrawnFor: null,
  });
});

test('one that was given tomorrow is refused, and nothing is stored', async () => {
  const client = await hub.idFor('practice', 'BEN');
  const before = await versions('BEN');
  const givenOn = new Date(clock.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  expect(await hub.as('clinician').record({ client, ...terms, givenOn })).toEqual(
    refusal('recordConsent', 'INVALID_INPUT', 'givenOn is in the future.'),
  );
  expect(await versions('BEN')).toEqual(before);
});

describe('one key', () => {
  test('with the same input gives the first result again, even after midnight and after a withdrawal', async () => {
    const input = { client: await hub.idFor('practice', 'BEN'), idempotencyKey: newKey(), ...terms };
    const first = await hub.as('clinician').record(input);
    const before = await versions('BEN');
    expect(await hub.as('clinician').record(input)).toEqual(first);
    clock.forward(24 * 3_600_000);
    expect(await hub.as('clinician').record(input)).toEqual(first);
    const withdrawal = { idempotencyKey: newKey(), reason: 'I changed my mind.' };
    const id = first.data.recordConsent.consent.id as string;
    const withdrawn = await hub.as('clinician').withdraw(id, withdrawal);
    expect(withdrawn.data.withdrawConsent.consent).toMatchObject({ id, version: 2, status: 'WITHDRAWN' });
    expect(await hub.as('clinician').withdraw(id, withdrawal)).toEqual(withdrawn);
    expect(await hub.as('clinician').record(input)).toEqual(first);
    expect(await versions('BEN')).toHaveLength(before.length + 1);
  });

  test('with another input is refused, and stores nothing', async () => {
    const key = { idempotencyKey: newKey() };
    const client = await hub.idFor('practice', 'AMINA');
    const { data } = await hub.as('clinician').record({ client, ...key, ...terms });
    const before = await versions('AMINA');
    const others = [
      { client, ...key, ...terms, effect: 'DENY' },
      { client, ...key, ...terms, validFrom: '2026-01-01' },
      { client: await hub.idFor('practice', 'BEN'), ...key, ...terms },
    ];
    for (const other of others) {
      expect(await hub.as('clinician').record(other)).toEqual(
        refusal('recordConsent', 'IDEMPOTENCY_KEY_REUSED', reused),
      );
    }
    expect(await hub.as('clinician').withdraw(data.recordConsent.consent.id as string, key)).toEqual(
      refusal('withdrawConsent', 'IDEMPOTENCY_KEY_REUSED', reused),
    );
    expect(await versions('AMINA')).toEqual(before);
  });

  test('of two callers is two keys', async () => {
    const key = { idempotencyKey: newKey() };
    const one = await hub.as('clinician').record({ client: await hub.idFor('practice', 'AMINA'), ...key, ...terms });
    const two = await hub
      .as('work-coach')
      .record({ client: await hub.idFor('jobcentre', 'AMINA'), ...key, ...terms, effect: 'DENY' });
    expect([one, two].map(({ data }) => data.recordConsent.consent.effect as string)).toEqual(['PERMIT', 'DENY']);
  });

  test('ten times at once stores one version, and all ten are told of it', async () => {
    const before = await versions('AMINA');
    const input = { client: await hub.idFor('practice', 'AMINA'), idempotencyKey: newKey(), ...terms };
    const answers = await Promise.all(Array.from({ length: 10 }, () => hub.as('clinician').record(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await versions('AMINA')).toHaveLength(before.length + 1);
    const id = answers[0]!.data.recordConsent.consent.id as string;
    const withdrawal = { idempotencyKey: newKey() };
    const withdrawals = await Promise.all(
      Array.from({ length: 10 }, () => hub.as('clinician').withdraw(id, withdrawal)),
    );
    expect(new Set(withdrawals.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await versions('AMINA')).toHaveLength(before.length + 2);
  });
});

test('of two withdrawals at once one is done and one is told so; versions are never overwritten', async () => {
  const { data } = await hub.as('clinician').record({ client: await hub.idFor('practice', 'BEN'), ...terms });
  const id = data.recordConsent.consent.id as string;
  const before = await versions('BEN');
  const answers = await Promise.all([0, 1].map(() => hub.as('clinician').withdraw(id)));
  const outcomes = answers.map((answer) => answer.data.withdrawConsent as { __typename: string; reason?: string });
  expect(outcomes.filter(({ __typename }) => __typename === 'ConsentWithdrawn')).toHaveLength(1);
  expect(outcomes.find(({ __typename }) => __typename === 'ConsentRefused')?.reason).toMatch(
    /^(ALREADY_WITHDRAWN|CHANGED_MEANWHILE)$/,
  );
  const after = await versions('BEN');
  expect(after).toHaveLength(before.length + 1);
  expect(await hub.as('clinician').withdraw(id)).toEqual(
    refusal('withdrawConsent', 'ALREADY_WITHDRAWN', 'The consent is already withdrawn.'),
  );
});

describe('who may record', () => {
  const cases: readonly (readonly [PersonaName, 'practice' | 'jobcentre' | 'provider' | 'board', string])[] = [
    ['clinician', 'practice', 'ConsentRecorded'],
    ['work-coach', 'jobcentre', 'ConsentRecorded'],
    ['work-and-health-coach', 'provider', 'ConsentRecorded'],
    ['provider-manager', 'provider', 'ConsentRefused'],
    ['commissioner', 'board', 'ConsentRefused'],
    ['privacy-officer', 'practice', 'ConsentRefused'],
  ];
  test.each(cases)('%s of the %s: %s', async (who, partner, expected) => {
    const answer = await hub.as(who).record({ client: await hub.idFor(partner, 'AMINA'), ...terms });
    if (expected === 'ConsentRecorded') expect(answer.data.recordConsent.__typename).toBe(expected);
    else expect(answer).toEqual(refusal('recordConsent', 'NOT_PERMITTED', 'This caller may not record consents.'));
  });

  test('the client for themselves alone', async () => {
    const own = { client: await hub.idFor('client', 'AMINA'), ...terms };
    expect((await hub.as('client:AMINA').record(own)).data.recordConsent.__typename).toBe('ConsentRecorded');
    expect(await hub.as('client:BEN').record(own)).toEqual(
      refusal('recordConsent', 'NOT_FOUND', 'No such client or consent for this caller.'),
    );
  });

  test('a consent that names neither an organisation nor its people cannot be withdrawn by it', async () => {
    const only = { ...terms, recipients: [{ organisation: 'Y90001' }] };
    await hub.as('clinician').record({ client: await hub.idFor('practice', 'ELSEWHERE'), ...only });
    const { data } = await hub.as('clinician').record({ client: await hub.idFor('practice', 'AMINA'), ...only });
    const { pairwiseIds } = hub.demo.hub.services;
    const uuid = pairwiseIds.decode('Y90001' as never, 'consent', data.recordConsent.consent.id as string)!;
    const theirs = pairwiseIds.encode('DWP-NORTHGATE' as never, 'consent', uuid);
    expect(await hub.as('work-coach').withdraw(theirs)).toEqual(
      refusal('withdrawConsent', 'NOT_FOUND', 'No such client or consent for this caller.'),
    );
  });
});

describe('a faulty input is refused as data, naming the field and repeating nothing', () => {
  const wording = 'Yes.';
  test.each([
    [{ idempotencyKey: 'short' }, 'idempotencyKey must be 8 to 64 letters, digits and hyphens.'],
    [{ categories: [] }, 'categories must name at least one category.'],
    [{ purposes: [] }, 'purposes must name at least one purpose.'],
    [{ recipients: [] }, 'recipients must name at least one recipient.'],
    [
      { recipients: [{ organisation: '9990000018 ' }] },
      'recipients: organisation must be 2 to 40 letters, digits and hyphens.',
    ],
    [{ validFrom: '2026-02-02', validTo: '2026-02-01' }, 'validTo is before validFrom.'],
    [{ dataFrom: '2026-02-02', dataTo: '2026-02-01' }, 'dataTo is before dataFrom.'],
    [{ evidence: { method: 'SPOKEN', wording: ' ' } }, 'evidence.wording must be 1 to 2000 characters.'],
    [{ evidence: { method: 'SPOKEN', wording: 'x'.repeat(2_001) } }, 'evidence.wording must be 1 to 2000 characters.'],
    [{ evidence: { method: 'SPOKEN', wording, language: 'english!' } }, 'evidence.language must be a BCP 47 tag.'],
  ])('%j', async (fault, message) => {
    const before = await versions('AMINA');
    const input = { client: await hub.idFor('practice', 'AMINA'), ...terms, ...fault };
    expect(await hub.as('clinician').record(input)).toEqual(refusal('recordConsent', 'INVALID_INPUT', message));
    expect(await versions('AMINA')).toEqual(before);
  });
});
