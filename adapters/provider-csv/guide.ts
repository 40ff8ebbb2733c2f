import { knownColumns, type Column } from './column-specification.js';
import { together } from './row-rules.js';

/** `docs/guides/provider-csv.md`, made from the columns so that it cannot say anything else than the hub does. */
export function renderGuide(): string {
  const rows = knownColumns.map((column: Column) => {
    const needed = column.required ? 'yes' : unless(column.requiredUnless);
    return `| \`${column.name}\` | ${needed} | ${describe(column)} | ${column.means} |`;
  });
  const groups = together.map((names) => `${names.map((name) => `\`${name}\``).join(', ')} go together.`);
  return [
    '<!-- Made from adapters/provider-csv/column-specification.ts; a test compares. -->',
    '',
    '# CSV files from providers',
    '',
    'Drop a file into the folder that was agreed with you; its name ends in `.csv`. Write it under another name',
    '(`clients.part`) and rename it when it is whole.',
    '',
    '- **The whole file is taken, or none of it.** A refused file is moved to `refused/`, and `<name>.faults.json` beside',
    '  it names the row and column of every fault. Rows count as in a spreadsheet: the header is row 1.',
    '- UTF-8, with or without byte order mark; lines end in CRLF or LF; a cell with a comma, a quote or a line break stands',
    '  in double quotes, a quote inside it twice.',
    '- The header names columns exactly as below, in any order; columns that are not required may be left out.',
    '- Dates are `yyyy-mm-dd` or `dd/mm/yyyy`. Spaces around a cell do not count. An empty cell says nothing.',
    '- A row whose `record_id` (or, where that is empty, `provider_client_id`) came before replaces the earlier one. Rows',
    '  that a later file leaves out stay.',
    '- A file with the content of an earlier one changes nothing.',
    '- A client whose NHS number you lack is described: `family_name`, `birth_date`, and what you know of `given_name`,',
    '  `postcode` and `sex`, the same in every row of the client. The hub searches the NHS’s demographics service; whom it finds is',
    '  a possible match, and **nobody is shown the row** until a person has decided that they are one. Who somebody is described as',
    '  goes with your own number for them: with another name or birth date it is decided anew. An NHS number that is not valid counts',
    '  as none in such a row, and is a fault in any other. Beside a valid number the description is not kept.',
    '',
    '| column | required | holds | means |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...groups,
    '`planned_end_on` is not before `started_on`, nor `job_end_date` before `job_start_date`. Give no free text on health:',
    'there is no column for it.',
    '',
  ].join('\n');
}

const unless = (names: readonly string[] = []): string =>
  names.length === 0 ? '' : `yes, or ${names.map((name) => `\`${name}\``).join(' and ')}`;

function describe(column: Column): string {
  switch (column.type) {
    case 'text':
      return `text, at most ${column.maxLength} characters`;
    case 'code':
      return column.allowed.map((code) => `\`${code}\``).join(', ');
    case 'date':
      return column.notInFuture ? 'date, not in the future' : 'date';
    case 'number':
      return `${column.whole ? 'whole number' : 'number'}, ${column.minimum} to ${column.maximum}`;
    case 'NHS number':
      return 'ten digits with a valid check digit; 3-3-4 with spaces is fine';
    case 'postcode':
      return 'UK postcode';
  }
}
