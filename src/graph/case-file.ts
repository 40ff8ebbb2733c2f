import type { ClientFile } from './client-file.js';
import type { CaseDocument } from '../support/case-document.js';
import { openFile, openRelatedFiles } from './client-lookup.js';
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
 * The case that an id names, for whoever runs it and whoever works with the person; the decision then says what of it they
 * may see. Nothing and nothing of theirs are the same answer.
 */
export async function findCase(id: string, context: RequestContext, section: string): Promise<CaseFile | null> {
  const { services, viewer, disclosures } = context;
  const uuid = services.pairwiseIds.decode(viewer.organisation, 'case', id);
  const document = uuid === undefined ? undefined : await services.cases.byId(uuid);
  const found = document && (await openCaseFor(document, context));
  if (found?.file.related !== true) {
    disclosures.notFound(section, found?.file);
    return null;
  }
  disclosures.opened(section, found.file);
  return found;
}

/**
 * The case of an event, opened and decided upon now, not when the subscription began.
 * @throws NothingToTell where the caller's organisation neither runs it nor works with the person any more; that is recorded
 */
export async function caseOfEvent(about: string, context: RequestContext, section: string): Promise<CaseFile> {
  const document = await context.services.cases.byId(about);
  const found = document && (await openCaseFor(document, context));
  if (found?.file.related !== true) {
    context.disclosures.notFound(section, found?.file);
    throw new NothingToTell();
  }
  context.disclosures.opened(section, found.file);
  return found;
}

async function openCaseFor(document: CaseDocument, context: RequestContext): Promise<CaseFile | undefined> {
  const { services, viewer } = context;
  if (viewer.audience !== 'CLIENT' && document.organisation === viewer.organisation) {
    return (await openOwnCases([document], context))[0];
  }
  const client = (await services.directory.byIds([document.clientId])).get(document.clientId);
  return client && caseOf(await openFile(client, context), document, context);
}
