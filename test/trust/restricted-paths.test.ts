/** Goal row 31: where a restricted or withdrawn person is to be found is gone on all paths, for everyone but the person. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataCategories, purposes } from '../../src/access/types.js';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA, nobodySpecial, supportedBy, whereabouts } from '../acceptance/people.js';
import { everything } from '../acceptance/sections.js';

let hub: TestHub;
const { nhsNumber: _number, nino: _nino, ...facts } = AMINA;
const like = (index: number, own: Partial<SandboxPerson>): SandboxPerson =>
  nobodySpecial(index, { ...facts, provider: supportedBy(index), ...own });
const consents = [
  {
    effect: 'PERMIT',
    categories: dataCategories,
    recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
    purposes,
    period: { start: '2026-01-01' },
  },
] as const;
const people = {
  OPEN: { person: like(70, {}), consents },
  R: { person: like(71, { restriction: 'R' }), consents },
  V: { person: like(72, { restriction: 'V' }), consents },
  REDACTED: { person: like(73, { restriction: 'REDACTED' }), consents },
  // PDS replaced the number, and the record that stands is restricted.
  REPLACED: { person: like(74, { restriction: 'R', supersededBy: nobodySpecial(75).nhsNumber }), consents },
};
beforeAll(async () => {
  hub = await startHub({ people });
});
afterAll(() => hub.close());

/** `everything`, asked another way; the fragments at its end stay. */
const asked = (head: string, root: string): string =>
  everything.replace('query Everything($by: ClientLookup!)', head).replace('client(by: $by)', root);
const body = async (who: Parameters<TestHub['as']>[0], operation: string, variables?: object): Promise<string> => {
  const { data, errors } = await hub.as(who).query(operation, variables);
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
};

/** Every way to a person. */
const paths: Readonly<Record<string, (name: string) => Promise<string>>> = {
  'by NHS number': (name) => body('clinician', everything, { by: { nhsNumber: hub.nhsNumber(name) } }),
  'by id': async (name) => body('clinician', everything, { by: { id: await hub.idFor('practice', name) } }),
  'in a list': async (name) => {
    // `node { … }` stands two levels deeper than the client of the other paths.
    const list = asked('query Everything', 'clients(first: 50) { edges { node').replace(
      /\}\s*\}\s*fragment/,
      '} } } }\nfragment',
    );
    const { edges } = (JSON.parse(await body('clinician', list)) as { clients: { edges: { node: { id: string } }[] } })
      .clients;
    const id = await hub.idFor('practice', name);
    return JSON.stringify(edges.filter(({ node }) => node.id === id));
  },
  'as an entity': async (name) => {
    const entity = asked('query Everything($r: [_Any!]!)', '_entities(representations: $r) { ... on Client');
    const r = [{ __typename: 'Client', id: await hub.idFor('practice', name) }];
    return body('clinician', entity.replace(/\}\s*\}\s*fragment/, '} } }\nfragment'), { r });
  },
};

describe.each(Object.keys(paths))('%s', (path) => {
  test('the search below finds what it looks for', async () => {
    const text = await paths[path]!('OPEN');
    expect(whereabouts.filter((word) => text.includes(word))).toEqual(whereabouts);
  });

  test.each(['R', 'V', 'REDACTED', 'REPLACED'])('nothing tells where %s is', async (name) => {
    const text = await paths[path]!(name);
    // The person is there, and their sections with them.
    expect(text).toContain('Receptionist');
    expect(whereabouts.filter((word) => text.includes(word))).toEqual([]);
  });
});

test('the answer of a mutation tells nothing either', async () => {
  for (const name of ['R', 'V', 'REDACTED', 'REPLACED']) {
    const answer = await hub.as('work-and-health-coach').record({
      client: await hub.idFor('provider', name),
      categories: ['SUPPORT'],
      recipients: [{ audience: 'CLINICIAN' }],
      purposes: ['DIRECT_CARE'],
      evidence: { method: 'SPOKEN', wording: 'Yes.' },
    });
    expect(answer.data.recordConsent.__typename).toBe('ConsentRecorded');
    expect(whereabouts.filter((word) => JSON.stringify(answer).includes(word))).toEqual([]);
  }
});

test('the person sees what the sources have of their own', async () => {
  const text = await body('client:R', asked('query Everything', 'me'));
  expect(whereabouts.filter((word) => text.includes(word)).length).toBeGreaterThan(0);
});
