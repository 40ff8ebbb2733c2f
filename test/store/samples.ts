import type { ClientId, OrganisationId } from '../../src/access/types.js';
import type { CaseDocument } from '../../src/support/case-document.js';
import type { EmployerCaseDocument } from '../../src/employer/case-document.js';
import type { GroupSessionDocument, SessionDocument } from '../../src/support/session-document.js';
import type { ReferralDocument } from '../../src/referral/document.js';
import type { ConsentDocument, LedgerDocument, Sealed } from '../../src/store/documents.js';
import type { RelationshipDocument } from '../../src/store/documents/relationship.js';

/** As a text of a person is stored. */
const sealedText = '1.c2VhbGVk' as Sealed;

type New<Document> = Omit<Document, 'version'>;

export const client = (name: string): ClientId => name as ClientId;
export const organisation = (name: string): OrganisationId => name as OrganisationId;

/** That `who` works with `whom` since a day of January 2026. */
export function relationship(who: string, whom: string, day = 1): New<RelationshipDocument> {
  return {
    id: `${who}:${whom}`,
    organisation: organisation(who),
    clientId: client(whom),
    kind: 'SUPPORT_PROVIDER',
    since: `2026-01-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  };
}

/** The writer's `sequence`th record, about 1 KB. */
export function ledgerRecord(writer: string, sequence: number, about?: string): New<LedgerDocument> {
  return {
    id: `${writer}:${sequence}`,
    writer,
    sequence,
    previousHash: sequence === 1 ? '' : 'b'.repeat(64),
    hash: 'a'.repeat(64),
    at: new Date(Date.UTC(2026, 0, 1) + sequence * 1000).toISOString(),
    ...(about !== undefined && { clientId: client(about) }),
    viewer: { subject: 'dr-1', organisation: organisation('Y12345'), audience: 'CLINICIAN', purpose: 'DIRECT_CARE' },
    operation: { name: 'ClientView', digest: 'c'.repeat(64) },
    correlationId: `correlation-${sequence}`,
    policyVersion: '2026-01-01',
    lines: ['conditions', 'employment', 'fitNotes', 'support'].map((section) => ({
      section: `Client.${section}`,
      category: 'CONDITIONS',
      outcome: 'PERMITTED',
      rule: 'clinician-direct-care',
      basis: 'DIRECT_CARE',
      consents: ['consent-1@2'],
      sources: ['nhs-care-record'],
    })),
  };
}

export function consent(id: string, version: number, about: string, key = `${id}:${version}`): New<ConsentDocument> {
  return {
    id: `${id}:${String(version).padStart(6, '0')}:${key}`,
    consentId: id,
    consentVersion: version,
    clientId: client(about),
    consent: {
      id,
      version,
      status: 'ACTIVE',
      effect: 'PERMIT',
      categories: ['EMPLOYMENT_STATUS', 'SUPPORT'],
      recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
      purposes: ['DIRECT_CARE'],
      period: { start: '2026-01-01' },
    },
    evidence: { method: 'SPOKEN', wording: sealedText, language: 'en-GB', givenBy: 'CLIENT' },
    recordedBy: { subject: 'coach-1', organisation: organisation('PROV1'), audience: 'WORK_AND_HEALTH_COACH' },
    recordedAt: '2026-01-01T09:00:00.000Z',
    idempotencyKey: key,
    inputDigest: 'd'.repeat(64),
  };
}

/** A referral with something in every field. */
export function referral(id: string, about: string, key = id): New<ReferralDocument> {
  const at = '2026-01-01T09:00:00.000Z';
  const by = { subject: 'dr-1', organisation: organisation('Y12345'), audience: 'CLINICIAN' } as const;
  const sealed = '1.c2VhbGVk' as ReferralDocument['content'];
  return {
    id,
    correlationId: `correlation-${id}`,
    onwardFrom: 'earlier',
    clientId: client(about),
    programme: 'connect-to-work',
    programmeVersion: '1',
    area: 'Northgate',
    channel: 'GENERAL_PRACTICE',
    heardFrom: 'INTERNET',
    requester: by,
    requesterOrganisation: by.organisation,
    gatewayOrganisation: organisation('GATE'),
    targetOrganisation: organisation('PROV1'),
    identified: { by, at },
    streaming: { stream: 'health', ruleResult: 'work', overrideReason: sealedText, decidedBy: by, decidedAt: at },
    state: 'CANCEL_PENDING',
    before: ['REQUESTED'],
    sharing: { basis: 'CONSENT', consent: 'c@1', statement: sealedText },
    content: sealed,
    history: [
      {
        move: 'ASK_TO_CANCEL',
        at,
        from: 'REQUESTED',
        to: 'CANCEL_PENDING',
        side: 'REQUESTER',
        by,
        reason: 'DUPLICATE',
        note: sealed,
        key: 'o:s:k',
        inputDigest: 'd'.repeat(64),
      },
    ],
    clocks: [{ clock: 'ACCEPTANCE', startedAt: at, dueAt: at, stoppedAt: at, breachedAt: at }],
    outbox: [
      {
        id: 'm',
        requestId: 'q',
        kind: 'NEW',
        to: organisation('GATE'),
        state: 'DELIVERED',
        queuedAt: at,
        attempts: 1,
        dueAt: at,
        holder: 'h',
        resentAt: at,
        deliveredAt: at,
        lastFault: 'TIMEOUT',
      },
    ],
    recordedAt: at,
    submittedAt: at,
    closedAt: at,
    nextClockAt: at,
    nextDeliveryAt: at,
    idempotencyKey: key,
    inputDigest: 'd'.repeat(64),
  };
}

/** A case with something in every field. */
export function caseOfSupport(id: string): New<CaseDocument> {
  const at = '2026-01-01T00:00:00Z';
  const on = '2026-01-01';
  const by = { subject: 's', organisation: 'o' as OrganisationId, audience: 'PROVIDER_MANAGER' } as const;
  const content = '1.sealed' as Sealed;
  return {
    id,
    clientId: 'c' as ClientId,
    organisation: 'o' as OrganisationId,
    programme: 'workwell',
    programmeVersion: '2024-10-01',
    stream: 'S',
    area: 'A',
    referral: 'r',
    status: 'DISCHARGED',
    entry: 'FIRST',
    slot: `ended:${id}`,
    openedAt: at,
    facts: content,
    manager: 's',
    managers: [{ subject: 's', role: 'COACH', from: at, until: at, reason: sealedText }],
    plannedEndOn: on,
    nextLookOn: on,
    extensions: [{ at, reason: 'WAITING', from: on, to: on }],
    snapshots: [
      { point: 'DISCHARGE', on, recordedAt: at, employmentStatus: '01', hoursPerWeek: 16, absent: true, daysAbsent: 3 },
    ],
    assessments: [{ number: 1, at, by, content }],
    plans: [{ number: 1, at, by, content }],
    actions: [
      {
        id: 'a',
        description: content,
        strand: 'WORK',
        owner: 'o' as OrganisationId,
        dueOn: on,
        state: 'OPEN',
        changedAt: at,
      },
    ],
    interventions: [
      {
        id: 'i',
        category: 'PHYSIOTHERAPY',
        provider: sealedText,
        integrated: true,
        barrier: 'BACK_OR_NECK',
        state: 'COMPLETED',
        requestedOn: on,
        acceptedOn: on,
        firstAttendedOn: on,
        completedOn: on,
      },
    ],
    needs: content,
    discharge: { on, reason: 'DONE', destination: sealedText, bulk: 'b' },
    history: [{ kind: 'DISCHARGED', at, by, key: 'o:s:key', inputDigest: 'd'.repeat(64) }],
    idempotencyKey: `o:s:${id}`,
    inputDigest: 'd'.repeat(64),
  };
}

const sitting = {
  startsAt: '2026-01-01T00:00:00Z',
  minutes: 60,
  topic: 'CONFIDENCE',
  mode: 'IN_PERSON',
  hostedBy: 'o' as OrganisationId,
  deliveredBy: 'o' as OrganisationId,
  role: 'COACH',
} as const;
const asked = { idempotencyKey: 'o:s:key', inputDigest: 'd'.repeat(64) } as const;

/** A session with something in every field. */
export const session: New<SessionDocument> = {
  id: 's',
  ...sitting,
  place: sealedText,
  caseId: 'c',
  clientId: 'c' as ClientId,
  organisation: 'o' as OrganisationId,
  group: 'g',
  state: 'ATTENDED',
  bookedAt: '2026-01-01T00:00:00Z',
  bookedBy: { subject: 's', organisation: 'o' as OrganisationId, audience: 'PROVIDER_MANAGER' },
  closedAt: '2026-01-01T00:00:00Z',
  ...asked,
};

/** A group's sitting with something in every field. */
export const groupSession: New<GroupSessionDocument> = {
  id: 'g',
  ...sitting,
  place: 'A café',
  organisation: 'o' as OrganisationId,
  programme: 'p',
  programmeVersion: '2024-10-01',
  capacity: 8,
  roster: ['c'],
  series: 's',
  number: 1,
  ...asked,
};

/** An employer's case with something in every field. */
export const employerCase: New<EmployerCaseDocument> = {
  id: 'e',
  employerId: 'f',
  organisation: 'o' as OrganisationId,
  programme: 'p',
  programmeVersion: '2018-06-01',
  stream: 'S',
  area: 'A',
  status: 'DISCHARGED',
  slot: 'ended:e',
  openedAt: '2026-01-01T00:00:00Z',
  plannedEndOn: '2026-05-01',
  nextLookOn: '9999-12-31',
  discharge: { on: '2026-04-01', reason: 'COMPLETED' },
  changes: [
    {
      kind: 'EXTENDED',
      reason: 'AWAITING_INTERVENTION',
      from: '2026-04-01',
      to: '2026-05-01',
      at: '2026-01-01T00:00:00Z',
      by: { subject: 's', organisation: 'o' as OrganisationId, audience: 'PROVIDER_MANAGER' },
      key: 'o:s:key',
      inputDigest: 'd'.repeat(64),
    },
  ],
  recordedBy: { subject: 's', organisation: 'o' as OrganisationId, audience: 'PROVIDER_MANAGER' },
  recordedAt: '2026-01-01T00:00:00Z',
  inputDigest: 'd'.repeat(64),
};

/** The first `count` records of a writer. */
export function newRecords(writer: string, count: number, about: string): readonly New<LedgerDocument>[] {
  return Array.from({ length: count }, (_, at) => ledgerRecord(writer, at + 1, about));
}
