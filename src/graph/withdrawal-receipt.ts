import type { Actor } from '../access/effects.js';
import type { OrganisationId } from '../access/types.js';
import { effectsOfWithdrawal } from '../consent/withdrawal-receipt.js';
import type { ConsentDocument } from '../store/documents.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import type { WithdrawalReceipt } from './generated.js';
import { effectViews, settingOf } from './resolvers/preview.js';
import { overseenCategories } from './oversight.js';

const toldWithinMs = 7 * 24 * 3_600_000;

/**
 * Ends what the hub keeps going, tells those whom the consent named, and says what is left. Each part can be done again
 * without being done twice, so that a withdrawal that a crash cut short is finished when it is asked again with its key.
 */
export async function withdrawalReceipt(
  withdrawn: ConsentDocument,
  file: ClientFile,
  context: RequestContext,
): Promise<WithdrawalReceipt> {
  const { services, viewer } = context;
  const { consent, recordedAt: withdrawnAt } = withdrawn;
  const after = (await services.consents.newest([file.id])).get(file.id) ?? [];
  const setting = await settingOf(file, context);
  const { stopped, remaining } = effectsOfWithdrawal(
    setting,
    consent,
    after.map((document) => document.consent),
  );
  // The whole of it is the client's; staff are told what concerns them.
  const isTold = ({ organisation, audience }: Actor): boolean =>
    viewer.audience === 'CLIENT' ||
    (organisation === undefined ? audience === viewer.audience : organisation === viewer.organisation);
  const told = await tell(withdrawn, context);
  return {
    withdrawnAt,
    stopped: effectViews(
      stopped.filter(({ actor }) => isTold(actor)),
      file,
      context,
    ),
    feeds: services.feeds.end(file.subjects(), consent.categories),
    told,
    remaining: remaining
      .filter(({ actor }) => isTold(actor))
      .filter(overseenCategories(file, context))
      .map(({ actor, ...rest }) => ({
        organisation: actor.organisation ?? null,
        audience: actor.audience,
        ...rest,
      })),
  };
}

/** A task for each organisation that the consent named: only they can end what runs in their own systems. */
async function tell(
  { consent, clientId, recordedAt: withdrawnAt }: ConsentDocument,
  { services }: RequestContext,
): Promise<readonly OrganisationId[]> {
  if (consent.effect === 'DENY') return [];
  const named = consent.recipients.flatMap((recipient) =>
    recipient.kind === 'audience' ? [] : [recipient.organisation],
  );
  const organisations = [...new Set(named)].sort();
  for (const organisation of organisations) {
    await services.tasks.raise({
      kind: 'CONSENT_WITHDRAWN',
      dedupeKey: `${consent.id}@${consent.version}:${organisation}`,
      owner: { organisation, audience: 'PRIVACY_OFFICER' },
      clientId,
      dueAt: new Date(Date.parse(withdrawnAt) + toldWithinMs).toISOString(),
      details: {
        consent: consent.id,
        withdrawnAt,
        categories: [...consent.categories],
        purposes: [...consent.purposes],
      },
    });
  }
  return organisations;
}
