import type { Actor, EffectChange } from '../access/effects.js';
import type { OpenSubscription } from '../event/open-subscriptions.js';
import { effectsOfWithdrawal } from '../consent/withdrawal-receipt.js';
import type { ConsentDocument } from '../store/documents.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import type { WithdrawalReceipt } from './generated.js';
import { effectViews, settingOf } from './resolvers/preview.js';
import { overseenCategories } from './oversight.js';

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
  const { feeds, told } = await services.withdrawals.follow(withdrawn, file.subjects());
  const ofViewer = stopped.filter(({ actor }) => isTold(actor));
  return {
    withdrawnAt,
    stopped: effectViews(ofViewer, file, context),
    subscriptions: await subscriptionsStopped(ofViewer, file, context),
    feeds,
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

/** How many subscriptions that run in this process showed somebody what they see no more. */
async function subscriptionsStopped(
  stopped: readonly EffectChange[],
  { id }: ClientFile,
  { services }: RequestContext,
): Promise<number> {
  const losing = services.openSubscriptions.all().filter((each) => stopped.some((change) => losesBy(change, each)));
  const related = await Promise.all(losing.map(({ viewer }) => services.directory.isRelated(viewer, id, undefined)));
  return related.filter(Boolean).length;
}

function losesBy({ actor, purpose, category }: EffectChange, { viewer, categories }: OpenSubscription): boolean {
  return (
    categories.has(category) &&
    viewer.audience === actor.audience &&
    viewer.purpose === purpose &&
    (actor.organisation === undefined || actor.organisation === viewer.organisation) &&
    (actor.subject === undefined || actor.subject === viewer.subject) &&
    (actor.issuer === undefined || actor.issuer === viewer.issuer)
  );
}
