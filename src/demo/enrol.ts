import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { ClientId, NHSNumber, Viewer } from '../access/types.js';
import type { Hub } from '../hub.js';
import type { ConsentTerms } from '../consent/desk.js';
import { recordLinked, specialConsents } from './special-consents.js';
import { organisations, type PartnerName } from './organisations.js';

const enrolledFrom = Date.UTC(2026, 8, 1);
const minuteMs = 60_000;

/**
 * Enrols the population with the four partners and records their consents, once: a second start finds them there.
 * Every consent state is present: active, withdrawn, refused, ended, not yet begun, denied, with exceptions, for one named person,
 * replaced, given by a representative, none.
 */
export async function enrolPopulation(hub: Hub, people: readonly SandboxPerson[]): Promise<void> {
  const last = people.at(-1);
  if (last && (await hub.services.directory.byNHSNumber(last.nhsNumber as NHSNumber))) return;
  // The last one last: it is the mark that all are there. Whatever an interrupted start left is found and kept.
  await Promise.all(people.slice(0, -1).map((person, index) => enrolOne(hub, person, index)));
  if (last) await enrolOne(hub, last, people.length - 1);
}

async function enrolOne(hub: Hub, person: SandboxPerson, index: number): Promise<void> {
  const { directory } = hub.services;
  const enrolledAt = new Date(enrolledFrom + index * 7 * minuteMs).toISOString();
  const clientId = await directory.enrol({
    nhsNumber: person.nhsNumber as NHSNumber,
    ...(person.nino !== undefined && { nino: person.nino }),
    externalIds: person.provider ? { 'provider-dataverse': person.provider.contactId } : {},
    enrolledAt,
  });
  await Promise.all(
    partnersOf(index).map((partner) => {
      const { id, kind } = organisations[partner];
      return directory.relate({ organisation: id, clientId, kind, since: enrolledAt });
    }),
  );
  await recordConsents(hub, clientId, index);
}

/** Most people are known to all four; some only to a few, so that "nobody of yours" can be tried. */
function partnersOf(index: number): readonly PartnerName[] {
  if (index % 10 === 5) return ['practice', 'provider'];
  if (index % 10 === 6) return ['jobcentre'];
  if (index % 4 === 3) return ['practice', 'jobcentre', 'board'];
  return ['practice', 'jobcentre', 'provider', 'board'];
}

const evidence: ConsentTerms['evidence'] = {
  method: 'ELECTRONIC',
  wording:
    'I agree that the people named here may see the information named here, so that they can help me with work and health. I can change my mind at any time.',
  language: 'en-GB',
  givenBy: 'CLIENT',
};

const workAndSupport: Omit<ConsentTerms, 'period'> = {
  effect: 'PERMIT',
  categories: ['EMPLOYMENT_STATUS', 'REFERRALS', 'SUPPORT', 'WORK_STATUS'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  evidence,
};
const healthToProvider: Omit<ConsentTerms, 'period'> = {
  effect: 'PERMIT',
  categories: ['BENEFITS', 'CONDITIONS', 'CONTACT', 'FIT_NOTES', 'MEASURES', 'WORK_STATUS'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  request: { what: 'Which benefits are in payment, for a calculation of how work would change them.' },
  evidence,
};
const healthToJobcentre: Omit<ConsentTerms, 'period'> = {
  effect: 'PERMIT',
  categories: ['CONTACT', 'EMPLOYMENT_STATUS', 'FIT_NOTES', 'SUPPORT'],
  recipients: [{ kind: 'organisation', organisation: organisations.jobcentre.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  evidence,
};
const namedToBoard: Omit<ConsentTerms, 'period'> = {
  effect: 'PERMIT',
  categories: ['DEMOGRAPHICS', 'REFERRALS', 'SUPPORT', 'WORK_STATUS'],
  recipients: [{ kind: 'organisation', organisation: organisations.board.id }],
  purposes: ['COMMISSIONING'],
  evidence,
};

const open = { start: '2026-01-01' };
const ended = { start: '2025-01-01', end: '2026-01-31' };
const notBegun = { start: '2099-01-01' };

/** Which consents the person at a place of the list has given: eight patterns in turn. */
function consentsOf(index: number): readonly { terms: ConsentTerms; withdrawn?: boolean }[] {
  const special = specialConsents(index);
  if (special) return special.map((terms) => ({ terms }));
  switch (index % 8) {
    case 0:
      return [workAndSupport, healthToProvider, healthToJobcentre, namedToBoard].map((terms) => ({
        terms: { ...terms, period: open },
      }));
    case 1:
      return [{ terms: { ...workAndSupport, period: open } }, { terms: { ...healthToProvider, period: open } }];
    case 2:
      return [
        { terms: { ...workAndSupport, period: open }, withdrawn: true },
        { terms: { ...healthToProvider, period: open } },
      ];
    case 3:
      return [{ terms: { ...workAndSupport, period: ended } }, { terms: { ...healthToJobcentre, period: open } }];
    case 4:
      return [{ terms: { ...workAndSupport, period: notBegun } }];
    case 5:
      return [
        { terms: { ...workAndSupport, period: open } },
        { terms: { ...healthToProvider, effect: 'DENY', period: open } },
        { terms: { ...healthToProvider, period: open } },
      ];
    case 6:
      return [{ terms: { ...healthToProvider, period: open, dataPeriod: { start: '2026-08-01' } } }];
    default:
      return [];
  }
}

async function recordConsents(hub: Hub, clientId: ClientId, index: number): Promise<void> {
  const viewer: Viewer = {
    subject: 'demonstration',
    organisation: organisations.provider.id,
    audience: 'WORK_AND_HEALTH_COACH',
    purpose: 'EMPLOYMENT_SUPPORT',
    issuer: 'demonstration',
  };
  for (const [number, { terms, withdrawn }] of consentsOf(index).entries()) {
    const key = `demonstration-${index}-${number}`;
    const outcome = await hub.services.consents.record(viewer, clientId, key, terms);
    if (outcome.kind === 'refused') throw new Error(`Demonstration consent ${key}: ${outcome.message}`);
    if (withdrawn === true)
      await hub.services.consents.withdraw(viewer, outcome.document, `${key}-withdrawn`, 'I changed my mind.');
  }
  await recordLinked(hub, clientId, index);
}
