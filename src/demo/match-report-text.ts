import { wilson, type MatchRate, type MatchReport } from './match-report.js';

/** A match report in words and columns, for a release. */
export function matchReportText(report: MatchReport, reviewFrom: number): string {
  const section = (title: string, rates: readonly MatchRate[]): string => [title, ...rates.map(lineOf)].join('\n');
  return `Match report: model ${report.modelVersion}, review from weight ${reviewFrom}

${report.people} made-up people (src/demo/population.ts), each described ${report.rounds} times with mistakes, each description compared with
everybody. "Found" is brought to a reviewer as themselves, "as another" as somebody else: the reviewer must say no to those.
Made by \`npm run -s match:report\`.

  ${''.padEnd(28)}${'asked'.padStart(7)}${'found'.padStart(8)}  ${'95 % interval'.padEnd(18)}${'as another'.padStart(11)}
${lineOf(report.all)}

${section('By sex', report.bySex)}

${section('By age', report.byAge)}

${section('By origin of the family name', report.byNameOrigin)}
`;
}

function lineOf({ group, asked, found, wrong }: MatchRate): string {
  const [low, high] = wilson(found, asked);
  const interval = `(${percent(low)} to ${percent(high)})`;
  return `  ${group.padEnd(28)}${String(asked).padStart(7)}${percent(found / asked).padStart(8)}  ${interval.padEnd(18)}${percent(wrong / asked).padStart(11)}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
