import { factNames, factOf, type Fact } from './facts.js';

const start = '<!-- facts: written by npm run codegen -->';
const end = '<!-- /facts -->';

/** A guide with the fact model as it is, between its two marks. @throws where the guide has no marks */
export function withFactTable(guide: string): string {
  const [before, rest] = guide.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the guide has no place for the facts');
  return `${before}${start}\n\n${factTable()}\n\n${end}${after}`;
}

function factTable(): string {
  const rows = factNames.map((name) => {
    const fact = factOf(name);
    const marks = fact.zeroExclusion ? 'yes' : '';
    return `| \`${name}\` | ${compared(fact)} | ${fact.group} | ${fact.meaning} | \`${fact.input}\` | ${marks} |`;
  });
  return [
    '| fact | compare it with | group | meaning | given as | zero exclusion |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function compared({ kind, choices }: Fact): string {
  switch (kind) {
    case 'truth':
      return 'nothing: it is yes or no';
    case 'choice':
      return (choices ?? []).map((choice) => `\`"${choice}"\``).join(' or ');
    case 'number':
      return 'a whole number';
    case 'area':
      return 'the code of one of your areas, or `"NONE"`';
    case 'since':
      return '`.wholeMonths` or `.days`, with a whole number';
  }
}
