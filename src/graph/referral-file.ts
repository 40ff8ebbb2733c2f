import type { ClientId } from '../access/types.js';
import type { ReferralDocument } from '../referral/document.js';
import { sidesOf } from '../referral/sides.js';
import type { ReferralSide } from '../referral/words.js';
import type { ClientDocument, Sealed } from '../store/documents.js';
import { openClientFile, type ClientFile } from './client-file.js';
import { openRelatedFiles } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { recordsOf } from './proxy.js';

/** One referral as one request holds it: whom it is about, and where the caller stands in it. */
export interface ReferralFile {
  readonly file: ClientFile;
  readonly document: ReferralDocument;
  readonly sides: readonly ReferralSide[];
  /** The person's location is restricted and the caller takes no part. */
  readonly locationWithheld: boolean;
}

/**
 * Opens referrals for this viewer. Whoever takes part works with the person as far as the referral goes: the decision
 * then says what of it they may see. The others are left out, the person's own excepted.
 */
export async function openReferrals(
  documents: readonly ReferralDocument[],
  context: RequestContext,
): Promise<readonly ReferralFile[]> {
  const { viewer, self } = context;
  const own = viewer.audience === 'CLIENT' && self !== undefined ? await recordsOf(self, context) : [];
  // Of a referral in which the caller takes no part, nothing is read: the time that it takes must not tell that there is one.
  const theirs = documents.filter((each) => sidesOf(each, viewer).length > 0 || own.includes(each.clientId));
  if (theirs.length === 0) return [];
  const known = theirs.map(({ clientId }) => clientId).filter((id) => !isUnidentified(id));
  const files = await openRelatedFiles([...new Set(known)], context);
  return theirs.flatMap((document) => {
    const sides = sidesOf(document, viewer);
    const file = files.get(document.clientId) ?? nobodyYet(document.clientId, context);
    const isOwn = viewer.audience === 'CLIENT' && file.id === self && document.state !== 'DRAFT';
    return sides.length > 0 || isOwn ? [{ document, sides, file, locationWithheld: false }] : [];
  });
}

/** A referral that a caller sees because of a client whom they may look at, and not because they take part. */
export function referralOf(file: ClientFile, document: ReferralDocument, { viewer }: RequestContext): ReferralFile {
  const sides = sidesOf(document, viewer);
  const isOutside = sides.length === 0 && viewer.audience !== 'CLIENT';
  return { file, document, sides, locationWithheld: isOutside && file.locationRestricted };
}

/** The referral that an id names, if the caller takes part in it. Nothing and nothing of theirs are the same answer. */
export async function findReferral(id: string, context: RequestContext, section: string): Promise<ReferralFile | null> {
  const { services, viewer, disclosures } = context;
  const uuid = services.pairwiseIds.decode(viewer.organisation, 'referral', id);
  const document = uuid === undefined ? undefined : await services.referrals.byId(uuid);
  const [found] = await openReferrals(document ? [document] : [], context);
  if (!found) {
    disclosures.notFound(section);
    return null;
  }
  disclosures.opened(section, found.file);
  return found;
}

/**
 * Whether this caller may be told how a referral stands, and so which list it is in and that it moved: a filter, an order or a push
 * by a state says the state.
 */
export const mayFollow = ({ file }: ReferralFile, { disclosures }: RequestContext, section: string): boolean =>
  disclosures.decide(file, 'REFERRAL_PROGRESS', section).permitted;

/** The person of a referral as this caller may open them because of it, whether or not they take part themselves. */
export async function fileOfReferral({ clientId }: ReferralDocument, context: RequestContext): Promise<ClientFile> {
  const files = isUnidentified(clientId) ? undefined : await openRelatedFiles([clientId], context);
  return files?.get(clientId) ?? nobodyYet(clientId, context);
}

export const isUnidentified = (id: ClientId): boolean => id.startsWith('unidentified:');

/** Somebody whom nobody has identified yet: no consents, and a location that counts as restricted until PDS was asked. */
function nobodyYet(id: ClientId, { viewer, services }: RequestContext): ClientFile {
  const at = new Date(services.now()).toISOString();
  const document: ClientDocument = {
    id,
    version: 0,
    subject: '' as Sealed,
    restriction: 'UNKNOWN',
    enrolledAt: at,
    traceDueAt: at,
  };
  return openClientFile(document, [], { organisation: viewer.organisation, related: true }, () => {
    throw new Error('Nobody has identified this person yet');
  });
}
