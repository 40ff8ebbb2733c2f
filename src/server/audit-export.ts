/**
 * `GET /audit/export?format=auditevent&from=…&before=…&client=…`: the privacy officer's ledger as NDJSON, oldest first, page by page;
 * each page is decided and recorded before a byte of it leaves, as an answer of the graph is.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { dataCategories } from '../access/types.js';
import { auditQuery, readRecords, type AuditView } from '../graph/audit-reading.js';
import { HubError } from '../graph/errors.js';
import type { Hub } from '../hub.js';
import type { Key } from '../store/port.js';
import type { SignIn } from './sign-in.js';

const section = 'GET /audit/export';
const pageSize = 200;

const parameters = z.strictObject({
  format: z.enum(['auditevent', 'provenance', 'record']).default('auditevent'),
  client: z.string().optional(),
  organisation: z.string().optional(),
  subject: z.string().optional(),
  category: z.enum(dataCategories).optional(),
  outcome: z.enum(['PERMITTED', 'REFUSED', 'NOT_FOUND', 'CHANGED']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  before: z.iso.datetime({ offset: true }).optional(),
});

const contentTypes = {
  auditevent: 'application/fhir+ndjson',
  provenance: 'application/fhir+ndjson',
  record: 'application/x-ndjson',
} as const;

/**
 * Resolves when all of it has been written.
 * @throws HubError while nothing has been written yet
 */
export async function exportAudit(
  {
    url,
    authorization,
    correlationId,
  }: { readonly url: string; readonly authorization: string | undefined; readonly correlationId: string },
  response: ServerResponse,
  {
    hub,
    signIn,
    headers,
  }: { readonly hub: Hub; readonly signIn: SignIn; readonly headers: Readonly<Record<string, string>> },
): Promise<void> {
  const viewer = await signIn.viewerOf(authorization);
  const search = new URL(url, 'http://hub').searchParams;
  const parsed = parameters.safeParse(Object.fromEntries(search));
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.') || 'a parameter').join(', ');
    throw new HubError('BAD_INPUT', `The export does not understand: ${names}.`);
  }
  const { format, ...filter } = parsed.data;
  // What is written while it runs, its own reading included, is not part of it.
  const before = filter.before ?? new Date(hub.now()).toISOString();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const digest = createHash('sha256').update(search.toString()).digest('hex');
  const operation = { name: 'audit-export', digest };
  let after: readonly Key[] | undefined;
  for (let isFirst = true; ; isFirst = false) {
    const context = await hub.openRequest({ viewer, operation, correlationId, signal: gone.signal });
    const query = await auditQuery({ ...filter, before }, context, section);
    const page = query
      ? await context.services.searchDisclosures(query, {
          limit: pageSize,
          order: 'ascending',
          ...(after && { after }),
        })
      : { records: [], more: false };
    const views = await readRecords(page.records, context, section);
    if ((await context.disclosures.settle()) !== 'RELEASED') {
      throw new HubError('CONSENT_CHANGED', 'What may be shown changed while the export ran: ask again.');
    }
    if (isFirst) response.writeHead(200, { ...headers, 'content-type': contentTypes[format] });
    const text = views.flatMap((view) => lineOf(view, format) ?? []).join('');
    if (text !== '' && !response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    if (!page.more || gone.signal.aborted) break;
    after = page.last;
  }
  response.end();
}

function lineOf(view: AuditView, format: keyof typeof contentTypes): string | undefined {
  if (format === 'auditevent') return `${view.auditEvent}\n`;
  if (format === 'provenance') return view.provenance === null ? undefined : `${view.provenance}\n`;
  const { auditEvent: _auditEvent, provenance: _provenance, record: _stored, ...shown } = view;
  return `${JSON.stringify(shown)}\n`;
}
