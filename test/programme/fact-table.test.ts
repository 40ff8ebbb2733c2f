import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { factNames } from '../../src/programme/facts.js';
import { withFactTable } from '../../src/programme/fact-table.js';

test('the guide prints every fact of the model', () => {
  const guide = readFileSync(new URL('docs/guides/programmes.md', packageRoot), 'utf8');
  expect(factNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test('a guide without a place for the facts is refused', () => {
  expect(() => withFactTable('# Programmes')).toThrow('no place for the facts');
});
