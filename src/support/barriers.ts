import type { DataCategory } from '../access/types.js';

/** One thing that stands between a person and work. */
export interface Barrier {
  readonly name: string;
  /** SNOMED CT concepts that a record may hold and that count as this barrier. Exact concepts: nothing is inferred. */
  readonly snomed: readonly string[];
  /** What somebody outside the service must be permitted to see in order to be told of it. */
  readonly category: DataCategory;
}

const health = (name: string, ...snomed: readonly string[]): Barrier => ({ name, snomed, category: 'CONDITIONS' });
const mental = (name: string, ...snomed: readonly string[]): Barrier => ({
  name,
  snomed,
  category: 'MENTAL_HEALTH_CONDITIONS',
});
const social = (name: string): Barrier => ({ name, snomed: [], category: 'SUPPORT' });

/**
 * The health problems of the Labour Force Survey, in which WorkWell publishes its main barriers (reference/employment-support.md
 * B1 and F7), and the other things that get in the way (WL-09). Reports count by these; SNOMED stays in the record.
 */
export const barriers = {
  ARMS_OR_HANDS: health('Problems with arms or hands', '298325004'),
  LEGS_OR_FEET: health('Problems with legs or feet', '298306002'),
  BACK_OR_NECK: health('Problems with back or neck', '279039007', '161891005', '81680005'),
  SEEING: health('Difficulty in seeing', '397540003'),
  HEARING: health('Difficulty in hearing', '15188001'),
  SPEECH: health('A speech impediment', '29164008'),
  SKIN_OR_ALLERGIES: health('Severe disfigurement, skin conditions, allergies', '95320005'),
  CHEST_OR_BREATHING: health('Chest or breathing problems', '195967001', '13645005'),
  HEART_OR_CIRCULATION: health('Heart, blood pressure or circulation problems', '38341003', '49601007'),
  STOMACH_OR_DIGESTION: health('Stomach, liver, kidney or digestive problems', '53619000'),
  DIABETES: health('Diabetes', '73211009'),
  DEPRESSION_OR_ANXIETY: mental('Depression, bad nerves or anxiety', '35489007', '48694002', '197480006'),
  EPILEPSY: health('Epilepsy', '84757009'),
  LEARNING_DIFFICULTIES: health('Severe or specific learning difficulties', '110359009'),
  AUTISM: health('Autism', '408856003', '35919005'),
  MENTAL_ILLNESS: mental(
    'Mental illness, phobias, panics or other nervous disorders',
    '74732009',
    '371631005',
    '58214004',
    '13746004',
  ),
  PROGRESSIVE_ILLNESS: health('Progressive illness not included elsewhere', '363346000', '24700007'),
  OTHER_HEALTH: health('Other health problems or disabilities'),
  CARING: social('Caring for others'),
  HOUSING: social('Housing'),
  MONEY_OR_DEBT: social('Money or debt'),
  TRANSPORT: social('Transport'),
  SKILLS: social('Skills or qualifications'),
  CONFIDENCE: social('Confidence'),
  WORKPLACE: social('The job, the workplace or the employer'),
  OTHER: social('Something else'),
} as const satisfies Readonly<Record<string, Barrier>>;

export type BarrierCode = keyof typeof barriers;
export const barrierCodes = Object.keys(barriers) as readonly BarrierCode[];
export const barrierOf = (code: BarrierCode): Barrier => barriers[code];

/** The barrier under which a SNOMED CT concept counts; undefined where the list does not map it. */
export const barrierOfConcept = (concept: string): BarrierCode | undefined =>
  barrierCodes.find((code) => barrierOf(code).snomed.includes(concept));
