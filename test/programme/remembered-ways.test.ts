import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packageRoot } from '../../src/package-root.js';
import { checkProgramme } from '../../src/programme/eligibility.js';
import type { KnownFacts } from '../../src/programme/facts.js';
import { parseProgrammes } from '../../src/programme/load.js';
import type { ProgrammeVersion } from '../../src/programme/programme.js';

const name = 'scotland-health-and-work-support.2018-06-01.yaml';
const text = readFileSync(new URL(`programmes/${name}`, packageRoot), 'utf8');
const freshly = (): ProgrammeVersion =>
  parseProgrammes([{ name, text }]).version('scotland-health-and-work-support', '2018-06-01')!;

/** What is said, without the rules that it was said by. */
const said = (programme: ProgrammeVersion, facts: KnownFacts, today: string) =>
  checkProgramme(programme, facts, today).map(({ stream, outcome, reasons, missing }) => [stream.definition.code, outcome, reasons, missing]); // prettier-ignore

test('what is remembered of one day is not told on another, and what was known of one person not of the next', () => {
  const asked = fc.record({
    today: fc.constantFrom('2018-08-31', '2018-09-01', '2019-02-28', '2020-02-29'),
    facts: fc.record(
      { 'work.inPaidWork': fc.boolean(), 'work.sinceLastJob': fc.constantFrom('2018-02-28', '2018-08-30'), 'home.area': fc.constantFrom('DD1', 'M1') },
      { requiredKeys: [] },
    ), // prettier-ignore
  });
  fc.assert(
    fc.property(fc.array(asked, { minLength: 2, maxLength: 6 }), (questions) => {
      const remembering = freshly();
      for (const { facts, today } of questions) {
        expect(said(remembering, facts, today)).toEqual(said(freshly(), facts, today));
      }
    }),
    { numRuns: 30 },
  );
});
