/** FHIR QuestionnaireResponse: its answers as one flat list, and the score they add up to. */
import type { Coding, MeasureScore } from '../../records.js';
import { keyOf, lookUp, loinc } from './codes.js';
import { answerScores, itemCodes, scoreCodes } from './instruments.js';
import { measureScore, type ScoreEvidence } from './measure.js';
import { coding, labelled, number, objects, quantity, text, type Fhir } from '../../fhir.js';

export interface Answer {
  readonly linkId: string;
  readonly coding: Coding | null;
  readonly number: number | null;
  /** FHIR date or dateTime. */
  readonly date: string | null;
}

/** Every answer, whatever group or answer it is nested in, in document order. */
export function answersOf(resource: Fhir, into: Answer[] = [], depth = 0): readonly Answer[] {
  // Real forms nest to about five; a body made to overflow the stack does not get further than this.
  if (depth > 20) return into;
  for (const item of objects(resource['item'])) {
    for (const answer of objects(item['answer'])) {
      into.push({
        linkId: text(item['linkId']) ?? '',
        coding: coding(answer['valueCoding']),
        number:
          number(answer['valueInteger']) ??
          number(answer['valueDecimal']) ??
          quantity(answer['valueQuantity'])?.value ??
          null,
        date: text(answer['valueDate']) ?? text(answer['valueDateTime']),
      });
      answersOf(answer, into, depth + 1);
    }
    answersOf(item, into, depth + 1);
  }
  return into;
}

/** The score of a completed form: its own total where it holds one, else the sum of its items, all of them needed. */
export function scoresOfAnswers(
  resource: Fhir,
  answers: readonly Answer[],
  retrievedAt: string,
): readonly ScoreEvidence[] {
  return itemCodes.flatMap(({ instrument, items }): ScoreEvidence[] => {
    const given = items.map((item) => answers.filter(({ linkId }) => codeIn(linkId) === item));
    const stated = answers.find(({ linkId, number: total }) => total !== null && isTotal(linkId, instrument));
    // The PHQ-2 asks the first two items of the PHQ-9: two alone do not say which form it was.
    if (!stated && given.filter((found) => found.length > 0).length <= 2) return [];
    const authored = text(resource['authored']);
    return [
      {
        id: text(resource['id']),
        kind: 'answers',
        score: {
          ...measureScore(
            { instrument, total: stated?.number ?? sumOf(given), code: null, assessedAt: authored, recordedAt: authored }, // prettier-ignore
            retrievedAt,
          ),
          ...labelled(resource),
        },
        members: [],
        derivedFrom: [],
      },
    ];
  });
}

function sumOf(given: readonly (readonly Answer[])[]): number | null {
  let sum = 0;
  for (const answers of given) {
    const [answer] = answers;
    const points = answers.length === 1 && answer?.coding ? answerScores.get(keyOf(answer.coding) ?? '') : undefined;
    if (points === undefined) return null;
    sum += points;
  }
  return sum;
}

/** Forms made from LOINC panels use the item's LOINC code as linkId, some with a path before it (`/44249-1/44250-9`). */
const codeIn = (linkId: string): string => linkId.slice(linkId.lastIndexOf('/') + 1);

function isTotal(linkId: string, instrument: MeasureScore['instrument']): boolean {
  const item = { system: loinc, code: codeIn(linkId), display: null };
  const known = lookUp(scoreCodes, { codings: [item], text: null })?.meaning;
  return known?.kind === 'total' && known.instrument === instrument;
}
