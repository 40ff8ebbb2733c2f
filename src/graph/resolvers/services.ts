import type { ListedService, ServiceSearch } from '../../../adapters/local-service.js';
import { checkService } from '../../local-service/eligibility.js';
import type { KnownFacts } from '../../programme/facts.js';
import type { ClientFile } from '../client-file.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { QueryResolvers, QueryServicesNearArgs } from '../generated.js';
import { givenFacts } from '../given-facts.js';
import { pageOf } from '../page.js';
import { readMissing } from '../read-facts.js';
import { districtGiven, districtOfHome, type ServicePlace } from '../service-place.js';
import { entryOf, searchDirectory, statusOf } from '../service-search.js';
import { serviceView, type ReadEntry } from '../service-view.js';
import { keyOf, pageSize } from './client.js';

const section = 'Query.servicesNear';
const largestPage = 25;

const Query: Pick<QueryResolvers, 'servicesNear'> = {
  servicesNear: async (_root, args, context) => {
    checkArguments(args);
    const limit = pageSize(args.first, largestPage);
    const given = givenFacts(args.facts, context.today);
    const file = args.client == null ? undefined : await findClient({ id: args.client }, context, section);
    if (file === null) return null;
    const place = await placeOf(args, file, context);
    if (place.kind === 'refused') return place.answer;
    if (place.kind === 'noAddress')
      return { __typename: 'NoServices' as const, why: 'NO_ADDRESS' as const, sources: [] };
    const search: ServiceSearch = {
      district: place.district,
      withinMetres: args.withinMetres,
      ...(args.search != null && { search: args.search.trim() }),
      ...(args.taxonomyTerm != null && { taxonomyTerm: args.taxonomyTerm }),
    };
    const found = await searchDirectory(search, context);
    if (found.kind === 'nothing') return found.answer;
    const list = `servicesNear ${JSON.stringify([args.near == null ? (args.client ?? '') : search.district, { ...search, district: '' }])}`;
    const after = args.after == null ? undefined : keyOf(args.after, list, context);
    const from = after ? found.answer.items.findIndex((item) => isBehind(item, after)) : 0;
    const items = from < 0 ? [] : found.answer.items.slice(from, from + limit);
    const entries = await Promise.all(items.map((item) => entryOf(item, found.directory, search.district, context)));
    const checked = await checkAll(entries, given, file, context);
    return {
      __typename: 'ServicesNear' as const,
      ...pageOf({
        items: checked.nodes.map((node) => ({ node, key: keyOfItem(node) })),
        hasNextPage: from >= 0 && found.answer.items.length > from + limit,
        hasPreviousPage: after !== undefined,
        cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
      }),
      district: args.near == null ? null : search.district,
      read: checked.read,
      withheld: checked.withheld,
      sources: [statusOf(found.directory.name, found.answer)],
    };
  },
};

type Arguments = QueryServicesNearArgs & Required<Pick<QueryServicesNearArgs, 'withinMetres'>>;

/** @throws HubError BAD_INPUT */
function checkArguments({ near, client, withinMetres, search, taxonomyTerm }: Arguments): void {
  if (near == null && client == null) throw new HubError('BAD_INPUT', 'Give near, client, or both.');
  if (withinMetres < 100 || withinMetres > 50_000) {
    throw new HubError('BAD_INPUT', 'withinMetres must be 100 to 50,000.');
  }
  if (search != null && (search.trim() === '' || search.length > 100)) {
    throw new HubError('BAD_INPUT', 'search must be 1 to 100 characters.');
  }
  // A search goes to a public feed as it is: what looks like somebody's number or address stays here.
  if (search != null && /\d{3}|@/.test(search)) throw new HubError('BAD_INPUT', 'search takes words, not numbers.');
  if (taxonomyTerm != null && !/^[A-Za-z0-9._:-]{1,128}$/.test(taxonomyTerm)) {
    throw new HubError('BAD_INPUT', 'taxonomyTerm must be the id of a term as the directory gives it.');
  }
}

async function placeOf(
  { near }: QueryServicesNearArgs,
  file: ClientFile | undefined,
  context: RequestContext,
): Promise<ServicePlace> {
  if (near != null) return { kind: 'district', district: districtGiven(near) };
  return file ? districtOfHome(file, context, section) : { kind: 'noAddress' };
}

/** What every service says, over what the caller gave and what may be read of the client. */
async function checkAll(
  entries: readonly ReadEntry[],
  given: KnownFacts,
  file: ClientFile | undefined,
  context: RequestContext,
) {
  const { services, today } = context;
  const check = (known: KnownFacts) =>
    entries.map(({ service, whole }) => checkService(services.serviceCriteria, service, whole, known, today));
  const { answers, read, withheld } = file
    ? await readMissing(file, given, check, { context, on: today, section })
    : { answers: check(given), read: [], withheld: [] };
  const nodes = entries.flatMap((entry, at) => {
    const answer = answers[at];
    return answer ? [serviceView(entry, answer, today)] : [];
  });
  return { nodes, read, withheld };
}

/** Without coordinates: behind all that have some. */
const keyOfItem = ({ distanceMetres, id }: { readonly distanceMetres: number | null; readonly id: string }) =>
  [distanceMetres ?? Number.MAX_SAFE_INTEGER, id] as const;

function isBehind(item: ListedService, [afterMetres, afterId]: readonly (string | number | boolean)[]): boolean {
  const [metres, id] = keyOfItem(item);
  return metres > Number(afterMetres) || (metres === afterMetres && id > String(afterId));
}

export const services = { Query };
