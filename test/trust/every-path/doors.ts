/** Every way by which somebody comes to a client, walked over real connections: what each shows of everybody whom it shows. */
import { subscribe, type Transport } from '../../event/subscriber.js';
import type { Answer } from '../../acceptance/caller.js';
import type { Who } from '../../acceptance/hub.js';
import { newKey } from './cases.js';
import { everything } from './selection.js';
import { programme, type Stage } from './stage.js';

/** Clients as a door shows them, by the id that the caller is given. */
export type Shown = ReadonlyMap<string, string>;

export interface Door {
  readonly name: string;
  /** The fields of the contract that it goes through. */
  readonly covers: readonly string[];
  readonly walk: (stage: Stage, who: Who) => Promise<Shown>;
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every client in an answer, wherever they stand: each is under a key that only this query gives. */
function clientsIn(value: unknown, found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) for (const each of value) clientsIn(each, found);
  else if (isRecord(value)) {
    for (const [key, below] of Object.entries(value)) {
      if (key !== 'THE_CLIENT') clientsIn(below, found);
      else for (const each of [below].flat()) if (isRecord(each)) found.set(String(each['id']), JSON.stringify(each));
    }
  }
  return found;
}
const client = (field: string): string => `THE_CLIENT: ${field} { ${everything} }`;
const node = client('node');

/** A door that this caller is not let through at all shows nobody; any other error is a fault. */
function shownIn({ data, errors = [] }: Answer): Map<string, string> {
  const faults = errors.filter(({ extensions }) => extensions.code !== 'NOT_ALLOWED');
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return clientsIn(data);
}
const asking = (query: string, variables?: object) => async (stage: Stage, who: Who) =>
  shownIn(await stage.ask(who, query, variables));

/** One question for each person; what is nobody's answers with nothing. */
const forEach =
  (query: string, variables: (stage: Stage, who: Who, name: string) => Promise<object> | object, among?: 'SUPPORTED') =>
  async (stage: Stage, who: Who): Promise<Shown> => {
    const all = new Map<string, string>();
    for (const name of among ? stage.caseOf.keys() : stage.names) {
      for (const [id, text] of shownIn(await stage.ask(who, query, await variables(stage, who, name))))
        all.set(id, text);
    }
    return all;
  };

/** All pages of a list, by its cursors. */
const paging =
  (field: string, filter: string, edge: string) =>
  async (stage: Stage, who: Who): Promise<Shown> => {
    const all = new Map<string, string>();
    for (let after: string | null = null; ;) {
      const query = `query($after: String) { list: ${field}(first: 7, after: $after${filter}) { edges { cursor ${edge} } pageInfo { hasNextPage endCursor } } }`;
      const answer: Answer = await stage.ask(who, query, { after });
      for (const [id, text] of shownIn(answer)) all.set(id, text);
      const info = (answer.data as { list?: { pageInfo: { hasNextPage: boolean; endCursor: string } } } | null)?.list?.pageInfo;
      if (info?.hasNextPage !== true) return all;
      after = info.endCursor;
    }
  }; // prettier-ignore

/** What is pushed to this caller about each person in turn; once more about the first, so that the end is known. */
const pushing =
  (transport: Transport, subscription: string, cause: (stage: Stage, name: string) => Promise<unknown>) =>
  async (stage: Stage, who: Who): Promise<Shown> => {
    const all = new Map<string, string>();
    const subscriber = await subscribe(stage.hub, transport, who, subscription);
    const [first, ...others] = stage.caseOf.keys();
    for (const name of [first!, ...others, first!]) await cause(stage, name);
    for (;;) {
      const answer = await subscriber.next();
      const [[id, text] = []] = answer ? shownIn(answer) : [];
      if (id === undefined || text === undefined || all.has(id)) break;
      all.set(id, text);
    }
    await subscriber.end();
    return all;
  };

const byNumber = (stage: Stage, _who: Who, name: string) => ({ by: { nhsNumber: stage.hub.nhsNumber(name) } });
const byId = async (stage: Stage, who: Who, name: string) => ({ by: { id: await stage.idFor(who, name) } });
const references = async (stage: Stage, who: Who, name: string) => ({
  r: [{ __typename: 'Client', id: await stage.idFor(who, name) }],
});
const caseId = async (stage: Stage, who: Who, name: string) => ({ id: await stage.caseFor(who, name) });
const changed = async (stage: Stage, who: Who, name: string) => ({
  input: { idempotencyKey: newKey(), case: await stage.caseFor(who, name), description: 'Ring the bakery', strand: 'WORK' },
}); // prettier-ignore
const addAction = (fields: string): string =>
  `mutation($input: AddCaseActionInput!) { addCaseAction(input: $input) { ... on CaseChanged { case { ${fields} } } } }`;
const staff = `staffSupported { named { ${client('client')} } }`;
const cases = (filter: string, name: string): Door => ({
  name,
  covers: ['Query.cases', 'CaseEdge.node', 'Case.client'],
  walk: paging('cases', filter, `node { ${client('client')} }`),
});

/** The doors of queries, in the order of the contract. */
export const doors: readonly Door[] = [
  { name: 'by NHS number', covers: ['Query.client'], walk: forEach(`query($by: ClientLookup!) { ${client('client(by: $by)')} }`, byNumber) },
  { name: 'by id', covers: ['Query.client'], walk: forEach(`query($by: ClientLookup!) { ${client('client(by: $by)')} }`, byId) },
  {
    name: 'by alias, fragments and directives',
    covers: ['Query.client'],
    walk: forEach(
      `query($by: ClientLookup!, $yes: Boolean!) { other: client(by: $by) { id @skip(if: $yes) __typename } THE_CLIENT: client(by: $by) @include(if: $yes) { ...All } }
       fragment All on Client { ... on Client @include(if: $yes) { ${everything} } }`,
      async (stage, who, name) => ({ ...(await byId(stage, who, name)), yes: true }),
    ),
  },
  { name: 'as oneself', covers: ['Query.me'], walk: asking(`{ ${client('me')} }`) },
  { name: 'in the list', covers: ['Query.clients', 'ClientEdge.node'], walk: paging('clients', '', node) },
  { name: 'in a filtered list', covers: ['Query.clients', 'ClientEdge.node'], walk: paging('clients', ', filter: { since: "2026-01-01", before: "2026-01-02" }', node) },
  {
    name: 'as an entity',
    covers: ['Query._entities'],
    walk: forEach(`query($r: [_Any!]!) { THE_CLIENT: _entities(representations: $r) { ... on Client { ${everything} } } }`, references),
  },
  { name: 'of a case', covers: ['Query.case', 'Case.client'], walk: forEach(`query($id: ID!) { case(id: $id) { ${client('client')} } }`, caseId, 'SUPPORTED') },
  cases('', 'in the list of cases'),
  cases(', filter: { manager: "coach-shah" }', 'in the cases of one manager'),
  cases(`, filter: { programme: "${programme}" }`, 'in the cases of a programme'),
  cases(', filter: { endingBefore: "2096-01-01" }', 'in the cases by their end'),
  { name: 'in what another version changes', covers: ['Query.programmeVersionChange', 'VersionChange.case', 'Case.client'], walk: (stage, who) => paging('programmeVersionChange', `, programme: "${programme}", to: "${stage.otherVersion}"`, `node { case { ${client('client')} } }`)(stage, who) },
  { name: 'in the roster of a group', covers: ['Query.groupSessions', 'GroupSession.roster', 'Case.client'], walk: asking(`{ groupSessions { edges { node { roster { ${client('client')} } } } } }`) },
  { name: 'in the list of tasks', covers: ['Query.tasks', 'Task.client'], walk: paging('tasks', '', `node { ${client('client')} }`) },
  { name: 'as an employer’s staff', covers: ['Query.employers', 'Employer.staffSupported', 'StaffSupported.named', 'SupportedPerson.client'], walk: asking(`{ employers { edges { node { ${staff} } } } }`) },
  { name: 'as one employer’s staff', covers: ['Query.employer', 'StaffSupported.named', 'SupportedPerson.client'], walk: (stage, who) => asking(`query($id: ID!) { employer(id: $id) { ${staff} } }`, { id: stage.employer })(stage, who) },
  { name: 'in one’s own cases', covers: ['Client.cases', 'CaseEdge.node', 'Case.client'], walk: forEach(`query($by: ClientLookup!) { client(by: $by) { cases { edges { node { ${client('client')} } } } } }`, byNumber) },
]; // prettier-ignore

/** Those that change something on the way, or wait for a change: only whom the provider supports, in this order. */
export const changingDoors: readonly Door[] = [
  { name: 'in the answer of a change', covers: ['Mutation.addCaseAction', 'CaseChanged.case', 'Case.client'], walk: forEach(addAction(client('client')), changed, 'SUPPORTED') },
  {
    name: 'in the answer about an employer’s staff',
    covers: ['Mutation.recordSupportedStaff', 'SupportedStaffRecorded.employer', 'StaffSupported.named', 'SupportedPerson.client'],
    walk: async (stage, who) => {
      const record = `mutation($input: RecordSupportedStaffInput!) { recordSupportedStaff(input: $input) { ... on SupportedStaffRecorded { employer { ${staff} } } } }`;
      const name = [...stage.caseOf.keys()][0]!;
      const input = { idempotencyKey: newKey(), employer: stage.employer, client: await stage.idFor(who, name), since: '2026-02-02' };
      return asking(record, { input })(stage, who);
    },
  },
  ...(['WebSocket', 'server-sent events'] as const).flatMap((transport): readonly Door[] => [
    {
      name: `pushed with a case over ${transport}`,
      covers: ['Subscription.caseChanged', 'Case.client'],
      walk: (stage, who) =>
        pushing(transport, `subscription { caseChanged { ${client('client')} } }`, async (_stage, name) =>
          stage.ask('provider-manager', addAction('id'), await changed(stage, 'provider-manager', name)),
        )(stage, who),
    },
    {
      name: `pushed with a task over ${transport}`,
      covers: ['Subscription.taskRaised', 'Task.client'],
      walk: pushing(transport, `subscription { taskRaised { ${client('client')} } }`, (stage, name) => stage.raiseTask(name)),
    },
  ]),
  {
    name: 'in the answer about a task',
    covers: ['Mutation.completeTask', 'TaskCompleted.task', 'Task.client'],
    walk: async (stage, who) => {
      const complete = `mutation($input: CompleteTaskInput!) { completeTask(input: $input) { ... on TaskCompleted { task { ${client('client')} } } } }`;
      const { data } = await stage.ask(who, '{ tasks(first: 50) { edges { node { id } } } }');
      const all = new Map<string, string>();
      for (const { node: { id } } of data.tasks.edges as readonly { node: { id: string } }[]) {
        const input = { idempotencyKey: newKey(), task: id, outcome: 'JUSTIFIED', reason: 'It was.' };
        for (const [key, text] of shownIn(await stage.ask(who, complete, { input }))) all.set(key, text);
      }
      return all;
    },
  },
]; // prettier-ignore
