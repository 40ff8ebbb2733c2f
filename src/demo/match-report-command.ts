/** `npm run -s match:report`: how often the matching policy finds people, and whether it finds some less often than others. */
import { readFileSync } from 'node:fs';
import { parseMatchModel } from '../identity/matching/model.js';
import { packageRoot } from '../package-root.js';
import { matchReport } from './match-report.js';
import { matchReportText } from './match-report-text.js';
import { nameOrigin } from './name-origins.js';
import { createPopulation } from './population.js';

const model = parseMatchModel(readFileSync(new URL('policies/matching.yaml', packageRoot), 'utf8'));
// The made-up population is made for that day.
const options = { people: createPopulation(), model, originOf: nameOrigin, rounds: 10, on: '2026-11-01' };
process.stdout.write(matchReportText(matchReport(options), model.reviewFrom));
