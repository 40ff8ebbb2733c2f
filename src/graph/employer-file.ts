import type { ClientId } from '../access/types.js';
import type { AdjustmentSide } from '../employer/adjustment-machine.js';
import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { EmployerDocument, EmployerEnquiryDocument, SupportedStaffDocument } from '../employer/document.js';
import type { ClientFile } from './client-file.js';
import { openFile, openRelatedFiles } from './client-lookup.js';
import type { RequestContext } from './context.js';

/** One employer as one request holds it, and where the caller stands in it. */
export interface EmployerFile {
  readonly document: EmployerDocument;
  readonly side: Exclude<AdjustmentSide, 'PERSON'>;
}

export interface EnquiryView {
  readonly document: EmployerEnquiryDocument;
  readonly employer: EmployerFile;
}

export interface EmployerCaseFile {
  readonly document: EmployerCaseDocument;
  readonly employer: EmployerFile;
}

/** Somebody supported as an employer's staff, whom this caller may be told of. */
export interface SupportedPerson {
  readonly file: ClientFile;
  readonly staff: SupportedStaffDocument;
  readonly employer: EmployerFile;
  readonly name: string | null;
}

/** Who works with employers. */
const serviceAudiences: ReadonlySet<string> = new Set(['WORK_AND_HEALTH_COACH', 'PROVIDER_MANAGER']);

export const isService = ({ viewer }: RequestContext): boolean => serviceAudiences.has(viewer.audience);

/** The employer as this caller has it, or null where it is none of theirs. */
export function employerFor(document: EmployerDocument, context: RequestContext): EmployerFile | null {
  const { audience, organisation } = context.viewer;
  if (isService(context) && document.heldBy === organisation) return { document, side: 'SERVICE' };
  if (audience === 'EMPLOYER' && document.organisation === organisation) return { document, side: 'EMPLOYER' };
  return null;
}

/** The employer that an id names, for whoever works with it and for itself. Nothing and nothing of theirs are the same answer. */
export async function findEmployer(id: string, context: RequestContext): Promise<EmployerFile | null> {
  const document = await documentOf('employer', id, context, (uuid) => context.services.employers.records.byId(uuid));
  return document ? employerFor(document, context) : null;
}

/** The employer's case that an id names, for whoever runs it and for the employer itself. */
export async function findEmployerCase(id: string, context: RequestContext): Promise<EmployerCaseFile | null> {
  const { cases, records } = context.services.employers;
  const document = await documentOf('employerCase', id, context, (uuid) => cases.byId(uuid));
  const of = document && (await records.byId(document.employerId));
  const employer = of && employerFor(of, context);
  return document && employer ? { document, employer } : null;
}

type EmployerIdKind = 'employer' | 'employerCase' | 'enquiry' | 'adjustment' | 'case';

export const idFor = (kind: EmployerIdKind, uuid: string, { services, viewer }: RequestContext): string =>
  services.pairwiseIds.encode(viewer.organisation, kind, uuid);

export async function documentOf<Document>(
  kind: EmployerIdKind,
  id: string,
  { services, viewer }: RequestContext,
  read: (uuid: string) => Promise<Document | undefined>,
): Promise<Document | undefined> {
  const uuid = services.pairwiseIds.decode(viewer.organisation, kind, id);
  return uuid === undefined ? undefined : read(uuid);
}

/**
 * Opens the people whom an employer has as staff. The employer works with them as far as that goes; the service must work with
 * them itself. What either may be told, the decision then says.
 */
export async function openStaff(
  { side }: EmployerFile,
  staff: readonly SupportedStaffDocument[],
  context: RequestContext,
): Promise<ReadonlyMap<ClientId, ClientFile>> {
  const ids = staff.map(({ clientId }) => clientId);
  if (side === 'EMPLOYER') return openRelatedFiles(ids, context);
  const documents = await context.services.directory.byIds(ids);
  const opened = await Promise.all(
    [...documents].map(async ([id, document]) => [id, await openFile(document, context)] as const),
  );
  return new Map(opened.filter(([, file]) => file.related));
}

/** A person whose number PDS replaced can have records under the one that was merged into theirs. */
export async function idsOf(
  { id }: Pick<ClientFile, 'id'>,
  { services }: RequestContext,
): Promise<readonly ClientId[]> {
  const merged = await services.directory.mergedInto([id]);
  return [id, ...(merged.get(id) ?? []).map((record) => record.id)];
}
