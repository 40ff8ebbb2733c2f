import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import { partnerOperation, partnerViewer, showToPartner } from '../graph/partner-referral.js';
import { keepPlace } from '../graph/referral-places.js';
import type { Hub } from '../hub.js';
import * as pages from '../referral/partner-link/page.js';
import type { ReferralLinkDocument } from '../referral/partner-link/document.js';
import { sessionMinutes } from '../referral/partner-link/links.js';
import { referralReasons } from '../referral/words.js';

/** Where a partner's links lead. */
export const partnerPath = '/partner/referral/';

export interface PartnerReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const html = 'text/html; charset=utf-8';
const largestForm = 1_000;
/** No script, no style, nothing from anywhere, in no frame; and the link goes nowhere with a click. */
const security = {
  'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-robots-tag': 'noindex',
};
const reply = (body: string, status = 200, headers = {}): PartnerReply => ({
  status,
  contentType: html,
  body,
  headers: { ...security, ...headers },
});

/**
 * The page behind a one-time link. Opening it does nothing, because mail scanners open links: the code is asked for by a
 * form, sent to another device, and only the right code uses the link up.
 */
export async function partnerPage(request: IncomingMessage, path: string, hub: Hub): Promise<PartnerReply> {
  const token = path.slice(partnerPath.length);
  const link = await hub.partnerLinks.open(token);
  const receiver = link && hub.deliveries.to(link.organisation);
  if (!link || !receiver) return reply(pages.gone(), 404);
  const session = /(?:^|;\s*)referral_session=([\w-]{43})/.exec(request.headers.cookie ?? '')?.[1];
  const isInside = hub.partnerLinks.isInside(link, session);
  if (request.method !== 'POST')
    return isInside
      ? referralPage(link, hub)
      : reply(link.state === 'OPEN' ? pages.askForCode() : pages.gone(), link.state === 'OPEN' ? 200 : 404);
  const form = await readForm(request);
  switch (form.get('do')) {
    case 'code':
      return sendCode(link, hub);
    case 'enter': {
      const opened = await hub.partnerLinks.enter(link, form.get('code') ?? '');
      if (opened === undefined) return reply(pages.enterCode(true), 403);
      const secure =
        hub.settings.referral.deliveries['one-time-link']?.publicUrl.startsWith('https:') === true ? '; Secure' : '';
      const cookie = `referral_session=${opened}; Path=${path}; Max-Age=${sessionMinutes * 60}; HttpOnly; SameSite=Strict${secure}`;
      return reply('', 303, { location: path, 'set-cookie': cookie });
    }
    case 'accept':
    case 'reject':
      return isInside ? answerReferral(link, form, hub) : reply(pages.gone(), 404);
    default:
      return reply(pages.askForCode(), 400);
  }
}

async function sendCode(link: ReferralLinkDocument, hub: Hub): Promise<PartnerReply> {
  const text = hub.deliveries.textTo(link.organisation);
  const code = text && (await hub.partnerLinks.newCode(link));
  if (text === undefined || code === undefined) return reply(pages.gone(), 404);
  try {
    await text(code, link.id.slice(0, 16), AbortSignal.timeout(10_000));
  } catch (error) {
    hub.services.report({ what: 'a code for a partner', correlationId: '-', error });
  }
  return reply(pages.enterCode(false));
}

async function contextOf(link: ReferralLinkDocument, hub: Hub) {
  const receiver = hub.deliveries.to(link.organisation);
  const document = await hub.services.referrals.byId(link.referralId);
  if (!receiver || !document) return undefined;
  const viewer = partnerViewer(link.organisation, receiver);
  const signal = AbortSignal.timeout(hub.settings.requestDeadlineMs);
  const operation = { ...partnerOperation };
  return { document, context: await hub.openRequest({ viewer, operation, correlationId: randomUUID(), signal }) };
}

async function referralPage(link: ReferralLinkDocument, hub: Hub): Promise<PartnerReply> {
  const opened = await contextOf(link, hub);
  const shown = opened && (await showToPartner(opened.document, opened.context));
  return shown ? reply(pages.showReferral(shown)) : reply(pages.gone(), 404);
}

async function answerReferral(link: ReferralLinkDocument, form: URLSearchParams, hub: Hub): Promise<PartnerReply> {
  const opened = await contextOf(link, hub);
  if (!opened) return reply(pages.gone(), 404);
  const accepts = form.get('do') === 'accept';
  const reason = referralReasons.find((each) => each === form.get('reason'));
  if (accepts && !(await keepPlace(opened.document, 'ACCEPT', { services: hub.services }))) {
    return reply(pages.done('The programme has no place left there'), 409);
  }
  const outcome = await hub.services.referrals.move(
    opened.context.viewer,
    opened.document,
    `link-${link.id.slice(0, 32)}-${accepts ? 'accept' : 'reject'}`,
    accepts ? { move: 'ACCEPT' } : { move: 'REJECT', ...(reason && { reason }) },
  );
  await opened.context.disclosures.settle();
  if (outcome.kind === 'refused') return reply(pages.done(outcome.message), 409);
  return reply(pages.done(accepts ? 'You accepted the referral' : 'You rejected the referral'));
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= largestForm) chunks.push(chunk as Buffer);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
