import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { NHSNumber, Viewer } from '../access/types.js';
import type { Hub } from '../hub.js';
import type { MoveInput } from '../referral/move-referral.js';
import type { ReferralDocument } from '../referral/document.js';
import { dundee } from './gateways.js';
import { personas } from './personas.js';

type By = 'clinician' | 'work-and-health-coach';
type Walk = readonly (readonly [by: By, input: MoveInput])[];

const acknowledge = ['work-and-health-coach', { move: 'ACKNOWLEDGE' }] as const;
const accept = ['work-and-health-coach', { move: 'ACCEPT' }] as const;
const meet = ['work-and-health-coach', { move: 'RECORD_FIRST_CONTACT' }] as const;
const askToCancel = ['clinician', { move: 'ASK_TO_CANCEL', reason: 'CIRCUMSTANCES_CHANGED' }] as const;

/** What happened to each referral of the demonstration: together they stand in every state. The first is still a draft. */
const walks: readonly Walk[] = [
  [],
  [],
  [acknowledge],
  [acknowledge, accept],
  [['work-and-health-coach', { move: 'REJECT', reason: 'NOT_ELIGIBLE', note: 'Works for a large employer.' }]],
  [
    acknowledge,
    accept,
    meet,
    ['work-and-health-coach', { move: 'UPDATE', note: 'Back at work three mornings a week.' }],
  ],
  [accept, meet, ['work-and-health-coach', { move: 'HOLD', note: 'In hospital until next month.' }]],
  [accept, askToCancel],
  [accept, askToCancel, ['work-and-health-coach', { move: 'CONFIRM_CANCEL' }]],
  [['work-and-health-coach', { move: 'EXPIRE', reason: 'CLIENT_NOT_REACHED' }]],
  [acknowledge, accept, meet, ['work-and-health-coach', { move: 'COMPLETE', note: 'Back at work full time.' }]],
  [accept, ['work-and-health-coach', { move: 'FAIL', reason: 'CLIENT_DISENGAGED' }]],
  [['clinician', { move: 'MARK_ENTERED_IN_ERROR', reason: 'REFERRED_IN_ERROR' }]],
];

/** Refers some people, once: every key is always the same, so that a second start finds what the first one did. */
export async function enrolReferrals(hub: Hub, people: readonly SandboxPerson[]): Promise<void> {
  // Every fourth is known to all four partners.
  const referred = people.filter((_, index) => index % 4 === 0);
  for (const [index, walk] of walks.entries()) {
    const person = referred[index];
    const client = person && (await hub.services.directory.byNHSNumber(person.nhsNumber as NHSNumber));
    if (client) await enrolOne(hub, client.id, index, walk);
  }
}

async function enrolOne(hub: Hub, clientId: ReferralDocument['clientId'], index: number, walk: Walk): Promise<void> {
  const { referrals } = hub.services;
  const { programme, area } = dundee;
  const submitted = await referrals.submit(
    viewerOf('clinician'),
    `demonstration-referral-${index}`,
    {
      programme,
      area,
      channel: 'GENERAL_PRACTICE',
      heardFrom: 'GENERAL_PRACTICE',
      sharing: { basis: 'CONSENT', statement: 'Spoken consent in the consultation.' },
      content: {
        person: {},
        reasonForReferral: 'Off work for some weeks and would like help to go back.',
        goal: 'RETURN_TO_WORK',
        accessNeeds: index % 3 === 0 ? ['Step-free access'] : [],
        safeContact: { method: 'TEXT', address: '07700 900123', times: 'mornings', mayLeaveMessage: false },
        health: [],
      },
      draft: index === 0,
    },
    { clientId },
  );
  // Made by an earlier version of the hub, which took it with other words or wrote its digest down another way: it stays as it is.
  if (submitted.kind === 'refused' && submitted.reason === 'IDEMPOTENCY_KEY_REUSED') return;
  if (submitted.kind === 'refused') throw new Error(`Demonstration referral ${index}: ${submitted.message}`);
  for (const [step, [by, input]] of walk.entries()) {
    await referrals.move(viewerOf(by), submitted.document, `demonstration-referral-${index}-${step}`, input);
  }
}

function viewerOf(name: By): Viewer {
  const { subject, organisation, role, purpose } = personas[name].claims;
  return { subject, organisation, audience: role, purpose, issuer: 'demonstration' };
}
