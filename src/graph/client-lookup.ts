import { isNHSNumber } from '../identity/nhs-number.js';
import type { OtherSubject } from '../../adapters/contract.js';
import type { ClientId, NHSNumber } from '../access/types.js';
import type { ClientDocument } from '../store/documents.js';
import { nobody } from '../identity/directory.js';
import { openClientFile, type ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { HubError } from './errors.js';
import { authorityOver } from './proxy.js';

/** What names a client in a request. */
export interface Lookup {
  readonly id?: string | null | undefined;
  readonly nhsNumber?: string | null | undefined;
}

/**
 * The client that a lookup names, if the viewer's organisation works with them. Nobody and nobody-of-yours are the same
 * answer, cost the same reads, and are both recorded.
 * @throws HubError TOO_MANY_MISSES where the caller asked by number for too many such, whomever they ask for now
 */
export async function findClient(
  lookup: Lookup,
  context: RequestContext,
  section: string,
  options: OpenOptions & {
    /** Whether the caller is to read only: then also whom they opened in an emergency. Nothing is written on such access. */
    readonly toRead?: boolean;
  } = {},
): Promise<ClientFile | null> {
  const rule = typeof lookup.nhsNumber === 'string' ? 'RELATIONSHIP_BY_NUMBER' : 'RELATIONSHIP';
  if (rule === 'RELATIONSHIP_BY_NUMBER' && context.services.misses.isSpent(context.viewer)) {
    // Recorded as one more: whoever goes on is not let in by waiting a little.
    context.disclosures.notFound(section, undefined, rule);
    throw new HubError(
      'TOO_MANY_MISSES',
      'This caller asked by number for too many people who are not their organisation’s. Their privacy officer was told; emergency access is open.',
    );
  }
  const document = await documentOf(lookup, context);
  const file = await (document ? openFile(document, context, options) : openNobody(context, options));
  if (file && (file.related || (options.toRead === true && file.emergency !== undefined))) {
    context.disclosures.opened(section, file);
    return file;
  }
  context.disclosures.notFound(section, file, rule);
  return null;
}

/** @returns undefined for nobody */
export async function documentOf(
  { id, nhsNumber }: Lookup,
  { services, viewer }: RequestContext,
): Promise<ClientDocument | undefined> {
  if (typeof nhsNumber === 'string') {
    if (services.checkNHSNumbers && !isNHSNumber(nhsNumber)) {
      throw new HubError('BAD_INPUT', 'by.nhsNumber is not a valid NHS number: its check digit is wrong.');
    }
    return services.directory.byNHSNumber(nhsNumber as Parameters<typeof services.directory.byNHSNumber>[0]);
  }
  return typeof id === 'string' ? services.directory.byPairwiseId(viewer.organisation, id) : undefined;
}

/** How a client may be opened. */
export interface OpenOptions {
  /** Whether somebody who acts for the client may: only where their authority is looked at. */
  readonly forRepresentative?: boolean;
}

/** Reads what would be read of somebody, so that the time it takes does not tell nobody from nobody-of-yours. */
export async function openNobody(context: RequestContext, options: OpenOptions = {}): Promise<undefined> {
  await readAbout(nobody(), context, options);
}

const readAbout = (id: ClientId, context: RequestContext, { forRepresentative = false }: OpenOptions) =>
  Promise.all([
    context.services.directory.isRelated(context.viewer, id, context.self),
    context.services.consents.newest([id]),
    context.services.directory.mergedInto([id]),
    forRepresentative ? authorityOver(id, context) : undefined,
    context.emergencies(),
  ]);

/** Opens a client for this viewer: consents and relationship, nothing from upstream. */
export async function openFile(
  document: ClientDocument,
  context: RequestContext,
  options: OpenOptions = {},
): Promise<ClientFile> {
  const { services, viewer } = context;
  const [related, consents, merged, proxy, emergencies] = await readAbout(document.id, context, options);
  return openClientFile(
    document,
    consents.get(document.id) ?? [],
    {
      organisation: viewer.organisation,
      related: related || proxy !== undefined,
      proxy,
      emergency: emergencies.get(document.id),
    },
    (each) => services.directory.subjectsOf(each, merged.get(each.id) ?? []),
  );
}

/** Opens many clients that are known to be related, under the ids that were asked. */
export async function openRelatedFiles(
  ids: readonly ClientId[],
  context: RequestContext,
): Promise<ReadonlyMap<ClientId, ClientFile>> {
  const { services, viewer } = context;
  const documents = await services.directory.byIds(ids);
  const people = [...new Set([...documents.values()].map(({ id }) => id))];
  // A list of nobody costs what one of somebody does: who may not be told of those in it must not learn that there are any.
  const asked = people.length > 0 ? people : [nobody()];
  const [consents, merged, emergencies] = await Promise.all([
    services.consents.newest(asked),
    services.directory.mergedInto(asked),
    context.emergencies(),
  ]);
  const files = new Map<ClientId, ClientFile>();
  const fileOf = (document: ClientDocument): ClientFile => {
    const open =
      files.get(document.id) ??
      openClientFile(
        document,
        consents.get(document.id) ?? [],
        { organisation: viewer.organisation, related: true, emergency: emergencies.get(document.id) },
        (each) => services.directory.subjectsOf(each, merged.get(each.id) ?? []),
      );
    files.set(document.id, open);
    return open;
  };
  return new Map([...documents].map(([id, document]) => [id, fileOf(document)]));
}

/** Whoever a record names besides its client, if the hub knows them; opened once in a request. */
export function otherSubjects(context: () => RequestContext): (other: OtherSubject) => Promise<ClientFile | undefined> {
  const opened = new Map<ClientId, Promise<ClientFile>>();
  return async (other) => {
    if (other.kind === 'unknown') return undefined;
    const { directory } = context().services;
    const document =
      other.kind === 'client'
        ? (await directory.byIds([other.clientId])).get(other.clientId)
        : isNHSNumber(other.nhsNumber) || !context().services.checkNHSNumbers
          ? await directory.byNHSNumber(other.nhsNumber as NHSNumber)
          : undefined;
    if (!document) return undefined;
    const file = opened.get(document.id) ?? openFile(document, context());
    opened.set(document.id, file);
    return file;
  };
}
