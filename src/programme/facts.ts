/**
 * The fact model: everything that an eligibility rule may read, and nothing else. `docs/guides/programmes.md` prints it.
 * A fact that is not here cannot gate anybody.
 */

/** How a fact is given, and what a rule may do with it. */
export type FactKind =
  /** Yes or no. */
  | 'truth'
  /** One of a few words. */
  | 'choice'
  /** A whole number. */
  | 'number'
  /** A code that the programme's `areas` translate; a rule reads the area's id, or NONE where the code lies in none. */
  | 'area'
  /** A day in the past; a rule reads `.wholeMonths` and `.days` since then. */
  | 'since';

/** What a fact is about. A programme can forbid that a whole group gates anybody (`neverGatedBy`). */
export const factGroups = ['PERSON', 'CHOICE', 'AREA', 'WORK', 'EMPLOYER', 'HEALTH', 'CARE', 'BENEFITS'] as const;
export type FactGroup = (typeof factGroups)[number];

/** One fact. */
export interface Fact {
  readonly kind: FactKind;
  readonly group: FactGroup;
  /** Where a caller gives it: the field of `EligibilityFactsInput`. */
  readonly input: string;
  readonly meaning: string;
  /** How to ask for it. */
  readonly question: string;
  readonly choices?: readonly string[];
  /** Says who the service is for, and not whether somebody is ready: the only facts that a zero-exclusion gate may read. */
  readonly zeroExclusion?: true;
}

export const facts = {
  'person.age': {
    kind: 'number',
    group: 'PERSON',
    input: 'age',
    meaning: 'Age in whole years.',
    question: 'How old is the person?',
    zeroExclusion: true,
  },
  'person.mayWorkInUK': {
    kind: 'truth',
    group: 'PERSON',
    input: 'mayWorkInUK',
    meaning: 'Has the right to work in the United Kingdom.',
    question: 'May the person work in the United Kingdom?',
    zeroExclusion: true,
  },
  'person.wantsToWork': {
    kind: 'truth',
    group: 'CHOICE',
    input: 'wantsToWork',
    meaning: 'Wants to work, by their own word. IPS: eligibility by client choice.',
    question: 'Does the person want to work?',
    zeroExclusion: true,
  },
  'home.area': {
    kind: 'area',
    group: 'AREA',
    input: 'homePostcodeDistrict',
    meaning: 'The area in which the home lies, by postcode district (the outward code).',
    question: 'In which postcode district does the person live?',
    zeroExclusion: true,
  },
  'practice.area': {
    kind: 'area',
    group: 'AREA',
    input: 'practiceCode',
    meaning: 'The area of the general practice that the person is registered with, by ODS code.',
    question: 'With which general practice is the person registered?',
    zeroExclusion: true,
  },
  'jobcentre.area': {
    kind: 'area',
    group: 'AREA',
    input: 'jobcentreCode',
    meaning: 'The area of the jobcentre that the person attends, by its code.',
    question: 'Which jobcentre does the person attend?',
    zeroExclusion: true,
  },
  'work.inPaidWork': {
    kind: 'truth',
    group: 'WORK',
    input: 'inPaidWork',
    meaning: 'Has a paid job or own business, whether at work or off sick.',
    question: 'Is the person in paid work?',
  },
  'work.attendance': {
    kind: 'choice',
    group: 'WORK',
    input: 'attendance',
    choices: ['PRESENT', 'ABSENT'],
    meaning: 'Whether somebody in paid work is at work or off.',
    question: 'Is the person at work or off work?',
  },
  'work.struggling': {
    kind: 'truth',
    group: 'WORK',
    input: 'strugglingAtWork',
    meaning: 'Finds it hard to stay in work, or may lose it, because of health.',
    question: 'Does health make it hard to stay in work?',
  },
  'work.sinceLastJob': {
    kind: 'since',
    group: 'WORK',
    input: 'lastJobEndedOn',
    meaning: 'Since the last paid job ended. A month is whole on the same day of a later month, or on its last day.',
    question: 'On which day did the last paid job end?',
  },
  'work.lostThroughHealth': {
    kind: 'truth',
    group: 'WORK',
    input: 'jobLostThroughHealth',
    meaning: 'The last job ended because of a health condition or disability.',
    question: 'Did the last job end because of a health condition or disability?',
  },
  'work.onScheme': {
    kind: 'truth',
    group: 'WORK',
    input: 'onEmploymentScheme',
    meaning: 'Is on an employment scheme such as the Work Programme.',
    question: 'Is the person on an employment scheme?',
  },
  'employer.headcount': {
    kind: 'number',
    group: 'EMPLOYER',
    input: 'employerHeadcount',
    meaning: 'How many people the employer employs. Small and medium: under 250.',
    question: 'How many people does the employer employ?',
  },
  'employer.area': {
    kind: 'area',
    group: 'EMPLOYER',
    input: 'employerPostcodeDistrict',
    meaning: 'The area in which the employer lies, by postcode district.',
    question: 'In which postcode district is the employer?',
  },
  'employer.wantsAdvice': {
    kind: 'truth',
    group: 'EMPLOYER',
    input: 'employerWantsAdvice',
    meaning: 'The employer asks for advice or support for its staff.',
    question: 'Does the employer want advice or support?',
  },
  'health.hasCondition': {
    kind: 'truth',
    group: 'HEALTH',
    input: 'hasHealthCondition',
    meaning: 'Has a health condition or disability, by their own word or a record of one. No diagnosis.',
    question: 'Does the person have a health condition or disability?',
  },
  'health.inPoorHealth': {
    kind: 'truth',
    group: 'HEALTH',
    input: 'inPoorHealth',
    meaning: 'Suffers poor health, by their own word.',
    question: 'Is the person in poor health?',
  },
  'health.severeMentalIllness': {
    kind: 'truth',
    group: 'HEALTH',
    input: 'severeMentalIllness',
    meaning: 'Has a severe and enduring mental illness.',
    question: 'Does the person have a severe mental illness?',
    zeroExclusion: true,
  },
  'health.learningDisability': {
    kind: 'truth',
    group: 'HEALTH',
    input: 'learningDisability',
    meaning: 'Has a learning disability.',
    question: 'Does the person have a learning disability?',
    zeroExclusion: true,
  },
  'care.communityMentalHealthTeam': {
    kind: 'truth',
    group: 'CARE',
    input: 'underCommunityMentalHealthTeam',
    meaning: 'Is under a community mental-health team.',
    question: 'Is the person under a community mental-health team?',
    zeroExclusion: true,
  },
  'benefits.any': {
    kind: 'truth',
    group: 'BENEFITS',
    input: 'claimsBenefits',
    meaning: 'Claims any benefit.',
    question: 'Does the person claim any benefit?',
  },
  'benefits.universalCredit': {
    kind: 'truth',
    group: 'BENEFITS',
    input: 'claimsUniversalCredit',
    meaning: 'Claims Universal Credit.',
    question: 'Does the person claim Universal Credit?',
  },
  'benefits.employmentAndSupportAllowance': {
    kind: 'truth',
    group: 'BENEFITS',
    input: 'claimsEmploymentAndSupportAllowance',
    meaning: 'Claims Employment and Support Allowance.',
    question: 'Does the person claim Employment and Support Allowance?',
  },
  'benefits.personalIndependencePayment': {
    kind: 'truth',
    group: 'BENEFITS',
    input: 'claimsPersonalIndependencePayment',
    meaning: 'Claims Personal Independence Payment.',
    question: 'Does the person claim Personal Independence Payment?',
  },
  'benefits.statutorySickPay': {
    kind: 'truth',
    group: 'BENEFITS',
    input: 'getsStatutorySickPay',
    meaning: 'Gets Statutory Sick Pay.',
    question: 'Does the person get Statutory Sick Pay?',
  },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof facts;
export const factNames = Object.keys(facts) as readonly FactName[];
export const factOf = (name: FactName): Fact => facts[name];

/**
 * What is known of one person or employer, as it was given: codes for areas, an ISO day for a day. What is absent is not known,
 * which is not the same as no.
 */
export type KnownFacts = Readonly<Partial<Record<FactName, boolean | number | string>>>;

/** A code that lies in none of the programme's areas. */
export const noArea = 'NONE';

/**
 * Names that a rule might reach for and that are no facts on purpose: "everyone has the capacity, with the right support"
 * (IPS-10), so that nothing here may ask whether somebody is ready. The loader says why instead of "unknown".
 */
export const neverAFact = /readiness|ready|motivat|compliance|attitude|employab|sober|abstinen|sanction/i;
