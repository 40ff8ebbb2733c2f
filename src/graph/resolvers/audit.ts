import { auditQuery, readRecords } from '../audit-reading.js';
import type { DisclosureRecordResolvers, QueryResolvers } from '../generated.js';
import { pageOf } from '../page.js';
import { receiptFor } from '../receipt-view.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;
const section = 'Query.disclosures';

const Query: Pick<QueryResolvers, 'disclosures'> = {
  disclosures: async (_root, { filter, first, after }, context) => {
    const { services, viewer } = context;
    const list = `disclosures ${JSON.stringify(filter ?? {})}`;
    const limit = pageSize(first, largestPage);
    const from = after == null ? undefined : keyOf(after, list, context);
    const query = await auditQuery(filter ?? {}, context, section);
    const found = query
      ? await services.searchDisclosures(query, { limit, order: 'descending', ...(from && { after: from }) })
      : { records: [], more: false };
    const views = await readRecords(found.records, context, section);
    return pageOf({
      items: views.map((node) => ({ node, key: [node.at, node.id] })),
      hasNextPage: found.more,
      hasPreviousPage: after != null,
      last: found.last,
      cursorOf: (key) => services.cursors.encode(viewer, list, key),
    });
  },
};

const DisclosureRecord: DisclosureRecordResolvers = {
  organisation: ({ viewer }) => viewer.organisation,
  subject: ({ viewer }) => viewer.subject,
  onBehalfOf: ({ viewer }) => viewer.onBehalfOf ?? null,
  application: ({ viewer }) => viewer.application ?? null,
  audience: ({ viewer }) => viewer.audience,
  purpose: ({ viewer }) => viewer.purpose,
  operationName: ({ operation }) => operation.name,
  operationDigest: ({ operation }) => operation.digest,
  receipt: ({ record }, _args, context) => receiptFor(record, context),
  lines: ({ lines }) =>
    lines.map((line) => ({ ...line, category: line.category ?? null, reason: line.reason ?? null })),
};

export const audit = { Query, DisclosureRecord };
