import type { Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import type { Programmes } from '../programme/programme.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import type { Store } from '../store/port.js';
import { clockTimes, noClocks, type ClockTimes } from './clocks.js';
import type { Actor, ReferralDocument } from './document.js';
import type { Gateways } from './gateways.js';
import type { OutboxParts } from './outbox.js';
import type { PlaceOffers } from './place-offers.js';
import type { PartnerLinks } from './partner-link/links.js';
import type { Relations } from './relation.js';

/** What the verbs of referral are made of. */
export interface DeskParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly gateways: Gateways;
  readonly programmes: Programmes;
  /** Who works with whom because of a referral. */
  readonly relations: Relations;
  /** Places that were offered to those who wait: an offer is over when they wait no longer. */
  readonly offers: Pick<PlaceOffers, 'close'>;
  /** Raises the task of a message that is given up; once, however often it is called. */
  readonly giveUp: OutboxParts['giveUp'];
  /** Links of partners without a system: whether one still opens. */
  readonly links: Pick<PartnerLinks, 'isSpent'>;
  readonly emit: (event: HubEvent) => Promise<void>;
  readonly now: () => number;
}

export const referralsOf = ({ store }: Pick<DeskParts, 'store'>) => store.collection('referrals');

/** ISO instant. */
export const instantOf = ({ now }: Pick<DeskParts, 'now'>): string => new Date(now()).toISOString();

/** The times of the version that a referral began under; none where that version is gone. */
export function timesOf(
  { programmes }: Pick<DeskParts, 'programmes'>,
  { programme, programmeVersion, area }: Pick<ReferralDocument, 'programme' | 'programmeVersion' | 'area'>,
): ClockTimes {
  const version = programmes.version(programme, programmeVersion);
  return version ? clockTimes(version, area) : noClocks;
}

export const actorOf = ({ subject, organisation, audience }: Viewer): Actor => ({ subject, organisation, audience });
