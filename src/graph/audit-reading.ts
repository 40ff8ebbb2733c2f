/** The privacy officer's reading of the ledger: what of each record they may see, decided and recorded like any other disclosure. */
import { auditEventOf } from '../audit/fhir/audit-event.js';
import type { ExportNames } from '../audit/fhir/names.js';
import { provenanceOf } from '../audit/fhir/provenance.js';
import type { DisclosureQuery } from '../audit/search.js';
import type { ClientId, DataCategory } from '../access/types.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import { findClient, openFile } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { HubError } from './errors.js';

/** One record as a privacy officer reads it. */
export interface AuditView {
  readonly id: string;
  /** As it is stored; nothing of it is shown but by what follows. */
  readonly record: LedgerDocument;
  readonly at: string;
  /** Null where nobody was found, or the officer's organisation does not work with the person. */
  readonly client: string | null;
  readonly viewer: LedgerDocument['viewer'];
  readonly operation: LedgerDocument['operation'];
  readonly operationText: string | null;
  readonly correlationId: string;
  readonly policyVersion: string;
  readonly lines: readonly LedgerLine[];
  readonly throughSomebodyElse: boolean;
  readonly auditEvent: string;
  readonly provenance: string | null;
}

/** What is asked for, before it is known to be allowed. */
export interface AuditFilter {
  readonly client?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly category?: DataCategory | null | undefined;
  readonly outcome?: LedgerLine['outcome'] | null | undefined;
  readonly from?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * The officer's own organisation's callers, or anybody's about one client whom the organisation works with.
 * @throws HubError NOT_ALLOWED for anybody else, and for another organisation's callers in general
 */
export async function auditQuery(
  filter: AuditFilter,
  context: RequestContext,
  section: string,
): Promise<DisclosureQuery | undefined> {
  const { viewer, disclosures } = context;
  if (viewer.audience !== 'PRIVACY_OFFICER') {
    throw new HubError('NOT_ALLOWED', 'Only a privacy officer may search the ledger.');
  }
  const { client, organisation, subject, category, outcome, from, before } = filter;
  if (client == null && organisation != null && organisation !== viewer.organisation) {
    throw new HubError('NOT_ALLOWED', 'organisation: another organisation’s callers only together with client.');
  }
  const rest = {
    ...(subject != null && { subject }),
    ...(category != null && { category }),
    ...(outcome != null && { outcome }),
    ...(from != null && { from: new Date(from).toISOString() }),
    ...(before != null && { before: new Date(before).toISOString() }),
  };
  if (client == null) {
    disclosures.auditRead(section);
    return { organisation: viewer.organisation, ...rest };
  }
  const file = await findClient({ id: client }, context, section);
  if (!file || !disclosures.decide(file, 'ACCESS_HISTORY', section).permitted) return undefined;
  return { clientId: file.id, ...(organisation != null && { organisation }), ...rest };
}

/** Decides once for each person in them, which records that their history was read; then shows what may be shown. */
export async function readRecords(
  records: readonly LedgerDocument[],
  context: RequestContext,
  section: string,
): Promise<readonly AuditView[]> {
  const ids = [...new Set(records.flatMap(({ clientId }) => clientId ?? []))];
  const [readable, texts] = await Promise.all([
    readableClients(ids, context, section),
    context.services.operationTexts.of(records.map(({ operation }) => operation.digest)),
  ]);
  return records.map((record) => viewOf(record, readable, texts, context));
}

async function readableClients(
  ids: readonly ClientId[],
  context: RequestContext,
  section: string,
): Promise<ReadonlyMap<ClientId, string>> {
  const { services, viewer, disclosures } = context;
  const documents = await services.directory.byIds(ids);
  const readable = new Map<ClientId, string>();
  for (const [id, document] of documents) {
    const file = await openFile(document, context);
    // Of somebody whom the organisation does not work with, the officer is not told: the act of their own caller is all they see.
    if (!file.related || !disclosures.decide(file, 'ACCESS_HISTORY', section).permitted) continue;
    readable.set(id, services.directory.pairwiseId(viewer.organisation, file.id));
  }
  return readable;
}

function viewOf(
  record: LedgerDocument,
  readable: ReadonlyMap<ClientId, string>,
  texts: ReadonlyMap<string, string>,
  { services, viewer }: RequestContext,
): AuditView {
  const client = record.clientId === undefined ? undefined : readable.get(record.clientId);
  const consentName = (version: string): string => {
    const [id = '', number = ''] = version.split('@');
    return `${services.pairwiseIds.encode(viewer.organisation, 'consent', id)}@${number}`;
  };
  const { clientId: _clientId, ...unnamed } = record;
  const shown: LedgerDocument =
    client === undefined ? { ...unnamed, lines: record.lines.map(withoutConsents) } : record;
  const names: ExportNames = {
    operator: services.operator,
    patient: () => client ?? '',
    consent: consentName,
    operation: (digest) => texts.get(digest),
  };
  const provenance = provenanceOf(shown, names);
  return {
    id: record.id,
    record,
    at: record.at,
    client: client ?? null,
    viewer: record.viewer,
    operation: record.operation,
    operationText: texts.get(record.operation.digest) ?? null,
    correlationId: record.correlationId,
    policyVersion: record.policyVersion,
    lines: shown.lines.map((line) => ({ ...line, consents: line.consents.map(consentName) })),
    throughSomebodyElse: record.throughAnother === true,
    auditEvent: JSON.stringify(auditEventOf(shown, names)),
    provenance: provenance ? JSON.stringify(provenance) : null,
  };
}

const withoutConsents = (line: LedgerLine): LedgerLine => ({ ...line, consents: [] });
