import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { OrganisationId } from '../../access/types.js';
import { DuplicateKey, VersionConflict } from '../../store/port.js';
import type { Store } from '../../store/port.js';
import type { ReferralLinkDocument } from './document.js';

/** One-time links: a token that opens a page, a code by another way that opens the referral, a session that ends. */
export interface PartnerLinks {
  /** The token of a sending's link: always the same for the same sending, so that one that is tried again is no second link. */
  issue(sending: string, referralId: string, organisation: OrganisationId): Promise<string>;
  /** Nothing opens by this sending's link any more, and no session that it opened goes on. */
  revoke(sending: string): Promise<void>;
  /** Whether a sending's link was issued and opens nothing any more: it ran out, was locked, or was used and its session is over. */
  isSpent(sending: string): Promise<boolean>;
  /** The link of a token; undefined where there is none that still opens. */
  open(token: string): Promise<ReferralLinkDocument | undefined>;
  /** A new code for whoever holds the link; undefined where enough were sent. */
  newCode(link: ReferralLinkDocument): Promise<string | undefined>;
  /** A session, where the code is right; the link is used up by it. */
  enter(link: ReferralLinkDocument, code: string): Promise<string | undefined>;
  /** Whether a session that the link opened still runs. */
  isInside(link: ReferralLinkDocument, session: string | undefined): boolean;
}

const linkHours = 72;
const codeMinutes = 10;
export const sessionMinutes = 30;
const mostCodes = 3;
/** Of a million codes, five guesses. */
const mostGuesses = 5;
const minuteMs = 60_000;

/** @param secret 32 bytes */
export function createPartnerLinks({
  store,
  secret,
  now,
}: {
  store: Store;
  secret: Buffer;
  now: () => number;
}): PartnerLinks {
  const links = store.collection('referralLinks');
  const after = (minutes: number): string => new Date(now() + minutes * minuteMs).toISOString();
  const isOver = (instant: string | undefined): boolean => instant === undefined || Date.parse(instant) <= now();

  const tokenOf = (sending: string): string => createHmac('sha256', secret).update(sending).digest('base64url');
  const opens = ({ state, expiresAt, sessionUntil }: ReferralLinkDocument): boolean =>
    state !== 'LOCKED' && !isOver(expiresAt) && (state === 'OPEN' || !isOver(sessionUntil));

  /** Whoever changes a link alone: of two who use it at once, one is told that it is used. */
  async function change(link: ReferralLinkDocument, changes: Partial<ReferralLinkDocument>): Promise<boolean> {
    const { version, ...kept } = link;
    try {
      await links.replace({ ...kept, ...changes }, version);
      return true;
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }

  return {
    async issue(sending, referralId, organisation) {
      const token = tokenOf(sending);
      try {
        await links.insert({
          id: hashOf(token),
          referralId,
          organisation,
          createdAt: after(0),
          expiresAt: after(linkHours * 60),
          state: 'OPEN',
          codesSent: 0,
          guesses: 0,
        });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
      return token;
    },
    async revoke(sending) {
      for (;;) {
        const link = await links.get(hashOf(tokenOf(sending)));
        if (!link || link.state === 'LOCKED' || (await change(link, { state: 'LOCKED' }))) return;
      }
    },
    async isSpent(sending) {
      const link = await links.get(hashOf(tokenOf(sending)));
      return link !== undefined && !opens(link);
    },
    async open(token) {
      if (!/^[\w-]{43}$/.test(token)) return undefined;
      const link = await links.get(hashOf(token));
      return link && opens(link) ? link : undefined;
    },
    async newCode(link) {
      if (link.state !== 'OPEN' || link.codesSent >= mostCodes) return undefined;
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const changed = await change(link, {
        codesSent: link.codesSent + 1,
        codeHash: hashOf(`${link.id} ${code}`),
        codeExpiresAt: after(codeMinutes),
      });
      return changed ? code : undefined;
    },
    async enter({ version, ...link }, code) {
      if (link.state !== 'OPEN') return undefined;
      // Counted before it is looked at: guesses that come at once are not looked at at all.
      const guesses = link.guesses + 1;
      const counted = { ...link, guesses, ...(guesses >= mostGuesses && { state: 'LOCKED' as const }) };
      if (!(await change({ ...link, version }, counted))) return undefined;
      const isRight = !isOver(link.codeExpiresAt) && isSame(link.codeHash, hashOf(`${link.id} ${code}`));
      if (!isRight) return undefined;
      const session = randomBytes(32).toString('base64url');
      const used = { state: 'USED' as const, sessionHash: hashOf(session), sessionUntil: after(sessionMinutes) };
      return (await change({ ...counted, version: version + 1 }, used)) ? session : undefined;
    },
    isInside: (link, session) =>
      session !== undefined && !isOver(link.sessionUntil) && isSame(link.sessionHash, hashOf(session)),
  };
}

/** One sending of one message by hand; the reference of its e-mail at GOV.UK Notify too. */
export const sendingOf = (messageId: string, resends: number): string =>
  resends === 0 ? messageId : `${messageId}-${resends}`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const isSame = (known: string | undefined, given: string): boolean =>
  known !== undefined && timingSafeEqual(Buffer.from(known), Buffer.from(given));
