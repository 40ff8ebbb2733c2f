/** The paths that show nothing of a section and tell of the decision about it: each is compared with what the section says. */
import { hideableCategories, type DataCategory } from '../../../src/access/types.js';
import { organisations } from '../../../src/demo/organisations.js';
import type { Who } from '../../acceptance/hub.js';
import { sections as categoryOf } from '../../acceptance/sections.js';
import { cases, clinician, coach, newKey } from './cases.js';
import type { Shown } from './doors.js';
import type { Stage } from './stage.js';

type SectionsFor = (who: Who) => Promise<Shown>;

export interface AnswerPath {
  readonly name: string;
  readonly covers: readonly string[];
  /** Fails where one of them says something else than the section. @returns how many decisions were compared */
  readonly agrees: (stage: Stage, sectionsFor: SectionsFor) => Promise<number>;
}

/** What a section says of the decision on its category. */
interface Said {
  readonly category: DataCategory;
  readonly permitted: boolean;
  readonly rule: string | null;
  readonly reason: string | null;
}
interface Withheld {
  readonly category: DataCategory;
  readonly reason: string;
  readonly rule: string;
}
type Section = { readonly __typename: string; readonly withheld?: readonly Withheld[] } & Partial<Withheld>;

/** The decisions that a client's sections show; those on single kinds of conditions too, where they are told. */
function decisionsIn(text: string): readonly Said[] {
  const client = JSON.parse(text) as Readonly<Record<string, Section>>;
  const refused = ({ category, rule, reason }: Withheld): Said => ({ category, permitted: false, rule, reason });
  return Object.entries(categoryOf).flatMap(([name, category]): readonly Said[] => {
    const section = client[name];
    if (!section) return [];
    if (section.__typename === 'Withheld') return [refused(section as Withheld)];
    return [{ category, permitted: true, rule: null, reason: null }, ...(section.withheld ?? []).map(refused)];
  });
}

/** Fails unless `found` says of each decision of the section what the section says. */
function compare(where: string, expected: readonly Said[], found: readonly Partial<Said>[]): number {
  const said = expected.map(({ category, permitted, rule, reason }) => [where, category, permitted, permitted ? null : [rule, reason]]);
  const other = expected.map(({ category }) => {
    const each = found.find((one) => one.category === category);
    return [where, category, each?.permitted, each?.permitted === true ? null : [each?.rule, each?.reason]];
  });
  expectSame(other, said);
  return expected.length;
} // prettier-ignore

function expectSame(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`another decision\n  here:    ${one}\n  section: ${other}`);
}

/** Of everybody whom a caller finds, and of those whom they do not. */
async function eachPerson(
  stage: Stage,
  who: Who,
  sectionsFor: SectionsFor,
  compared: (name: string, id: string, said: readonly Said[]) => Promise<number>,
): Promise<number> {
  const shown = await sectionsFor(who);
  let count = 0;
  for (const name of stage.names) {
    const id = await stage.idFor(who, name);
    const text = shown.get(id);
    count += await compared(name, id, text === undefined ? [] : decisionsIn(text));
  }
  return count;
}

const hideable: ReadonlySet<DataCategory> = new Set(hideableCategories);
/** A parent reads by what the client may not be told apart by: their own word stands in it. */
const whoAsk: readonly Who[] = [coach, clinician, 'commissioner', 'client:CHILD', 'client:PARENT'];

const explain = `query($client: ID!, $category: DataCategory!) { explainAccess(client: $client, category: $category) { category permitted rule reason } }`;
const eligibility = `query($client: ID!) { checkEligibility(input: { client: $client }) { read { category } withheld { category rule reason } } }`;
const near = `query($client: ID!) { servicesNear(client: $client, facts: {}, withinMetres: 20000) { __typename
  ... on ServicesNear { read { category } withheld { category rule reason } } ... on Withheld { category rule reason } } }`;
const past = `query($client: ID!, $viewer: ViewerInput!, $on: Date!) { whatCouldSee(client: $client, viewer: $viewer, on: $on) { categories { category permitted rule reason } } }`;
const coachViewer = { organisation: organisations.provider.id, audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT', subject: 'coach-shah' } as const; // prettier-ignore
const look = `query($by: ClientLookup!) { client(by: $by) { ${Object.keys(categoryOf)
  .map((name) => `${name} { __typename }`)
  .join(' ')} } }`;
const ledger = `query($filter: DisclosureFilter!) { disclosures(first: 1, filter: $filter) { edges { node { lines { category outcome rule reason } } } } }`;
const history = `query { me { accessHistory(first: 5) { edges { node { organisation permitted refused } } } } }`;
const preview = `query($change: ConsentChangeInput!) { previewConsent(change: $change) { ... on ConsentPreview { effects { organisation subject audience purpose category before { extent } } } } }`;

interface FactsFrom {
  readonly read?: readonly { readonly category: DataCategory }[];
  readonly withheld?: readonly Withheld[];
}
/** What an answer from facts read, and what it says that it might not read, is as the sections have it. */
function compareFacts(where: string, said: readonly Said[], { read = [], withheld = [] }: FactsFrom): number {
  const refused = said.filter(({ permitted }) => !permitted);
  for (const { category } of read) {
    if (refused.some((each) => each.category === category)) throw new Error(`${where} read ${category}`);
  }
  const named = withheld.map(({ category }) => category);
  return compare(where, said.filter(({ category }) => named.includes(category)), withheld.map((each) => ({ ...each, permitted: false }))) + read.length;
} // prettier-ignore

export const answersOf: readonly AnswerPath[] = [
  {
    name: 'explainAccess',
    covers: ['Query.explainAccess'],
    agrees: async (stage, sectionsFor) => {
      let count = 0;
      for (const who of whoAsk) {
        count += await eachPerson(stage, who, sectionsFor, async (name, client, said) => {
          if (said.length === 0) return notToBeTold(stage, who, client);
          const found: Partial<Said>[] = [];
          for (const { category } of said) {
            found.push((await stage.ask(who, explain, { client, category })).data.explainAccess as Said);
          }
          return compare(`explainAccess ${name}`, said, found);
        });
      }
      return count;
    },
  },
  {
    name: 'whatCouldSee, for today',
    covers: ['Query.whatCouldSee'],
    agrees: (stage, sectionsFor) =>
      eachPerson(stage, coach, sectionsFor, async (name, _client, said) => {
        // Of a day on which something changed it tells what could be seen at any moment of it.
        if (cases[name]?.then) return 0;
        const officer: Who = 'privacy-officer';
        const variables = { client: await stage.idFor(officer, name), viewer: coachViewer, on: new Date(stage.now()).toISOString().slice(0, 10) };
        const { data } = await stage.ask(officer, past, variables);
        const found = (data.whatCouldSee as { categories: readonly Said[] } | null)?.categories ?? [];
        // A privacy officer is told what was said against a kind whose existence hides.
        return compare(`whatCouldSee ${name}`, said.filter(({ category }) => !hideable.has(category)), found);
      }),
  },
  {
    name: 'checkEligibility',
    covers: ['Query.checkEligibility'],
    agrees: async (stage, sectionsFor) => {
      let count = 0;
      for (const who of [coach, clinician, 'client:PERMITS'] as const) {
        count += await eachPerson(stage, who, sectionsFor, async (name, client, said) => {
          const answer = (await stage.ask(who, eligibility, { client })).data.checkEligibility as FactsFrom | null;
          if (said.length === 0) return expectSame(answer, null), 1;
          return compareFacts(`checkEligibility ${name}`, said, answer ?? {});
        });
      }
      return count;
    },
  },
  {
    name: 'servicesNear',
    covers: ['Query.servicesNear'],
    agrees: (stage, sectionsFor) =>
      eachPerson(stage, coach, sectionsFor, async (name, client, said) => {
        const answer = (await stage.ask(coach, near, { client })).data.servicesNear as (FactsFrom & Section) | null;
        if (said.length === 0) return expectSame(answer, null), 1;
        const contact = said.filter(({ category }) => category === 'CONTACT');
        const place = { ...answer, category: 'CONTACT' as const, permitted: answer?.__typename !== 'Withheld' };
        return compare(`servicesNear ${name}`, contact, [place]) + compareFacts(`servicesNear ${name}`, said, answer ?? {});
      }),
  },
  {
    name: 'the ledger, its export, and the client’s own history',
    covers: ['Query.disclosures'],
    agrees: (stage, sectionsFor) =>
      eachPerson(stage, coach, sectionsFor, async (name, _client, all) => {
        // Kinds of which the caller is not told stand in the ledger all the same.
        const said = all.filter(({ category }) => !hideable.has(category));
        await stage.ask(coach, look, { by: { nhsNumber: stage.hub.nhsNumber(name) } });
        const mine = (await stage.ask(`client:${name}`, history)).data.me;
        const officer: Who = 'privacy-officer';
        const client = await stage.idFor(officer, name);
        const filter = { client, organisation: organisations.provider.id };
        const { data } = await stage.ask(officer, ledger, { filter });
        const [record] = data.disclosures.edges as readonly { node: { lines: readonly (Said & { outcome: string })[] } }[];
        if (said.length === 0) return 0;
        const lines = (record?.node.lines ?? []).map((line) => ({ ...line, permitted: line.outcome === 'PERMITTED' }));
        const query = new URLSearchParams({ ...filter, format: 'record' });
        const headers = { authorization: `Bearer ${await stage.hub.as(officer).token()}` };
        const text = await (await fetch(`${stage.hub.url}/audit/export?${query.toString()}`, { headers })).text();
        const exported = JSON.parse(text.trim().split('\n').at(-1) ?? '{}') as { lines: readonly (Said & { outcome: string })[] };
        // Their own reads stand in it too.
        const entries = (mine?.accessHistory.edges ?? []) as readonly { node: { organisation: string; permitted: string[]; refused: string[] } }[];
        const entry = entries.find(({ node }) => node.organisation === organisations.provider.id);
        const told = said.map(({ category, permitted }) => [category, permitted]);
        expectSame(told.map(([category]) => [category, entry?.node.permitted.includes(String(category)) === true]), told);
        return (
          compare(`disclosures ${name}`, said, lines) +
          compare(`export ${name}`, said, exported.lines.map((line) => ({ ...line, permitted: line.outcome === 'PERMITTED' })))
        );
      }),
  },
  {
    name: 'previewConsent of a no to everything',
    covers: ['Query.previewConsent'],
    agrees: (stage, sectionsFor) =>
      eachPerson(stage, coach, sectionsFor, async (name, _client, all) => {
        const said = all.filter(({ category, rule }) => !hideable.has(category) && !ownRecord.has(category) && rule !== 'W-04');
        if (said.length === 0) return 0;
        const who: Who = `client:${name}`;
        const record = {
          idempotencyKey: newKey(),
          client: await stage.idFor(who, name),
          effect: 'DENY',
          categories: said.map(({ category }) => category),
          recipients: [{ organisation: organisations.provider.id }],
          purposes: ['EMPLOYMENT_SUPPORT'],
          evidence: { method: 'ELECTRONIC', wording: 'No.', capacity: 'HAS_CAPACITY' },
        };
        const { data } = await stage.ask(who, preview, { change: { record } });
        const effects = (data.previewConsent.effects ?? []) as readonly Effect[];
        const isTheCoach = ({ organisation, subject, audience, purpose }: Effect) =>
          (subject === null || subject === coachViewer.subject) &&
          organisation === coachViewer.organisation && audience === coachViewer.audience && purpose === coachViewer.purpose;
        const seen = new Set(effects.filter(isTheCoach).map(({ category }) => category));
        // What a no would take away is what is seen.
        const expected = said.map(({ category, permitted }) => [name, category, permitted]);
        expectSame(said.map(({ category }) => [name, category, seen.has(category)]), expected);
        return said.length;
      }),
  },
]; // prettier-ignore

/** What the provider holds itself: no word takes it away (rule P-01). */
const ownRecord: ReadonlySet<DataCategory> = new Set(['DEMOGRAPHICS', 'EMPLOYMENT_STATUS', 'REFERRALS', 'SUPPORT']);
interface Effect {
  readonly organisation: string | null;
  readonly subject: string | null;
  readonly audience: string;
  readonly purpose: string;
  readonly category: DataCategory;
}

/** Of somebody who is not there for a caller, they are told what they are told of nobody. */
async function notToBeTold(stage: Stage, who: Who, client: string): Promise<number> {
  const [one, other] = await Promise.all(
    [client, 'N'.repeat(32)].map(async (id) => (await stage.ask(who, explain, { client: id, category: 'FIT_NOTES' })).data as unknown),
  );
  expectSame(one, other);
  return 1;
} // prettier-ignore
