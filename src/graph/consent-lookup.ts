import type { ConsentDocument } from '../store/documents.js';
import type { ClientFile } from './client-file.js';
import { nobody } from '../identity/directory.js';
import { openFile, openNobody, type OpenOptions } from './client-lookup.js';
import { consentToldTo, type ConsentReader } from './consent-view.js';
import type { RequestContext } from './context.js';

/** The newest version of the consent that an id names for this caller, and its client; recorded either way. */
export async function fileOfConsent(
  id: string,
  context: RequestContext,
  section: string,
  options: OpenOptions = {},
): Promise<{ readonly file: ClientFile; readonly document: ConsentDocument } | undefined> {
  const { services, viewer } = context;
  const consentId = services.pairwiseIds.decode(viewer.organisation, 'consent', id);
  const document = await services.consents.byId(consentId ?? nobody());
  // Of no consent, nobody is read: an id that is not the caller's must not show in the time that it takes.
  const about = document?.clientId ?? nobody();
  const client = (await services.directory.byIds([about])).get(about);
  const file = await (client ? openFile(client, context, options) : openNobody(context, options));
  if (!document || file?.related !== true || !consentToldTo(readerOf(file, context), document)) {
    context.disclosures.notFound(section, file);
    return undefined;
  }
  context.disclosures.opened(section, file);
  return { file, document };
}

/** The consents of this client that this caller may see, by the ids that the caller was given. */
export function consentsNamed(
  ids: readonly string[],
  file: ClientFile,
  context: RequestContext,
): readonly string[] | undefined {
  const { services, viewer } = context;
  const reader = readerOf(file, context);
  const visible = new Set(
    file.consents.filter((each) => consentToldTo(reader, each)).map(({ consentId }) => consentId),
  );
  const named = ids.flatMap((id) => services.pairwiseIds.decode(viewer.organisation, 'consent', id) ?? []);
  return named.length === ids.length && named.every((id) => visible.has(id)) ? named : undefined;
}

/** This caller, as a reader of a client's consents. */
export const readerOf = ({ proxy }: ClientFile, { viewer, policy }: RequestContext): ConsentReader => ({
  viewer,
  policy,
  isProxy: proxy !== undefined,
});

export const notFound = {
  __typename: 'ConsentRefused',
  reason: 'NOT_FOUND',
  message: 'No such client or consent for this caller.',
} as const;
