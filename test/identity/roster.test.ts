import { expect, test } from '@jest/globals';
import { parseRoster, RosterFault } from '../../src/identity/roster.js';

const line = (change: object = {}): string =>
  JSON.stringify({
    nhsNumber: '9990000018',
    relationships: [{ organisation: 'Y90001', kind: 'REGISTERED_PRACTICE', since: '2026-11-01T00:00:00Z' }],
    ...change,
  });

test('a roster is a person a line, blank lines aside', () => {
  expect(parseRoster(`${line()}\n\n${line({ nino: 'ZZ100000A' })}\n`)).toHaveLength(2);
});

test('a roster is refused whole, every fault named by its line and field, no identifier repeated', () => {
  const text = [line({ nhsNumber: '9990000019' }), 'not JSON', line({ nino: 'QQ1', relationships: [] }), line()].join(
    '\n',
  );
  let fault: unknown;
  try {
    parseRoster(text);
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(RosterFault);
  expect((fault as RosterFault).faults.map((each) => each.split(':')[0])).toEqual([
    'line 1, nhsNumber',
    'line 2, object',
    'line 3, nino',
    'line 3, relationships',
  ]);
  expect((fault as RosterFault).message).not.toMatch(/9990000019|QQ1/);
});

test('a person without a valid NHS number can be described, and is then for a match', () => {
  const description = { familyName: 'Hussain', birthDate: '1984-02-29' };
  expect(
    parseRoster(`${line({ nhsNumber: undefined, description })}\n${line({ nhsNumber: '9990000019', description })}`),
  ).toMatchObject([{ description }, { description }]);
  expect(() => parseRoster(line({ nhsNumber: undefined, description: { familyName: 'Hussain' } }))).toThrow(
    'line 1, description: birthDate is needed',
  );
});
