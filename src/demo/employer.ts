import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { NHSNumber, Viewer } from '../access/types.js';
import type { ConsentTerms } from '../consent/desk.js';
import type { Hub } from '../hub.js';
import { organisations } from './organisations.js';
import { demoEmployer } from './personas.js';

const coach: Viewer = {
  subject: 'demonstration',
  organisation: organisations.provider.id,
  audience: 'WORK_AND_HEALTH_COACH',
  purpose: 'EMPLOYMENT_SUPPORT',
  issuer: 'demonstration',
};

const toEmployer: ConsentTerms = {
  effect: 'PERMIT',
  categories: ['NAMED_TO_EMPLOYER', 'WORKPLACE_ADJUSTMENTS'],
  recipients: [{ kind: 'organisation', organisation: demoEmployer }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  evidence: {
    method: 'WRITTEN',
    wording: 'I agree that my employer may know that I am supported, and what is to change for me at work.',
    language: 'en-GB',
    givenBy: 'CLIENT',
  },
};

/** How many of the provider's first people work there, and the first of them who lets the employer know. */
const staffCount = 9;

/**
 * One employer with an enquiry, advice, and nine supported staff, of whom one lets it know; recorded under fixed keys, so that a
 * second start finds it there.
 */
export async function recordDemoEmployer(hub: Hub, people: readonly SandboxPerson[]): Promise<void> {
  const { employers, consents, directory } = hub.services;
  const recorded = await employers.records.record(coach, 'demonstration-employer', {
    name: 'Broadland Bakery',
    headcount: 250,
    postcodeDistrict: 'DD1',
    organisation: demoEmployer,
  });
  // Made by an earlier version of the hub, as in `referrals.ts`: it stays as it is.
  if (recorded.kind === 'refused' && recorded.reason === 'IDEMPOTENCY_KEY_REUSED') return;
  const employer = done(recorded);
  const question = 'Two people in the bakehouse are off with bad backs. What could we change?';
  const enquiry = done(
    await employers.enquiries.enquire(coach, 'demonstration-enquiry', {
      employerId: employer.id,
      topic: 'SICKNESS_ABSENCE',
      question,
    }),
  );
  const text = 'Lifting aids for the flour sacks, and a visit by an occupational therapist on Thursday.';
  await employers.enquiries.advise(coach, 'demonstration-advice', enquiry.id, {
    kind: 'TELEPHONE',
    text,
    close: false,
  });
  const staff = [];
  for (const person of people) {
    const found = await directory.byNHSNumber(person.nhsNumber as NHSNumber);
    if (found && (await directory.isRelated(coach, found.id, undefined))) staff.push(found.id);
    if (staff.length === staffCount) break;
  }
  for (const [index, clientId] of staff.entries()) {
    const since = { since: `2026-0${1 + index}-05` };
    await employers.staff.support(coach, `demonstration-staff-${index}`, employer.id, clientId, since);
  }
  const [first] = staff;
  if (first === undefined) return;
  await consents.record(coach, first, 'demonstration-employer-consent', toEmployer);
  const adjustment = done(
    await employers.adjustments.propose(coach, 'demonstration-adjustment', employer.id, first, {
      type: 'PHASED_RETURN',
      wording: 'Four hours a day for the first two weeks, then six.',
    }),
  );
  const agreed = { move: 'AGREE', on: '2026-09-14' } as const;
  await employers.adjustments.move(coach, 'demonstration-agreed', adjustment.id, 'SERVICE', agreed);
}

function done<Document>(
  outcome:
    { readonly kind: 'done'; readonly document: Document } | { readonly kind: 'refused'; readonly message: string },
): Document {
  if (outcome.kind === 'refused') throw new Error(`Demonstration employer: ${outcome.message}`);
  return outcome.document;
}
