/** The instruments that a care record holds scores of, by their codes; ranges and bands stand in `adapters/scores.ts`. */
import type { Instrument } from '../../records.js';
import { loinc, personalHealthRecord, snomed } from './codes.js';

/** `total` codes hold the sum score; `panel` codes name the whole form, and some senders put the sum there too. */
export interface ScoreCode {
  readonly instrument: Instrument;
  readonly kind: 'total' | 'panel';
}

/**
 * Sources: `reference/nhs-apis.md` 4.2; the CMS interview codes 54635-8 and 54654-9 from PACIO sample data; the AUDIT-C
 * panel from US Core; `phq9` and `gad7` from HL7 Personal Health Record Format, where the sum stands in a component.
 */
export const scoreCodes: ReadonlyMap<string, ScoreCode> = new Map([
  [`${snomed}|720433000`, { instrument: 'PHQ_9', kind: 'total' }],
  [`${loinc}|44261-6`, { instrument: 'PHQ_9', kind: 'total' }],
  [`${loinc}|54654-9`, { instrument: 'PHQ_9', kind: 'total' }],
  [`${loinc}|44249-1`, { instrument: 'PHQ_9', kind: 'panel' }],
  [`${loinc}|54635-8`, { instrument: 'PHQ_9', kind: 'panel' }],
  [`${personalHealthRecord}|phq9`, { instrument: 'PHQ_9', kind: 'panel' }],
  [`${snomed}|445455005`, { instrument: 'GAD_7', kind: 'total' }],
  [`${loinc}|70274-6`, { instrument: 'GAD_7', kind: 'total' }],
  [`${loinc}|69737-5`, { instrument: 'GAD_7', kind: 'panel' }],
  [`${personalHealthRecord}|gad7`, { instrument: 'GAD_7', kind: 'panel' }],
  [`${loinc}|55758-7`, { instrument: 'PHQ_2', kind: 'total' }],
  [`${loinc}|75626-2`, { instrument: 'AUDIT_C', kind: 'total' }],
  [`${loinc}|72109-2`, { instrument: 'AUDIT_C', kind: 'panel' }],
] satisfies [string, ScoreCode][]);

/** LOINC item codes by which a questionnaire's answers add up to a sum, all of them needed (part D: strict, no pro-rata). */
export const itemCodes: readonly { readonly instrument: Instrument; readonly items: readonly string[] }[] = [
  {
    instrument: 'PHQ_9',
    items: '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' '),
  },
  { instrument: 'GAD_7', items: '69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7'.split(' ') },
];

/** LOINC answer list LL358-3, "not at all" to "nearly every day". */
export const answerScores: ReadonlyMap<string, number> = new Map([
  [`${loinc}|LA6568-5`, 0],
  [`${loinc}|LA6569-3`, 1],
  [`${loinc}|LA6570-1`, 2],
  [`${loinc}|LA6571-9`, 3],
]);
