import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { models } from '../../src/store/models/index.js';
import type { CollectionName } from '../../src/store/port.js';
import { compileValidator } from '../../src/store/validate.js';
import {
  caseOfSupport,
  consent,
  employerCase,
  groupSession,
  ledgerRecord,
  referral,
  relationship,
  session,
} from './samples.js';

type Plain = Readonly<Record<string, unknown>>;

const made = {
  recordedBy: { subject: 's', organisation: 'o', audience: 'WORK_AND_HEALTH_COACH' },
  recordedAt: '2026-01-01T00:00:00Z',
  inputDigest: 'ab'.repeat(32),
};

const samples: Readonly<Record<CollectionName, object>> = {
  clients: {
    id: 'a',
    subject: '1.c2VhbGVk',
    restriction: 'U',
    enrolledAt: '2026-01-01T00:00:00Z',
    traceDueAt: '2026-01-02T00:00:00Z',
  },
  identifiers: { id: 'nhs-number:hash', clientId: 'a', status: 'CURRENT' },
  relationships: relationship('o', 'a'),
  consents: consent('c', 1, 'a'),
  ledger: ledgerRecord('w', 1, 'a'),
  ledgerNodes: { id: 'w:8:0', writer: 'w', height: 8, number: 0, root: 'ab'.repeat(32) },
  ledgerHeads: {
    id: 'w:1',
    writer: 'w',
    sequence: 1,
    hash: 'ab'.repeat(32),
    root: 'ab'.repeat(32),
    at: '2026-01-01T00:00:00Z',
    closed: false,
    signature: 's',
  },
  firstAccesses: { id: 'a:o', clientId: 'a', organisation: 'o', at: '2026-01-01T00:00:00Z' },
  historyDelays: {
    id: 'o:s:k',
    clientId: 'a',
    organisation: 'o',
    reason: 'DANGER_TO_CLIENT',
    until: '2026-02-01',
    recordedBy: { subject: 's', organisation: 'o' },
    recordedAt: '2026-01-01T00:00:00Z',
  },
  policies: {
    id: '2026-11-01',
    text: '{}',
    digest: 'ab'.repeat(32),
    effectiveFrom: '2026-11-01',
    activatedAt: ['2026-11-01T00:00:00Z'],
  },
  representatives: {
    id: 'r:000001',
    representativeId: 'r',
    representativeVersion: 1,
    clientId: 'a',
    representation: {
      id: 'r',
      version: 1,
      status: 'ACTIVE',
      authority: 'PARENTAL_RESPONSIBILITY',
      categories: ['FIT_NOTES'],
      acts: ['READ'],
      period: { start: '2026-01-01', end: '2030-01-01' },
    },
    personKey: 'k',
    person: '1.abc',
    name: '1.c2VhbGVk',
    evidence: '1.abc',
    recordedBy: { subject: 's', organisation: 'o', audience: 'CLINICIAN' },
    recordedAt: '2026-01-01T00:00:00Z',
    idempotencyKey: 'k',
    inputDigest: 'd',
  },
  providerRows: {
    id: 'p:1',
    provider: 'p',
    subjectKey: 'k',
    row: '1.c2VhbGVk',
    fileDigest: 'f',
    importedAt: '2026-01-01T00:00:00Z',
  },
  providerFiles: {
    id: 'p:digest',
    provider: 'p',
    accepted: false,
    rows: 1,
    faults: [{ row: 1, column: 'start', fault: 'not a date' }],
    receivedAt: '2026-01-01T00:00:00Z',
  },
  tasks: {
    id: 't',
    kind: 'EMERGENCY_ACCESS_REVIEW',
    dedupeKey: 'EMERGENCY_ACCESS_REVIEW:grant',
    organisation: 'o',
    audience: 'PRIVACY_OFFICER',
    state: 'OPEN',
    open: true,
    watched: true,
    level: 0,
    raisedAt: '2026-01-01T00:00:00Z',
    dueAt: '2026-01-02T00:00:00Z',
    clientId: 'a',
    details: '1.c2VhbGVk',
    excluded: [{ organisation: 'o', subject: 's' }],
    moves: [
      {
        what: 'RAISED',
        at: '2026-01-01T00:00:00Z',
        owner: { organisation: 'o', audience: 'PRIVACY_OFFICER' },
        by: { organisation: 'o', subject: 's' },
        reason: '1.c2VhbGVk',
      },
    ],
  },
  unlinks: {
    id: 'u',
    clientId: 'c',
    system: 'nino',
    since: '2026-01-01T00:00:00Z',
    state: 'DECIDED',
    reason: 'WRONG_PERSON',
    by: { subject: 's', organisation: 'O', audience: 'PRIVACY_OFFICER' },
    decidedAt: '2026-01-01T00:00:00Z',
  },
  matches: {
    id: 'm',
    dedupeKey: 'k',
    state: 'POSSIBLE',
    origin: 'STAFF',
    requestedBy: { subject: 's', organisation: 'O', audience: 'CLINICIAN' },
    proposal: '1.abc',
    requestedAt: '2026-01-01T00:00:00Z',
    workDueAt: '2026-01-01T00:00:00Z',
    candidate: '1.abc',
    waterfall: { modelVersion: '1', prior: -25, steps: [{ field: 'sex', level: 'EXACT', weight: 1 }], total: -24 },
  },
  emergencyGrants: {
    id: 'g',
    clientId: 'a',
    organisation: 'o',
    subject: 's',
    issuer: 'i',
    audience: 'CLINICIAN',
    purpose: 'DIRECT_CARE',
    reason: 'RISK_TO_LIFE',
    note: '1.c2VhbGVk',
    state: 'OPEN',
    openedAt: '2026-01-01T00:00:00Z',
    endsAt: '2026-01-01T03:00:00Z',
    closedAt: '2026-01-01T01:00:00Z',
    policyVersion: '1',
    idempotencyKey: 'o:s:key',
    inputDigest: 'd'.repeat(64),
  },
  operations: { id: 'd'.repeat(64), text: '{ me { id } }', firstAskedAt: '2026-01-01T00:00:00Z' },
  notices: {
    id: 'EMERGENCY_ACCESS:g',
    clientId: 'a',
    kind: 'EMERGENCY_ACCESS',
    about: 'g',
    organisation: 'o',
    at: '2026-01-01T00:00:00Z',
  },
  eventSlots: {
    id: 'slot-1',
    sequence: 1,
    writer: 'w',
    events: [{ kind: 'TASK_RAISED', about: 't', organisation: 'o', audience: 'PRIVACY_OFFICER', clientId: 'a' }],
  },
  withdrawals: {
    id: 'c:000002',
    consentId: 'c',
    clientId: 'a',
    begunAt: '2026-01-01T00:00:00Z',
    open: false,
    finishedAt: '2026-01-01T00:00:01Z',
  },
  usedKeys: { id: 'o:s:key', inputDigest: 'd'.repeat(64), usedAt: '2026-01-01T00:00:00Z' },
  storeFormats: { id: 'store', format: 2, since: '2026-01-01T00:00:00Z' },
  referrals: referral('r', 'a'),
  cases: caseOfSupport('c'),
  referralLinks: {
    id: 'd'.repeat(64),
    referralId: 'r',
    organisation: 'o',
    createdAt: '2026-01-01T00:00:00Z',
    expiresAt: '2026-01-04T00:00:00Z',
    state: 'USED',
    codesSent: 1,
    guesses: 0,
    codeHash: 'd'.repeat(64),
    codeExpiresAt: '2026-01-01T00:10:00Z',
    sessionHash: 'd'.repeat(64),
    sessionUntil: '2026-01-01T00:30:00Z',
  },
  sessions: session,
  groupSessions: groupSession,
  employerCases: employerCase,
  corrections: {
    id: 'r',
    clientId: 'a',
    category: 'SUPPORT',
    source: 'provider-dataverse',
    says: '1.c2VhbGVk',
    shouldSay: '1.c2VhbGVk',
    requestedBy: { organisation: 'o', subject: 's', audience: 'CLIENT' },
    addressedTo: 'o',
    state: 'REFUSED',
    requestedAt: '2026-01-01T00:00:00Z',
    dueOn: '2026-02-02',
    moves: [
      {
        move: 'REFUSE',
        at: '2026-01-02T00:00:00Z',
        by: { organisation: 'o', subject: 's' },
        refusal: 'FOUND_ACCURATE',
        words: '1.c2VhbGVk',
        key: 'o:s:k',
      },
    ],
    idempotencyKey: 'o:s:k',
  },
  placeGates: {
    id: 'workwell',
    pending: [{ caseId: 'c', area: 'A', stream: 'S', entry: 'FIRST', at: '2026-01-01T00:00:00Z' }],
  },
  employers: {
    id: 'e',
    name: 'Broadland Bakery',
    headcount: 250,
    postcodeDistrict: 'NR1',
    heldBy: 'o',
    organisation: 'none',
    ...made,
  },
  employerEnquiries: {
    id: 'q',
    employerId: 'e',
    topic: 'ADJUSTMENTS',
    caseId: 'c',
    question: '1.c2VhbGVk',
    state: 'OPEN',
    advice: [
      {
        kind: 'TRAINING',
        text: '1.c2VhbGVk',
        staffReached: 12,
        at: '2026-01-01T00:00:00Z',
        by: made.recordedBy,
        key: 'k',
        inputDigest: made.inputDigest,
      },
    ],
    ...made,
  },
  supportedStaff: {
    id: 'e:a',
    employerId: 'e',
    clientId: 'a',
    since: '2026-01-01',
    said: [
      { since: '2026-01-01', at: '2026-01-01T00:00:00Z', by: made.recordedBy, key: 'k', inputDigest: made.inputDigest },
    ],
  },
  adjustments: {
    id: 'j',
    clientId: 'a',
    employerId: 'e',
    type: 'EQUIPMENT',
    wording: '1.c2VhbGVk',
    state: 'PROPOSED',
    history: [],
    ...made,
  },
  capacities: {
    id: 'connect-to-work:Northgate',
    organisation: 'o',
    accepting: true,
    freePlaces: 3,
    expectedWaitDays: 14,
    asOf: '2026-01-01T00:00:00Z',
    reportedBy: 's',
    idempotencyKey: 'o:s:key',
  },
};

/** Every document that differs from this one in one place, by a path to the place. */
function* brokenCopies(document: Plain, path: readonly string[] = []): Generator<[string, Plain]> {
  for (const [field, value] of Object.entries(document)) {
    const at = [...path, field].join('.');
    yield [`${at} removed`, Object.fromEntries(Object.entries(document).filter(([name]) => name !== field))];
    yield [`${at} null`, { ...document, [field]: null }];
    yield [`${at} an object`, { ...document, [field]: { unexpected: true } }];
    if (typeof value === 'string') {
      yield [`${at} empty`, { ...document, [field]: '' }];
      yield [`${at} other words`, { ...document, [field]: 'OTHER words' }];
    }
    if (typeof value === 'number') yield [`${at} negative`, { ...document, [field]: -1 }];
    if (typeof value === 'number') yield [`${at} a fraction`, { ...document, [field]: 0.5 }];
    for (const [inner, put] of insidesOf(value)) {
      for (const [name, broken] of brokenCopies(inner, [...path, field]))
        yield [name, { ...document, [field]: put(broken) }];
    }
  }
  yield [`${[...path, 'unknown'].join('.')} added`, { ...document, unknown: 'x' }];
}

/** The objects within a value, each with how to put another in its place. */
function insidesOf(value: unknown): [Plain, (inner: Plain) => unknown][] {
  if (Array.isArray(value)) {
    const [first, ...others] = value as readonly unknown[];
    return insidesOf(first).length > 0 ? [[first as Plain, (inner) => [inner, ...others]]] : [];
  }
  return typeof value === 'object' && value !== null ? [[value as Plain, (inner) => inner]] : [];
}

function accepts(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

describe.each(Object.keys(samples) as CollectionName[])('a document of %s', (name) => {
  const validate = compileValidator(models[name]);
  const Mongoose = mongoose.model(name, models[name].schema);
  const mongooseAccepts = async ({ id, ...fields }: Plain): Promise<boolean> => {
    if (!accepts(() => new Mongoose({ _id: id, ...fields, version: 1 }))) return false;
    return new Mongoose({ _id: id, ...fields, version: 1 }).validate().then(
      () => true,
      () => false,
    );
  };

  test('is accepted as declared, by mongoose too', async () => {
    validate(samples[name]);
    expect(await mongooseAccepts(samples[name] as Plain)).toBe(true);
  });

  test('is refused wherever mongoose refuses it', async () => {
    const lenient: string[] = [];
    let refused = 0;
    for (const [what, broken] of brokenCopies(samples[name] as Plain)) {
      if (await mongooseAccepts(broken)) continue;
      refused += 1;
      if (accepts(() => validate(broken))) lenient.push(what);
    }
    expect(lenient).toEqual([]);
    expect(refused).toBeGreaterThan(5);
  });

  test('is accepted wherever mongoose accepts it, unless mongoose had to cast', async () => {
    const strict: string[] = [];
    for (const [what, broken] of brokenCopies(samples[name] as Plain)) {
      if ((await mongooseAccepts(broken)) && !accepts(() => validate(broken))) strict.push(what);
    }
    // Nulls and objects where text or a list stands are what mongoose makes something of.
    expect(strict.filter((what) => !/ (null|an object)$/.test(what))).toEqual([]);
  });
});

test('a consent names each recipient by exactly what it says', () => {
  const validate = compileValidator(models.consents);
  const naming = (recipient: object) => {
    const document = consent('c', 1, 'a');
    return { ...document, consent: { ...document.consent, recipients: [recipient] } };
  };
  expect(() => validate(naming({ kind: 'organisation', organisation: 'A' }))).not.toThrow();
  expect(() => validate(naming({ kind: 'organisation' }))).toThrow('consent: recipients: user defined');
  expect(() => validate(naming({ kind: 'organisation', audience: 'CLIENT' }))).toThrow();
  expect(() => validate(naming({ kind: 'audience', audience: 'CLIENT', organisation: 'A' }))).toThrow();
});

test('text that is not Unicode is refused: the SQLite binding would abort the process on it', () => {
  const validate = compileValidator(models.identifiers);
  expect(() => validate({ id: 'a\ud800', clientId: 'a', status: 'CURRENT' })).toThrow('identifiers: id: not Unicode');
  expect(() => validate({ id: 'a', clientId: '\udc00', status: 'CURRENT' })).toThrow('not Unicode');
});
