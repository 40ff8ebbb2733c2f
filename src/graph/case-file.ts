import type { ClientFile } from './client-file.js';
import type { CaseDocument } from '../support/case-document.js';
import { nobody } from '../identity/directory.js';
import { openFile, openNobody, openRelatedFiles } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { NothingToTell } from './event-feed.js';

/** One case as one request holds it: whom it is about, and whether the caller's organisation runs it. */
export interface CaseFile {
  readonly file: ClientFile;
  readonly document: CaseDocument;
  readonly runsIt: boolean;
  /** The person's location is restricted, and the caller neither runs the case nor is the person. */
  readonly locationWithheld: boolean;
}

export function caseOf(file: ClientFile, document: CaseDocument, { viewer }: RequestContext): CaseFile {
  const isClient = viewer.audience === 'CLIENT';
  const runsIt = !isClient && document.organisation === viewer.organisation;
  return { file, document, runsIt, locationWithheld: !runsIt && !isClient && file.locationRestricted };
}

/** Opens cases that the caller's organisation runs: it works with the person as far as the case goes. */
export async function openOwnCases(
  documents: readonly CaseDocument[],
  context: RequestContext,
): Promise<readonly CaseFile[]> {
  const files = await openRelatedFiles([...new Set(documents.map(({ clientId }) => clientId))], context);
  return documents.flatMap((document) => {
    const file = files.get(document.clientId);
    return file ? [caseOf(file, document, context)] : [];
  });
}

/**
 * Whether this caller may be told of a case at all. That there is one is support of the person, on whichever way it is come to: what
 * `Client.cases` withholds, no id, list or event shows.
 */
export const maySeeCase = ({ file }: CaseFile, { disclosures }: RequestContext, section: string): boolean =>
  disclosures.decide(file, 'SUPPORT', section).permitted;

/**
 * The case that an id names, for whoever runs it and whoever works with the person, as far as they may see the person's support.
 * Nothing and nothing of theirs are the same answer.
 */
export async function findCase(id: string, context: RequestContext, section: string): Promise<CaseFile | null> {
  const { services, viewer, disclosures } = context;
  const uuid = services.pairwiseIds.decode(viewer.organisation, 'case', id);
  const document = await services.cases.byId(uuid ?? nobody());
  const found = await (document ? openCaseFor(document, context) : openNoCase(context));
  if (found?.file.related !== true) {
    disclosures.notFound(section, found?.file);
    return null;
  }
  return maySeeCase(found, context, section) ? found : null;
}

/**
 * The case of an event, opened and decided upon now, not when the subscription began.
 * @throws NothingToTell where the caller's organisation neither runs it nor works with the person any more, or the caller may not see
 * the person's support: that something changed is told to nobody else. Recorded either way
 */
export async function caseOfEvent(about: string, context: RequestContext, section: string): Promise<CaseFile> {
  const document = await context.services.cases.byId(about);
  const found = document && (await openCaseFor(document, context));
  if (found?.file.related !== true) {
    context.disclosures.notFound(section, found?.file);
    throw new NothingToTell();
  }
  if (!maySeeCase(found, context, section)) throw new NothingToTell();
  return found;
}

/** Reads what would be read of the person of a case: whoever was given an id once must not learn from the time that there still is one. */
async function openNoCase(context: RequestContext): Promise<undefined> {
  await context.services.directory.byIds([nobody()]);
  return openNobody(context);
}

async function openCaseFor(document: CaseDocument, context: RequestContext): Promise<CaseFile | undefined> {
  const { services, viewer } = context;
  if (viewer.audience !== 'CLIENT' && document.organisation === viewer.organisation) {
    return (await openOwnCases([document], context))[0];
  }
  const client = (await services.directory.byIds([document.clientId])).get(document.clientId);
  return client && caseOf(await openFile(client, context), document, context);
}
