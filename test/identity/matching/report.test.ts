import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matchReport, wilson } from '../../../src/demo/match-report.js';
import { matchReportText } from '../../../src/demo/match-report-text.js';
import { nameOrigin } from '../../../src/demo/name-origins.js';
import { createPopulation } from '../../../src/demo/population.js';
import { parseMatchModel } from '../../../src/identity/matching/model.js';
import { packageRoot } from '../../../src/package-root.js';

const read = (path: string): string => readFileSync(new URL(path, packageRoot), 'utf8');
const model = parseMatchModel(read('policies/matching.yaml'));
const options = { people: createPopulation(), model, originOf: nameOrigin, on: '2026-11-01' };

test('the report of this release is that of its matching policy', () => {
  expect(matchReportText(matchReport({ ...options, rounds: 10 }), model.reviewFrom)).toBe(
    read('docs/match-report.txt'),
  );
});

test('every group is everybody, and nobody is found and somebody else at once', () => {
  const report = matchReport({ ...options, rounds: 1 });
  for (const groups of [report.bySex, report.byAge, report.byNameOrigin]) {
    expect(groups.reduce((sum, { asked }) => sum + asked, 0)).toBe(report.all.asked);
    expect(groups.reduce((sum, { found }) => sum + found, 0)).toBe(report.all.found);
  }
  expect(report.all.found + report.all.wrong).toBeLessThanOrEqual(report.all.asked);
});

test('a policy that cannot see a group shows in the report', () => {
  // Nothing that looks alike counts for a name that is not English.
  const blind = {
    ...model,
    compare: (one: object, other: { readonly familyName?: string }) => {
      const waterfall = model.compare(one, other);
      return nameOrigin(other.familyName ?? '') === 'South Asian'
        ? { ...waterfall, total: waterfall.total - 12 }
        : waterfall;
    },
  };
  const { byNameOrigin } = matchReport({ ...options, model: blind, rounds: 2 });
  const shareOf = (group: string): number => {
    const rate = byNameOrigin.find((each) => each.group === group);
    return (rate?.found ?? 0) / (rate?.asked ?? 1);
  };
  expect(shareOf('South Asian')).toBeLessThan(shareOf('English') - 0.1);
});

test.each([
  [0, 10, 0, 0.278],
  [5, 10, 0.237, 0.763],
  [10, 10, 0.722, 1],
])('Wilson’s interval of %d in %d', (count, of, low, high) => {
  const [from, to] = wilson(count, of);
  expect(from).toBeCloseTo(low, 3);
  expect(to).toBeCloseTo(high, 3);
});
