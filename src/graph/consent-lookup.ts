import type { ConsentDocument } from '../store/documents.js';
import type { ClientFile } from './client-file.js';
import { openFile, type OpenOptions } from './client-lookup.js';
import { maySeeConsent } from './consent-view.js';
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
  const document = consentId === undefined ? undefined : await services.consents.byId(consentId);
  const client = document && (await services.directory.byIds([document.clientId])).get(document.clientId);
  const file = client && (await openFile(client, context, options));
  if (!document || file?.related !== true || !maySeeConsent(viewer, document)) {
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
  { services, viewer }: RequestContext,
): readonly string[] | undefined {
  const visible = new Set(
    file.consents.filter((each) => maySeeConsent(viewer, each)).map(({ consentId }) => consentId),
  );
  const named = ids.flatMap((id) => services.pairwiseIds.decode(viewer.organisation, 'consent', id) ?? []);
  return named.length === ids.length && named.every((id) => visible.has(id)) ? named : undefined;
}

export const notFound = {
  __typename: 'ConsentRefused',
  reason: 'NOT_FOUND',
  message: 'No such client or consent for this caller.',
} as const;
