import type { OrganisationId } from '../access/types.js';
import { isLimited } from '../programme/places.js';
import type { Programmes, ProgrammeVersion } from '../programme/programme.js';
import { VersionConflict, type Key, type Store } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';
import { caseOfReferral } from '../support/open-case.js';
import type { Asked, Places } from '../support/places.js';
import type { ReferralDocument } from './document.js';
import type { Gateways } from './gateways.js';

/** Tells those who wait for a place of a programme that there is one. */
export interface PlaceOffers {
  /** Those referred first come first; each who can have a place now has a task, once for each time that it was offered. */
  offer(programme: string): Promise<void>;
  /** Ends the task of an offer that was taken up, or came to nothing. */
  close(referral: Pick<ReferralDocument, 'id'>, offer: string): Promise<void>;
}

const page = 100;
/** Of one organisation: nobody has as many free places as that at a time. */
const mostWaiting = 1_000;
const answerHours = 48;
const hourMs = 3_600_000;

export function createPlaceOffers({
  store,
  gateways,
  programmes,
  places,
  tasks,
  now,
}: {
  store: Store;
  gateways: Gateways;
  programmes: Programmes;
  places: Pick<Places, 'fitting' | 'entryOf'>;
  tasks: Pick<TaskDesk, 'raise' | 'close'>;
  now: () => number;
}): PlaceOffers {
  const referrals = store.collection('referrals');
  const keyOf = (id: string, offer: string): string => `${id}:${offer}`;

  /** Who was taken on without a place, oldest first. */
  async function waitingAt(organisation: OrganisationId, programme: string): Promise<readonly ReferralDocument[]> {
    const waiting: ReferralDocument[] = [];
    let after: readonly Key[] | undefined;
    for (let seen = 0; seen < mostWaiting;) {
      const found: readonly ReferralDocument[] = await referrals.find({
        index: 'targetOrganisation_state_submittedAt',
        where: { targetOrganisation: organisation, state: 'ON_HOLD' },
        limit: page,
        ...(after && { after }),
      });
      waiting.push(...found.filter((each) => each.programme === programme && each.before.at(-1) === 'ACCEPTED'));
      const last = found.at(-1);
      if (!last || found.length < page) break;
      after = [last.submittedAt, last.id];
      seen += found.length;
    }
    return waiting;
  }

  interface Waiting extends Asked {
    readonly document: ReferralDocument;
    readonly version: ProgrammeVersion;
  }

  async function asked(document: ReferralDocument): Promise<readonly Waiting[]> {
    const { id, programme, programmeVersion, area, streaming, clientId } = document;
    const version = programmes.version(programme, programmeVersion);
    if (!version) return [];
    const entry = await places.entryOf(programme, clientId);
    const stream = streaming && { stream: streaming.stream };
    return [{ document, version, caseId: caseOfReferral(id), area, ...stream, entry, referral: id }];
  }

  async function raise({ version, ...referral }: ReferralDocument): Promise<void> {
    const offer = referral.offer ?? new Date(now()).toISOString();
    try {
      // The offer first: whoever takes it up ends its task, though a crash come in between.
      if (referral.offer === undefined) await referrals.replace({ ...referral, offer }, version);
    } catch (error) {
      // Moved in this moment: it waits no longer, or is found the next time.
      if (error instanceof VersionConflict) return;
      throw error;
    }
    await tasks.raise({
      kind: 'PLACE_FREE',
      dedupeKey: keyOf(referral.id, offer),
      owner: { organisation: referral.targetOrganisation, audience: 'PROVIDER_MANAGER' },
      ...(!referral.clientId.startsWith('unidentified:') && { clientId: referral.clientId }),
      dueAt: new Date(now() + answerHours * hourMs).toISOString(),
      details: { referral: referral.id, freeAt: offer },
    });
  }

  return {
    async offer(programme) {
      if (!programmes.versions(programme).some(isLimited)) return;
      const own = gateways.all.filter((gateway) => gateway.programme === programme);
      const organisations = new Set(
        own.flatMap(({ organisation, streams }) => [organisation, ...streams.map((stream) => stream.organisation)]),
      );
      const found = (await Promise.all([...organisations].map((each) => waitingAt(each, programme)))).flat();
      const inOrder = [...found].sort((one, other) => (one.submittedAt < other.submittedAt ? -1 : 1));
      const waiting = (await Promise.all(inOrder.map(asked))).flat();
      for (const { document } of await places.fitting<Waiting>(waiting)) await raise(document);
    },
    close: ({ id }, offer) => tasks.close('PLACE_FREE', keyOf(id, offer), undefined, 'FOLLOWED_UP'),
  };
}
