import { conditionCategories } from '../access/classification.js';
import type { ReferralDocument } from '../referral/document.js';
import { openMoves } from '../referral/machine.js';
import type { RequestContext } from './context.js';
import type { ReferralContent, ReferralHealth, ReferralProgress } from './generated.js';
import { isUnidentified, type ReferralFile } from './referral-file.js';
import { withheld } from './section-records.js';

type Typed<Name extends string, View> = View & { readonly __typename: Name };

/** One event, with the referral whose it is: its note is decided where somebody asks for it. */
export interface EventOfReferral {
  readonly referral: ReferralFile;
  readonly event: ReferralDocument['history'][number];
}

/** Free text can name a condition or a place, so it goes with what the referral tells. */
export function noteOf({ referral, event }: EventOfReferral, { services, disclosures }: RequestContext): string | null {
  const { permitted } = disclosures.decide(referral.file, 'REFERRALS', 'ReferralEvent.note');
  return permitted && event.note !== undefined && !referral.locationWithheld
    ? services.referrals.noteOf(event.note)
    : null;
}

/** Where a referral stands, as this caller may read it. */
export function progressOf(
  referral: ReferralFile,
  { services }: Pick<RequestContext, 'services'>,
): Typed<'ReferralProgress', Omit<ReferralProgress, 'history'> & { readonly history: readonly EventOfReferral[] }> {
  const { document, sides, locationWithheld } = referral;
  const { state, history, closedAt, streaming, clocks, outbox } = document;
  const sees = sides.includes('REQUESTER') || sides.includes('GATEWAY');
  return {
    __typename: 'ReferralProgress',
    state,
    stateReason: history.findLast((event) => event.to === state && event.from !== state)?.reason ?? null,
    closedAt: closedAt.startsWith('9999') ? null : closedAt,
    streaming: streaming
      ? {
          stream: streaming.stream,
          ruleResult: streaming.ruleResult ?? null,
          overrideReason:
            streaming.overrideReason === undefined ? null : services.referrals.noteOf(streaming.overrideReason),
          decidedBy: locationWithheld ? null : streaming.decidedBy.organisation,
          decidedAt: streaming.decidedAt,
        }
      : null,
    openMoves: openMoves(document, sides).filter(({ move }) => move !== 'ROUTE' || sides.includes('GATEWAY')),
    clocks: clocks.map(({ clock, startedAt, dueAt, stoppedAt, breachedAt }) => ({
      clock,
      startedAt,
      dueAt,
      stoppedAt: stoppedAt ?? null,
      breachedAt: breachedAt ?? null,
    })),
    history: history.map((event) => ({ referral, event })),
    deliveries: sees
      ? outbox.map(({ to, kind, state, attempts, deliveredAt, lastFault }) => ({
          to,
          kind,
          state,
          attempts,
          deliveredAt: deliveredAt ?? null,
          lastFault: lastFault ?? null,
        }))
      : [],
  };
}

/** What a referral tells of the person, their health left out. */
export function contentOf(
  { document, locationWithheld }: ReferralFile,
  { services }: RequestContext,
): Typed<'ReferralContent', ReferralContent> {
  const { person, reasonForReferral, goal, workSituation, adjustments, accessNeeds, safeContact } =
    services.referrals.contentOf(document);
  const { basis, statement } = document.sharing;
  return {
    __typename: 'ReferralContent',
    person: {
      givenName: person.givenName ?? null,
      familyName: person.familyName ?? null,
      birthDate: person.birthDate ?? null,
      identified: !isUnidentified(document.clientId),
    },
    // Free text can name a place.
    reasonForReferral: locationWithheld ? null : reasonForReferral,
    goal: goal ?? null,
    workSituation: locationWithheld ? null : (workSituation ?? null),
    adjustments: locationWithheld ? null : (adjustments ?? null),
    accessNeeds: locationWithheld ? [] : accessNeeds,
    safeContact:
      locationWithheld || !safeContact
        ? null
        : {
            ...safeContact,
            address: safeContact.address ?? null,
            times: safeContact.times ?? null,
            note: safeContact.note ?? null,
          },
    sharing: { basis, statement: statement === undefined ? null : services.referrals.noteOf(statement) },
    heardFrom: document.heardFrom ?? null,
  };
}

/** What a referral tells of health: every category is decided before anything is opened, so that a refusal tells nothing. */
export function healthOf(
  { document, file }: ReferralFile,
  { services, disclosures }: RequestContext,
): Typed<'ReferralHealth', ReferralHealth> {
  const decisions = conditionCategories.map((category) => disclosures.decide(file, category, 'TrackedReferral.health'));
  const open = new Set(decisions.filter(({ permitted }) => permitted).map(({ category }) => category));
  return {
    __typename: 'ReferralHealth',
    items: services.referrals.contentOf(document).health.filter(({ category }) => open.has(category)),
    withheld: decisions.filter(({ permitted }) => !permitted).map(withheld),
  };
}
