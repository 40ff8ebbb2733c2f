/** Goal row 69: the data map for impact assessments is made from the schema, the policy and the adapters; a change of what is processed changes it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { knownAdapters } from '../../adapters/registry.js';
import { parsePolicies } from '../../src/access/policy.js';
import { dataCategories } from '../../src/access/types.js';
import { readContract } from '../../src/graph/contract.js';
import { dataMap } from '../../src/graph/data-map.js';
import { categoryOf } from '../../src/graph/disclose.js';
import { buildSchema } from '../../src/graph/schema.js';
import { packageRoot } from '../../src/package-root.js';

const contract = readContract(new URL('schema/', packageRoot));
const sharing = await readFile(new URL('policies/sharing.yaml', packageRoot), 'utf8');

interface Changes {
  readonly contract?: string;
  readonly sharing?: string;
  readonly adapters?: typeof knownAdapters;
}
function mapOf(changes: Changes = {}): string {
  const schema = buildSchema(changes.contract ?? contract);
  const [policy] = parsePolicies(changes.sharing ?? sharing);
  return dataMap({
    schema,
    policy,
    adapters: changes.adapters ?? knownAdapters,
    categoryOf: (field) => categoryOf(schema, field),
  });
}
const partOf = (map: string, category: string): string => map.split(`## ${category}\n`)[1]!.split('\n## ')[0]!;
const added = (map: string): readonly string[] => {
  const before = new Set(mapOf().split('\n'));
  return map.split('\n').filter((line) => !before.has(line));
};

test('every category says what it is, from where it comes, and to whom it is shown on which basis', () => {
  const map = mapOf();
  for (const category of dataCategories) expect(partOf(map, category)).toMatch(/^\n\S.*\n\n- Fields: .+\n/);
  const contact = partOf(map, 'CONTACT');
  expect(contact).toContain('Of a person whose location is restricted, shown to nobody else.');
  expect(contact).toContain('- Fields: `Client.contact`');
  expect(contact).toContain('- Sources: nhs-pds');
  expect(contact).toContain('| CLINICIAN | DIRECT_CARE | DIRECT_CARE | H-01 | unless the client says no |');
  expect(contact).not.toContain('COMMISSIONER');
});

test('a field that is added to the schema is in it, as an item or as a section', () => {
  const withItem = contract.replace(/(type Contact [^{]*\{)/, '$1\n  "Where they sleep."\n  sleepsAt: String\n');
  expect(added(mapOf({ contract: withItem }))).toEqual([expect.stringMatching(/^ {2}- Contact: sleepsAt, /)]);
});

test('a rule that the policy gains or loses is in it, and so is what a source begins to feed', () => {
  const rule = `  - { id: K-09, audiences: [COMMISSIONER], purposes: [EMPLOYMENT_SUPPORT], categories: [CONTACT], basis: CONSENT, because: x }\n\n  # The client's own.`;
  expect(added(mapOf({ sharing: sharing.replace("  # The client's own.", rule) }))).toEqual([
    '| COMMISSIONER | EMPLOYMENT_SUPPORT | CONSENT | K-09 | by consent |',
  ]);
  const adapters = knownAdapters.map((each) =>
    each.name === 'dwp-citizen' ? { ...each, feeds: [...each.feeds, 'CONTACT' as const] } : each,
  );
  expect(added(mapOf({ adapters }))).toContain('- Sources: nhs-pds, dwp-citizen');
});

test('npm run data-map writes it, and its check fails where it is not what the parts say', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-map-'));
  const file = join(folder, 'map.md');
  const command = fileURLToPath(new URL('../../src/graph/data-map-command.js', import.meta.url));
  const run = (...given: readonly string[]): Promise<number> =>
    new Promise((resolve) => {
      execFile(process.execPath, [command, '--file', file, ...given], (error) => resolve(Number(error?.code ?? 0)));
    });
  try {
    expect(await run('--check')).toBe(1);
    expect(await run()).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(mapOf());
    expect(await run('--check')).toBe(0);
    await writeFile(file, mapOf().replace('| CLINICIAN |', '| NOBODY |'));
    expect(await run('--check')).toBe(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
