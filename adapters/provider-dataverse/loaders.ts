import DataLoader from 'dataloader';
import type { CallContext, SourceAnswer, UpstreamSubject } from '../contract.js';
import type { EmploymentSpell, MeasureScore, Referral, SupportCase, WorkStatusStatement } from '../records.js';
import { UpstreamError } from '../upstream-error.js';
import type { CasePages, DataverseClient } from './client.js';
import { source } from './mapper.js';
import { workStatusOf } from '../paid-work.js';

/**
 * What a request may ask of the provider. All five share one read per person and request, and the people of one tick share
 * one call for each fifty. A person without a contact id here has no record, and costs no call.
 */
export interface DataverseLoaders {
  employment(subject: UpstreamSubject): Promise<SourceAnswer<EmploymentSpell>>;
  workStatus(subject: UpstreamSubject): Promise<SourceAnswer<WorkStatusStatement>>;
  referrals(subject: UpstreamSubject): Promise<SourceAnswer<Referral>>;
  support(subject: UpstreamSubject): Promise<SourceAnswer<SupportCase>>;
  measures(subject: UpstreamSubject): Promise<SourceAnswer<MeasureScore>>;
}

interface ProviderRecord {
  readonly employment: EmploymentSpell[];
  readonly referrals: Referral[];
  readonly support: SupportCase[];
  readonly measures: MeasureScore[];
  readonly retrievedAt: string;
  complete: boolean;
}

export interface LoaderParts {
  readonly client: DataverseClient;
  readonly deadlineMs: number;
  readonly now: () => number;
}

/** A dashboard page (50 people) is one call; 50 GUIDs are some 2,300 characters of a URL that may have 32,768. */
const contactsPerCall = 50;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createDataverseLoaders({ client, deadlineMs, now }: LoaderParts, call: CallContext): DataverseLoaders {
  const records = new DataLoader<string, ProviderRecord>(
    async (contactIds) => {
      const deadline = Math.min(call.deadline, now() + deadlineMs);
      const pages = await client.casesOf(contactIds, { ...call, deadline });
      return recordsOf(contactIds, pages);
    },
    { maxBatchSize: contactsPerCall },
  );
  const recordOf = async (subject: UpstreamSubject): Promise<ProviderRecord> => {
    const contactId = subject.externalIds[source]?.toLowerCase();
    if (contactId === undefined) return emptyRecord(new Date(now()).toISOString(), true);
    // It goes into a filter between quotes, so it is nothing but a GUID.
    if (!guid.test(contactId)) throw new UpstreamError(source, 'REFUSED', { code: 'INVALID_ID' });
    return records.load(contactId);
  };
  const section =
    <Item>(items: (record: ProviderRecord) => readonly Item[]) =>
    async (subject: UpstreamSubject): Promise<SourceAnswer<Item>> => {
      const record = await recordOf(subject);
      return { items: items(record), retrievedAt: record.retrievedAt, complete: record.complete };
    };
  return {
    employment: section(({ employment }) => employment),
    workStatus: section(({ employment, retrievedAt }) => workStatusOf(employment, retrievedAt.slice(0, 10))),
    referrals: section(({ referrals }) => referrals),
    support: section(({ support }) => support),
    measures: section(({ measures }) => measures),
  };
}

const emptyRecord = (retrievedAt: string, complete: boolean): ProviderRecord => ({
  employment: [],
  referrals: [],
  support: [],
  measures: [],
  retrievedAt,
  complete,
});

/** One record for each contact, in their order; the loader never asks for one twice. */
function recordsOf(contactIds: readonly string[], pages: CasePages): readonly ProviderRecord[] {
  const records = new Map(contactIds.map((id) => [id, emptyRecord(pages.retrievedAt, pages.complete)]));
  for (const found of pages.cases) {
    const record = records.get(found.contactId);
    if (!record) continue;
    record.employment.push(...found.employment);
    record.referrals.push(found.referral);
    record.support.push(found.support);
    record.measures.push(...found.measures);
    record.complete &&= found.complete;
  }
  return [...records.values()];
}
