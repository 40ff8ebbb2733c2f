/** Case work over HTTP, in as few words as a test needs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubSettingsInput } from '../../../src/config.js';
import { packageRoot } from '../../../src/package-root.js';
import type { Caller } from '../caller.js';
import type { Clock, TestHub } from '../hub.js';

let keys = 0;
const newKey = (): string => `case-work-${(keys += 1)}`;

/** Everything of a case that its own organisation can read. */
export const wholeCase = `id programme programmeVersion organisation openedAt
  progress { __typename ... on Withheld { reason } ... on CaseProgress { status stream area daysUsed plannedEndOn daysLeft warningsOn warned overdue closesOn
    accountable { subject role until reason } extensions { reason from to } discharge { on reason kind destination inBulk } } }
  assessments { __typename ... on CaseAssessments { versions { number mainBarrier { code snomed } otherBarriers { code } domains { domain findings score } withheld { category reason } } } }
  plan { __typename ... on CasePlan { versions { number type goals { kind description state confidence } } actions { id description strand owner state } } }
  interventions { __typename ... on CaseInterventions { interventions { id category fastTrack provider integrated barrier state waitedDays } } }
  needs { __typename ... on CaseNeeds { safeContact { mode address mayLeaveMessage note } access mayContactForResearch } }
  snapshots { __typename ... on CaseSnapshots { snapshots { point on employmentStatus hoursPerWeek absent absentSince daysAbsent } } }`;
const result = `__typename ... on CaseChanged { case { ${wholeCase} } } ... on CaseRefused { reason message }`;

/** A mutation of case work and its input's type. */
const inputs = {
  openCase: 'OpenCaseInput',
  assignCase: 'AssignCaseInput',
  extendCase: 'ExtendCaseInput',
  assessCase: 'AssessCaseInput',
  planCase: 'PlanCaseInput',
  addCaseAction: 'AddCaseActionInput',
  moveCaseAction: 'MoveCaseActionInput',
  requestIntervention: 'RequestInterventionInput',
  moveIntervention: 'MoveInterventionInput',
  recordCaseNeeds: 'RecordCaseNeedsInput',
  recordEmploymentSnapshot: 'RecordEmploymentSnapshotInput',
  dischargeCase: 'DischargeCaseInput',
} as const;
export type CaseVerb = keyof typeof inputs;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any field of any answer
export type Any = any;

/** What a verb answered: the union as it came. */
export async function attempt(caller: Caller, verb: CaseVerb, input: object): Promise<Any> {
  const { data, errors } = await caller.query(
    `mutation Do($input: ${inputs[verb]}!) { ${verb}(input: $input) { ${result} } }`,
    {
      input: { idempotencyKey: newKey(), ...input },
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb];
}

/** The case after a verb that must succeed. */
export async function must(caller: Caller, verb: CaseVerb, input: object): Promise<Any> {
  const answer = await attempt(caller, verb, input);
  if (answer.__typename !== 'CaseChanged') throw new Error(`${verb}: ${JSON.stringify(answer)}`);
  return answer.case;
}

export async function readCase(caller: Caller, id: string): Promise<Any> {
  const { data, errors } = await caller.query(`query Case($id: ID!) { case(id: $id) { ${wholeCase} } }`, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.case;
}

/** A clock that a programme of some other year needs. */
export function clockAt(day: string): Clock & { readonly to: (day: string) => void } {
  let offset = Date.parse(`${day}T09:00:00Z`) - Date.now();
  return {
    now: () => Date.now() + offset,
    forward: (ms) => void (offset += ms),
    to: (next) => void (offset = Date.parse(`${next}T09:00:00Z`) - Date.now()),
  };
}

/** The sharing policy as it is, as if it had held since a programme of some other year began. */
export const policySince =
  (day: string) =>
  (settings: HubSettingsInput): HubSettingsInput => {
    if (!('dataDirectory' in settings.store)) throw new Error('a test keeps its store in a directory');
    const text = readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8');
    const file = join(settings.store.dataDirectory, 'sharing.yaml');
    writeFileSync(file, text.replace(/^effectiveFrom: .*$/m, `effectiveFrom: ${day}`));
    return { ...settings, policies: { ...settings.policies, sharing: file } };
  };

/** The harness enrols people in 2026; before that PDS is asked about nobody unless somebody looks. */
export async function traceEarly(hub: TestHub, names: readonly string[]): Promise<void> {
  for (const name of names) await hub.as(`client:${name}`).query('{ me { demographics { __typename } } }');
}
