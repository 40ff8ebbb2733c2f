import { describe, expect, test } from '@jest/globals';
import { evaluate as evaluateCel } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { addDays } from '../../src/programme/calendar.js';
import { areaLookup } from '../../src/programme/areas.js';
import { settleRules } from '../../src/programme/eligibility.js';
import type { FactName, KnownFacts } from '../../src/programme/facts.js';
import { readableOf } from '../../src/programme/readable.js';
import { createRuleLanguage } from '../../src/programme/rule.js';

const today = '2024-02-29';
const areas = areaLookup([
  { code: 'A', name: 'A', postcodeDistricts: ['AA1'], practices: [], jobcentres: [] },
  { code: 'B', name: 'B', postcodeDistricts: ['BB1'], practices: [], jobcentres: [] },
]);
const language = createRuleLanguage();

function settled(rule: string, known: KnownFacts = {}) {
  const compiled = language.compile(rule, areas.ids);
  if (compiled.kind === 'faults') throw new Error(compiled.faults.map(({ message }) => message).join());
  return settleRules([compiled.formula], { areas }, known, today).together;
}
const missing = (rule: string, known?: KnownFacts): readonly string[] | boolean => {
  const result = settled(rule, known);
  return result.kind === 'decided' ? result.value : result.missing.map(({ fact }) => fact);
};

describe('a rule over missing facts', () => {
  test.each([
    ['work.inPaidWork', {}, ['work.inPaidWork']],
    ['work.inPaidWork || !work.inPaidWork', {}, true],
    ['work.inPaidWork && !work.inPaidWork', {}, false],
    ['person.age < 25 || person.age >= 25', {}, true],
    ['person.age < 25 && person.age > 25', {}, false],
    ['person.age > 24 && person.age < 25', {}, false],
    ['person.age >= 0', {}, true],
    ['work.inPaidWork || health.hasCondition', { 'work.inPaidWork': true }, true],
    ['work.inPaidWork && health.hasCondition', { 'work.inPaidWork': false }, false],
    [
      'work.inPaidWork ? employer.headcount < 250 : person.age > 15',
      { 'work.inPaidWork': true },
      ['employer.headcount'],
    ],
    ['work.attendance in ["PRESENT", "ABSENT"]', {}, true],
    ['home.area in ["A", "B", "NONE"]', {}, true],
    ['(work.inPaidWork && person.age > 15) || (!work.inPaidWork && person.age > 15)', {}, ['person.age']],
    ['work.sinceLastJob.days <= 10 && work.sinceLastJob.wholeMonths >= 1', {}, false],
    ['work.sinceLastJob.wholeMonths < 6 || work.sinceLastJob.days > 100', {}, true],
  ] as const)('%s, knowing %j: %j', (rule, known, expected) => {
    expect(missing(rule, known)).toEqual(expected);
  });

  test('says which question could settle it alone, and to what', () => {
    expect(settled('home.area == "A" || (work.inPaidWork && person.age > 15)')).toEqual({
      kind: 'open',
      missing: [
        { fact: 'home.area', couldBeYes: true, couldBeNo: false },
        { fact: 'work.inPaidWork', couldBeYes: false, couldBeNo: false },
        { fact: 'person.age', couldBeYes: false, couldBeNo: false },
      ],
    });
  });
});

/** Values that a person could have of each fact, far more of them than the rules below can tell apart. */
const values = {
  'work.inPaidWork': [true, false],
  'health.hasCondition': [true, false],
  'employer.headcount': Array.from({ length: 14 }, (_, at) => at),
  'home.area': ['AA1', 'BB1', 'CC1'],
  'work.sinceLastJob': [...Array.from({ length: 135 }, (_, at) => addDays(today, -at)), '1999-01-01'],
} as const satisfies Partial<Record<FactName, readonly (boolean | number | string)[]>>;
type Name = keyof typeof values;
const names = Object.keys(values) as Name[];

const question = fc.oneof(
  fc.constantFrom(
    'work.inPaidWork',
    'health.hasCondition',
    'work.inPaidWork == false',
    'home.area == "A"',
    'home.area in ["A", "B"]',
    'home.area != "NONE"',
  ),
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.nat(11))
    .map(([sign, n]) => `employer.headcount ${sign} ${n}`),
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.nat(4))
    .map(([sign, n]) => `work.sinceLastJob.wholeMonths ${sign} ${n}`),
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.nat(120))
    .map(([sign, n]) => `${n} ${sign} work.sinceLastJob.days`),
);
const rule = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    question,
    fc
      .tuple(tie('rule'), fc.constantFrom('&&', '||'), tie('rule'))
      .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
    tie('rule').map((part) => `!(${part})`),
    fc.tuple(tie('rule'), tie('rule'), tie('rule')).map(([one, two, three]) => `((${one}) ? (${two}) : (${three}))`),
  ),
})).rule;

/** What CEL itself says where everything is known. */
function ask(text: string, known: KnownFacts): boolean {
  const context: Record<string, Record<string, unknown>> = {};
  for (const name of names) {
    const [group = '', field = ''] = name.split('.');
    (context[group] ??= {})[field] = readableOf(name, known, areas, today);
  }
  return evaluateCel(text, context) === true;
}

function everyWay(open: readonly Name[], known: KnownFacts): readonly KnownFacts[] {
  const [first, ...rest] = open;
  if (!first) return [known];
  return values[first].flatMap((value) => everyWay(rest, { ...known, [first]: value }));
}

test('a rule is decided exactly where every way in which the missing facts could be answers the same, and names exactly the facts that matter', () => {
  const known = fc.record(
    Object.fromEntries(names.map((name) => [name, fc.constantFrom<boolean | number | string>(...values[name])])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<KnownFacts>;
  fc.assert(
    fc.property(rule, known, (text, someKnown) => {
      const read = names.filter((name) => text.includes(name));
      const open = read.filter((name) => someKnown[name] === undefined);
      const answers = new Map(
        everyWay(open, someKnown).map((way) => [JSON.stringify(open.map((name) => way[name])), ask(text, way)]),
      );
      const distinct = new Set(answers.values());
      const matters = open.filter((name, at) => {
        const seen = new Map<string, boolean>();
        return [...answers].some(([key, answer]) => {
          const others = JSON.stringify((JSON.parse(key) as unknown[]).toSpliced(at, 1));
          const before = seen.get(others);
          seen.set(others, answer);
          return before !== undefined && before !== answer;
        });
      });
      const said = missing(text, someKnown);
      expect(typeof said === 'boolean' ? said : [...said].sort()).toEqual(
        distinct.size === 1 ? [...distinct][0] : [...matters].sort(),
      );
    }),
    { numRuns: 150, seed: 20_241_001 },
  );
});
