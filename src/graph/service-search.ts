import type { SourceAnswer } from '../../adapters/contract.js';
import type { ListedService, ServiceSearch } from '../../adapters/local-service.js';
import { UpstreamError } from '../../adapters/upstream-error.js';
import type { RequestContext } from './context.js';
import type { SourceStatus } from './section-records.js';
import type { ServiceDirectory } from './service-directory.js';
import { listedOnly, type ReadEntry } from './service-view.js';

/** What is offered no more is no service near here. */
const isOffered = ({ status }: ListedService): boolean => status !== 'inactive' && status !== 'defunct';

type Answer = SourceAnswer<ListedService>;

/** Asks the directory: a page's worth and more, nearest first, or why there is nothing. */
export async function searchDirectory(search: ServiceSearch, { load }: RequestContext) {
  const directory = load.directory();
  if (!directory) return nothing(unavailable('open-referral-uk', 'NOT_CONNECTED'));
  try {
    const answer = await directory.near(search);
    if (!answer) return nothing({ __typename: 'NoServices', why: 'DISTRICT_NOT_COVERED', sources: [] } as const);
    const offered: Answer = { ...answer, items: answer.items.filter(isOffered) };
    if (offered.items.length > 0 || !answer.complete) return { kind: 'found', answer: offered, directory } as const;
    const sources = [statusOf(directory.name, offered)];
    return nothing({ __typename: 'NoServices', why: 'NOTHING_NEAR', sources } as const);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return nothing(unavailable(directory.name, error.reason, error.retryAfterSeconds));
  }
}

const nothing = <Result>(answer: Result) => ({ kind: 'nothing', answer }) as const;

function unavailable(source: string, cause: NonNullable<SourceStatus['cause']>, retryAfterSeconds?: number) {
  const status: SourceStatus = { source, outcome: 'UNAVAILABLE', cause, complete: false, retrievedAt: null };
  return {
    __typename: 'DirectoryUnavailable',
    cause,
    retryAfterSeconds: retryAfterSeconds ?? null,
    sources: [status],
  } as const;
}

export const statusOf = (source: string, { items, complete, retrievedAt }: Answer): SourceStatus => ({
  source,
  outcome: items.length > 0 ? 'ANSWERED' : 'NO_RECORD',
  cause: null,
  complete,
  retrievedAt,
});

/** The whole entry; one that cannot be read leaves what the list said, and says so. */
export async function entryOf(
  listed: ListedService,
  directory: ServiceDirectory,
  district: string,
  { services, call }: RequestContext,
): Promise<ReadEntry> {
  try {
    const service = await directory.detail(listed.id, district);
    return service ? { service, whole: true } : listedOnly(listed);
  } catch (error) {
    if (!(error instanceof UpstreamError)) {
      services.report({ what: 'a directory’s entry', correlationId: call.correlationId, error });
    }
    return listedOnly(listed);
  }
}
