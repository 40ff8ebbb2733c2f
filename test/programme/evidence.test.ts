import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';

const text = readFileSync(new URL('docs/programme-evidence.md', packageRoot), 'utf8');
const rows = text.split('\n').flatMap((line) => {
  const [, id, , shown, stands] =
    /^\| ((?:WL|HWS|WW|IPS|HT|X)-\d{2}) +\| (.*?) *\| (.*?) *\| (.*?) *\|$/.exec(line) ?? [];
  return id === undefined || shown === undefined || stands === undefined ? [] : [{ id, shown, stands }];
});
const numbered = (family: string, last: number, first = 1): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `${family}-${String(first + at).padStart(2, '0')}`);
/** Part A of the reference, and of its A5 what the issue names. */
const all = [
  ...numbered('WL', 32),
  ...numbered('HWS', 38),
  ...numbered('WW', 28),
  ...numbered('IPS', 24),
  ...numbered('HT', 24),
  ...numbered('X', 9),
  ...numbered('X', 21, 19),
];

describe('the evidence of the programmes', () => {
  test('lists every row once', () => {
    expect(rows.map(({ id }) => id)).toEqual(all);
  });

  test.each(rows.map(({ id, shown, stands }) => [id, shown, stands] as const))(
    '%s says how it stands, and names files that are there',
    (_id, shown, stands) => {
      expect(stands).toMatch(/^(met$|partly: .|not met: .|out of scope: .)/);
      const files = [...shown.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '');
      if (stands === 'met') expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect([file, existsSync(new URL(file, packageRoot))]).toEqual([file, true]);
    },
  );

  test('counts them right', () => {
    const count = (word: string): number => rows.filter(({ stands }) => stands.startsWith(word)).length;
    expect(text.replaceAll('\n', ' ')).toContain(
      `Of ${rows.length} rows ${count('met')} are met, ${count('partly')} partly, ${count('not met')} not, and ${count('out of scope')} are out of scope.`,
    );
  });

  test('lists the rows that the reference has, where the reference is there', () => {
    const reference = join(fileURLToPath(packageRoot), '..', 'shared', 'reference', 'employment-support.md');
    if (!existsSync(reference)) {
      process.stdout.write('skipped: no reference beside the repository\n');
      return;
    }
    const found = [...readFileSync(reference, 'utf8').matchAll(/^\| ((?:WL|HWS|WW|IPS|HT)-\d{2}) \|/gm)].map(
      ([, id]) => id,
    );
    expect(rows.map(({ id }) => id).filter((id) => !id.startsWith('X-'))).toEqual(found);
  });
});
