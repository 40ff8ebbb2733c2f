import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { renderGuide } from '../../../adapters/provider-csv/guide.js';
import { parseFile, type ParsedFile } from '../../../adapters/provider-csv/parse.js';
import { csv, fixture, header, rowOf } from './ground.js';

const parse = (bytes: Buffer, maxRows = 1_000): Promise<ParsedFile> =>
  parseFile(bytes, { maxRows, today: '2025-06-02' });
const accepted = (...rows: object[]) => ({ kind: 'accepted', rows });
const refused = (...faults: (readonly [number, string, string])[]) => ({
  kind: 'refused',
  faults: faults.map(([row, column, fault]) => ({ row, column, fault })),
});
const row = {
  provider_client_id: 'C-1',
  nhs_number: '9434765919',
  updated_on: '2025-06-01',
  programme: 'Health Trainer',
  case_status: 'open',
};
/** A file of one row with one cell changed or put in. */
const withCell = (column: string, cell: string): Buffer => {
  const names = header.split(',');
  const cells = rowOf('C-1').split(',');
  const index = names.indexOf(column);
  if (index === -1) return csv(`${header},${column}`, `${rowOf('C-1')},${cell}`);
  return csv(header, cells.with(index, cell).join(','));
};

test('a file as a spreadsheet saves it is read: byte order mark, CRLF, quotes, both dates, an empty last row', async () => {
  expect(await parse(await fixture('clients.csv'))).toEqual(
    accepted(
      {
        provider_client_id: 'C-1',
        record_id: 'C-1 job',
        nhs_number: '9434765919',
        updated_on: '2025-06-02',
        programme: 'Individual Placement and Support',
        case_status: 'open',
        coach_name: 'Okafor, Ada',
        referred_on: '2025-03-10',
        referred_by: 'A81001',
        started_on: '2025-03-24',
        planned_end_on: '2026-03-23',
        employment_status_code: '01',
        employer_name: 'Harbour "Deli", Ltd',
        job_title: 'Baker',
        hours_per_week: '22.5',
        job_start_date: '2025-04-07',
        absence_start_date: '2025-05-19',
      },
      expect.objectContaining({
        record_id: 'C-1 score',
        measure: 'PHQ_9',
        measure_score: '12',
        measure_date: '2025-05-30',
      }),
      {
        ...row,
        provider_client_id: 'C-2',
        nhs_number: '9434765870',
        updated_on: '2025-05-28',
        case_status: 'closed',
        employment_status_code: '02',
      },
    ),
  );
});

test('a faulty file is refused whole, with the row and column of every fault and no cell repeated', async () => {
  expect(await parse(await fixture('faulty.csv'))).toEqual(
    refused(
      [3, 'nhs_number', 'is not a valid NHS number: its check digit is wrong'],
      [3, 'updated_on', 'is not a date as yyyy-mm-dd or dd/mm/yyyy'],
      [3, 'programme', 'is empty'],
      [3, 'case_status', 'is not one of open, closed'],
      [3, 'employment_status_code', 'is not one of 01, 02, 03, 04, 05, 06, 07, 08, ZZ'],
      [3, 'hours_per_week', 'is not a number from 0 to 168'],
      [3, 'job_end_date', 'is before job_start_date'],
      [3, 'measure_score', 'is outside the range of the measure'],
      [4, 'planned_end_on', 'is before started_on'],
      [4, 'measure_score', 'is empty, but goes together with measure, measure_score, measure_date'],
      [4, 'measure_date', 'is empty, but goes together with measure, measure_score, measure_date'],
      [5, '', 'has 22 cells where the header has 21: is a comma missing its quotes?'],
      [6, 'nhs_number', 'is not a valid NHS number: its check digit is wrong'],
      [6, 'updated_on', 'is in the future'],
    ),
  );
});

test.each([
  ['2025-02-28', '2025-02-28'],
  ['28/02/2025', '2025-02-28'],
  ['29/02/2024', '2024-02-29'],
])('the date %s is read', async (cell, date) => {
  expect(await parse(withCell('started_on', cell))).toEqual(accepted({ ...row, started_on: date }));
});

test.each(['29/02/2025', '02/28/2025', '1/2/2025', '2025-2-1', '20250201', '01/02/25', '2025-02-01T00:00:00Z'])(
  'the date %s is refused',
  async (cell) => {
    expect(await parse(withCell('started_on', cell))).toEqual(
      refused([2, 'started_on', 'is not a date as yyyy-mm-dd or dd/mm/yyyy']),
    );
  },
);

test.each([
  ['nhs_number', '943-476-5919', 'is not an NHS number of ten digits'],
  ['nhs_number', '9.43477E+09', 'is not an NHS number of ten digits'],
  ['nhs_number', '0000000000', 'is not a valid NHS number: its check digit is wrong'],
  ['started_on', '01/01/1899', 'is not a date between 1900 and 2100'],
  ['employment_status_code', '1', 'is not one of 01, 02, 03, 04, 05, 06, 07, 08, ZZ'],
  ['hours_per_week', '-1', 'is not a number from 0 to 168'],
  ['hours_per_week', '1e2', 'is not a number from 0 to 168'],
  ['coach_name', 'x'.repeat(101), 'is longer than 100 characters'],
  ['coach_name', '"Ada\nOkafor"', 'holds a line break or another control character'],
])('a %s of %j is refused', async (column, cell, fault) => {
  expect(await parse(withCell(column, cell))).toEqual(refused([2, column, fault]));
});

test('spaces around a cell do not count, and columns may stand in any order', async () => {
  expect(
    await parse(
      csv(
        'case_status,programme,updated_on,nhs_number,provider_client_id',
        'open , Health Trainer,01/06/2025,9434765919,C-1',
      ),
    ),
  ).toEqual(accepted(row));
});

test('a header that is not exact is reported once, not once for each row', async () => {
  expect(
    await parse(csv('provider_client_id,NHS_Number,updated_on,programme,programme', rowOf('C-1'), rowOf('C-2'))),
  ).toEqual(
    refused(
      [1, 'column 2', 'is not a column that the guide names; names must match exactly'],
      [1, 'programme', 'stands in the header twice'],
      [1, 'nhs_number', 'is missing from the header'],
      [1, 'case_status', 'is missing from the header'],
    ),
  );
});

test('a row that stands in a file twice is a fault of the second', async () => {
  expect(await parse(csv(header, rowOf('C-1'), rowOf('C-2'), rowOf('C-1')))).toEqual(
    refused([4, 'provider_client_id', 'is the same as in row 2']),
  );
});

test.each([
  ['an empty file', Buffer.from(''), [0, '', 'has no header']],
  [
    'a file that is not UTF-8',
    Buffer.from(`${header}\nC-1,9434765919,2025-06-01,Caf\xe9,open\n`, 'latin1'),
    [0, '', 'is not UTF-8: save it as "CSV UTF-8"'],
  ],
  [
    'a quote that is never closed',
    csv(header, rowOf('C-1'), rowOf('C-2', '"Health')),
    [3, '', 'opens a quote that is never closed'],
  ],
  [
    'text behind a closing quote',
    csv(header, rowOf('C-1', '"Health" Trainer')),
    [2, '', 'has text behind a closing quote'],
  ],
] as const)('%s is refused', async (_name, bytes, fault) => {
  expect(await parse(bytes)).toEqual(refused([...fault]));
});

test('a file with more rows than may be is refused at the first too many', async () => {
  const rows = Array.from({ length: 20 }, (_, index) => rowOf(`C-${index}`));
  expect(await parse(csv(header, ...rows), 20)).toMatchObject({ kind: 'accepted' });
  expect(await parse(csv(header, ...rows), 18)).toEqual(refused([20, '', 'is past the limit of 18 rows']));
});

describe('a client without an NHS number', () => {
  const who = 'family_name,given_name,birth_date,postcode,sex';
  const read = (...lines: string[]) => parse(csv(`${header},${who}`, ...lines));
  const { nhs_number: _number, ...unnumbered } = row;
  const line = (id: string, number: string, told: string) => `${id},${number},2025-06-01,Health Trainer,open,${told}`;
  const told = {
    family_name: "O'Brien",
    given_name: 'Áine',
    birth_date: '1984-02-29',
    postcode: 'NR1 2ZZ',
    sex: 'female',
  };

  test('is described', async () => {
    expect(await read(line('C-1', '', "O'Brien,Áine,29/02/1984,nr12zz,female"))).toEqual(
      accepted({ ...unnumbered, ...told }),
    );
  });

  test.each(['9434765918', '943', 'unknown'])(
    'or with one that is not valid (%s) is described too, and the number is not kept',
    async (number) => {
      expect(await read(line('C-1', number, "O'Brien,,1984-02-29,,"))).toEqual(
        accepted({ ...unnumbered, family_name: "O'Brien", birth_date: '1984-02-29' }),
      );
    },
  );

  test('may stand in a file that has no such column', async () => {
    expect(
      await parse(
        csv(
          'provider_client_id,updated_on,programme,case_status,family_name,birth_date',
          'C-1,2025-06-01,Restart,open,Ray,1990-01-01',
        ),
      ),
    ).toMatchObject({ kind: 'accepted' });
  });

  test('is not one whom the file numbers: then nothing else of the person is kept', async () => {
    expect(await read(line('C-1', '9434765919', "O'Brien,Áine,1984-02-29,NR1 2ZZ,female"))).toEqual(accepted(row));
  });

  test.each<[string, string, string, string]>([
    ['', ',Áine,1984-02-29,,', 'nhs_number', 'is empty, and so is family_name or birth_date'],
    ['', "O'Brien,,,,", 'nhs_number', 'is empty, and so is family_name or birth_date'],
    ['9434765918', "O'Brien,,,,", 'nhs_number', 'is not a valid NHS number: its check digit is wrong'],
    ['', "O'Brien,,31/02/1984,,", 'birth_date', 'is not a date as yyyy-mm-dd or dd/mm/yyyy'],
    ['', "O'Brien,,2084-02-28,,", 'birth_date', 'is in the future'],
    ['', "O'B*,,1984-02-29,,", 'family_name', 'holds a wildcard'],
    ['', "O'Brien,A*,1984-02-29,,", 'given_name', 'holds a wildcard'],
    ['', "O'Brien,,1984-02-29,nowhere,", 'postcode', 'is not a UK postcode'],
    ['', "O'Brien,,1984-02-29,,F", 'sex', 'is not one of female, male, other, unknown'],
  ])('must be described well enough (%j, %j)', async (number, said, column, fault) => {
    expect(await read(line('C-1', number, said))).toEqual(refused([2, column, fault]));
  });

  test('is one person in one file', async () => {
    const rows = csv(
      `record_id,${header},${who}`,
      `1,${line('C-1', '', 'Ray,Sam,1990-01-01,,')}`,
      `2,${line('C-1', '', 'RAY,Sam,1990-01-01,NR1 2ZZ,')}`,
      `3,${line('C-1', '', 'Ray,Sam,1990-01-02,,')}`,
    );
    expect(await parse(rows)).toEqual(
      refused([4, 'provider_client_id', 'is described as somebody else than in row 2']),
    );
  });
});

test('a large file is read with pauses, so that the hub goes on answering', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => rowOf(`C-${index}`));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  expect(await parse(csv(header, ...rows), 20_000)).toMatchObject({ kind: 'accepted' });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test('the guide for providers says what the hub accepts', async () => {
  // To write it anew: node -e "import('./dist/adapters/provider-csv/guide.js').then((m) => process.stdout.write(m.renderGuide()))"
  const written = await readFile('docs/guides/provider-csv.md', 'utf8');
  expect(written.replaceAll(/[ -]+/g, ' ')).toBe(renderGuide().replaceAll(/[ -]+/g, ' ')); // prettier aligns tables
});
