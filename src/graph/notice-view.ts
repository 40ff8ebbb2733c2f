import type { EmergencyReason } from '../access/types.js';
import { isOpen } from '../correction/machine.js';
import type { EmergencyGrantDocument } from '../store/documents/emergency-grant.js';
import type { NoticeDocument } from '../store/documents/notice.js';
import type { TaskDocument, TaskOutcome } from '../store/documents/task.js';
import type { RequestContext } from './context.js';
import type { Notice } from './generated.js';

/** One notice as it is read now. Undefined where what it tells of did not come about after all. */
export async function noticeView(
  notice: NoticeDocument,
  delayedUntil: string | undefined,
  context: RequestContext,
): Promise<Notice | undefined> {
  switch (notice.kind) {
    case 'EMERGENCY_ACCESS':
      return emergencyView(notice, delayedUntil, context);
    case 'FIRST_ACCESS':
      return firstAccessView(notice, delayedUntil, context);
    case 'CORRECTION_ANSWERED':
      return correctionView(notice, delayedUntil, context);
  }
}

/** That there is an answer, and what it came to; its words stand in `correctionRequests`. */
async function correctionView(
  { at, about, organisation, kind }: NoticeDocument,
  delayedUntil: string | undefined,
  { services }: RequestContext,
): Promise<Notice | undefined> {
  const correction = await services.corrections.byId(about);
  if (correction === undefined || isOpen(correction.state)) return undefined;
  const who = services.organisationName(organisation) ?? organisation;
  return {
    kind,
    at,
    organisation,
    audience: 'PRIVACY_OFFICER',
    sentence: [
      `${who} was asked to put something right in your record.`,
      correction.state === 'CORRECTED'
        ? `They did so on ${dayOf(at)}, and those who had seen it were told.`
        : `They said no on ${dayOf(at)}. You can read why, and you can complain to the Information Commissioner.`,
    ].join(' '),
    delayedUntil: delayedUntil ?? null,
  };
}

/** With the access as it stands, and its review. */
async function emergencyView(
  { at, about, organisation, kind }: NoticeDocument,
  delayedUntil: string | undefined,
  { services }: RequestContext,
): Promise<Notice | undefined> {
  const [grant, review] = await Promise.all([
    services.emergency.byId(about),
    services.tasks.byKey('EMERGENCY_ACCESS_REVIEW', about),
  ]);
  if (grant?.state !== 'OPEN') return undefined;
  const { audience } = grant;
  return {
    kind,
    at,
    organisation,
    audience,
    sentence: sentenceOf(grant, review, capitalised(whoWords(grant, services))),
    delayedUntil: delayedUntil ?? null,
  };
}

/** Who, why, and that they had never seen anything of the client before. */
function firstAccessView(
  { at, organisation, kind, audience, purpose }: NoticeDocument,
  delayedUntil: string | undefined,
  { services }: RequestContext,
): Notice | undefined {
  if (!audience) return undefined;
  const { told, why } = services.historyWords;
  const looked = purpose === undefined ? told.somebodyElse : told.looked.replace('{why}', why[purpose]);
  return {
    kind,
    at,
    organisation,
    audience,
    sentence: [
      looked.replace('{who}', capitalised(whoWords({ audience, organisation }, services))),
      told.firstTime.replace('{day}', dayOf(at)),
    ].join(' '),
    delayedUntil: delayedUntil ?? null,
  };
}

/** Plain words, reading age 9. */
function sentenceOf(
  { reason, openedAt, endsAt, closedAt }: EmergencyGrantDocument,
  review: TaskDocument | undefined,
  who: string,
): string {
  const until = closedAt === undefined ? 'It ends by itself' : 'They closed it';
  return [
    `${who} opened your record in an emergency on ${dayOf(openedAt)} at ${timeOf(openedAt)}, because ${reasonWords[reason]}.`,
    `${until} at ${timeOf(endsAt)}${dayOf(endsAt) === dayOf(openedAt) ? '' : ` on ${dayOf(endsAt)}`}.`,
    review?.outcome === undefined
      ? 'Somebody at that organisation who looks after privacy will check if this was right.'
      : reviewWords[review.outcome],
  ].join(' ');
}

/** "a doctor or nurse at Riverside Medical Practice", in the words of the access history. */
function whoWords(
  { audience, organisation }: Pick<EmergencyGrantDocument, 'audience' | 'organisation'>,
  { historyWords, organisationName }: RequestContext['services'],
): string {
  return `${historyWords.who[audience]} at ${organisationName(organisation) ?? organisation}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const reasonWords: Readonly<Record<EmergencyReason, string>> = {
  RISK_TO_LIFE: 'somebody’s life was in danger',
  CANNOT_BE_ASKED: 'you could not be asked and it could not wait',
  SAFEGUARDING: 'somebody was at risk of being hurt',
};

const reviewWords: Readonly<Partial<Record<TaskOutcome, string>>> = {
  JUSTIFIED: 'It was checked, and it was right.',
  NOT_JUSTIFIED: 'It was checked, and it was not right. You can ask them what they did about it.',
};

/** The client's own clock: the hub is used in one time zone. */
const london = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });
const dayFormat = london({ day: 'numeric', month: 'long', year: 'numeric' });
const timeFormat = london({ hour: '2-digit', minute: '2-digit' });
const dayOf = (instant: string): string => dayFormat.format(new Date(instant));
const timeOf = (instant: string): string => timeFormat.format(new Date(instant));
