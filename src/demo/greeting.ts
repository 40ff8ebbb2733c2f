import { mintToken } from './issuer.js';
import { personas } from './personas.js';
import type { Demo } from './start.js';

/** What `npm start` prints: where to go, as whom, and one line to paste. */
export async function greeting(demo: Demo, dataDirectory: string): Promise<string> {
  const token = await mintToken(dataDirectory, personas.clinician.claims);
  const [person] = demo.people;
  const query =
    'query Look($n: NHSNumber!) { client(by: { nhsNumber: $n }) { workStatus { __typename ... on WorkStatus { inWork since } } support { __typename ... on Support { cases { programme coachName } } } } }';
  const body = JSON.stringify({ query, variables: { n: person?.nhsNumber } });
  return [
    '',
    'Work & Health Hub: demonstration',
    `  GraphQL   ${demo.url}/graphql`,
    `  Explorer  ${demo.url}/explorer`,
    `  Health    ${demo.url}/health/ready   Metrics ${demo.url}/metrics`,
    `  Data      ${dataDirectory}`,
    ...(demo.loaded === undefined ? [] : [`  Loaded    ${demo.loaded}`]),
    '',
    'Personas (npm run -s token -- <persona>):',
    ...Object.entries(personas).map(([name, { title }]) => `  ${name.padEnd(22)} ${title}`),
    '',
    'Is this patient in work, and who is helping them? Asked by a GP:',
    '',
    `curl -s ${demo.url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${body}'`,
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}
