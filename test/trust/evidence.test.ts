/** The table of evidence names tests that exist, and every goal row of issue 3. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const text = readFileSync('docs/trust-evidence.md', 'utf8');
const rows = [...text.matchAll(/^\| (\d+) +\|.*$/gm)].map(([line, number]) => ({ number: Number(number), line }));

test('every file that it names exists', () => {
  const files = [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path ?? '');
  expect(files.length).toBeGreaterThan(60);
  expect(files.filter((path) => !existsSync(path))).toEqual([]);
});

test('every row of groups A, B, C and H stands in it once, with a judgement', () => {
  const wanted = [
    ...Array.from({ length: 31 }, (_, index) => index + 1),
    ...Array.from({ length: 16 }, (_, index) => index + 55),
  ];
  expect(rows.map(({ number }) => number)).toEqual(wanted);
  expect(
    rows.filter(({ line }) => !/\| (met|partly|not met)\b[^|]*\|$/.test(line)).map(({ number }) => number),
  ).toEqual([]);
});

test('what is met names a test', () => {
  expect(
    rows.filter(({ line }) => !line.includes('| not met') && !line.includes('`test/')).map(({ number }) => number),
  ).toEqual([]);
});
