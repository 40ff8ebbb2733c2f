import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mapClaims } from '../../../adapters/dwp-citizen/mapper.js';

const retrievedAt = '2025-11-22T12:00:00.000Z';
const provenance = { source: 'dwp-citizen', retrievedAt, recordedAt: null };

interface Award {
  status?: string;
  isJointClaim?: boolean;
  assessmentAttributes?: { takeHomePay?: number };
}
interface Claims {
  data: { attributes: { benefitType: string; endDate?: string; awards: [Award, Award] } }[];
}

/** The work status of the fixture (pay of £616.67 in October 2025, none in September) after a change. */
function workStatusAfter(change: (october: Award, claim: Claims['data'][number]['attributes']) => void): unknown {
  const body = JSON.parse(readFileSync('adapters/dwp-citizen/fixtures/claims.json', 'utf8')) as Claims;
  const claim = body.data[0]!.attributes;
  change(claim.awards[1], claim);
  return mapClaims(body, retrievedAt, '2025-11-22').workStatus;
}

test('take-home pay in the latest assessment period means in work, and nothing of the benefit is told', () => {
  expect(workStatusAfter(() => undefined)).toEqual([{ inWork: true, since: null, asOf: '2025-10-31', provenance }]);
});

test('a live award without pay means not in work', () => {
  const without = workStatusAfter((october) => (october.assessmentAttributes = { takeHomePay: 0 }));
  expect(without).toEqual([{ inWork: false, since: null, asOf: '2025-10-31', provenance }]);
});

test('an award that is not live and shows no pay says nothing', () => {
  const ended = workStatusAfter((october) => {
    october.assessmentAttributes = { takeHomePay: 0 };
    october.status = 'ended';
  });
  expect(ended).toEqual([]);
});

test('pay on a joint claim may be the partner’s, so it says nothing', () => {
  expect(workStatusAfter((october) => (october.isJointClaim = true))).toEqual([]);
});

test('an award without the figure says nothing', () => {
  expect(workStatusAfter((october) => delete october.assessmentAttributes)).toEqual([]);
});

test('a claim that has ended says nothing', () => {
  expect(workStatusAfter((_, claim) => (claim.endDate = '2025-11-01'))).toEqual([]);
});

test('no Universal Credit, no statement', () => {
  expect(workStatusAfter((_, claim) => (claim.benefitType = 'income_support'))).toEqual([]);
});
