/** The made-up entries of the local directory: what a small city could offer, the same at every start. */
import { createHash } from 'node:crypto';

/** An area that the directory sets by URI, and the districts that it means. */
export const sandboxAreas = {
  city: {
    uri: 'https://directory.example.org/areas/northgate-city',
    name: 'Northgate city',
    districts: ['NR1', 'NR2', 'NR3', 'NR4', 'NR5'],
  },
  county: {
    uri: 'https://directory.example.org/areas/north-county',
    name: 'North County',
    districts: ['NR6', 'NR7', 'NR8', 'NR9'],
  },
} as const;

const circumstances = 'https://directory.example.org/circumstances';
const support = 'https://directory.example.org/support-types';

/** The terms of the directory's two taxonomies, by name. `circumstances` say for whom; `support-types` say what. */
export const sandboxTerms = {
  physiotherapy: { taxonomy: support, name: 'Physiotherapy', description: 'Treatment of muscles and joints.' },
  counselling: { taxonomy: support, name: 'Counselling', description: 'Talking with a trained counsellor.' },
  debt: { taxonomy: support, name: 'Debt advice', description: 'Help with money that is owed.' },
  adjustments: { taxonomy: support, name: 'Workplace adjustments', description: 'Advice on changes at work.' },
  jobs: { taxonomy: support, name: 'Employment support', description: 'Help to find or keep a job.' },
  exercise: { taxonomy: support, name: 'Physical activity', description: 'Moving more.' },
  housing: { taxonomy: support, name: 'Housing advice', description: 'Help with a home.' },
  peer: { taxonomy: support, name: 'Peer support', description: 'People with the same experience.' },
  unemployed: { taxonomy: circumstances, name: 'Unemployed', description: 'For people out of work.' },
  employed: { taxonomy: circumstances, name: 'In paid work', description: 'For people in work.' },
  carer: { taxonomy: circumstances, name: 'Carer', description: 'For people who care for somebody.' },
} as const;
export type SandboxTermName = keyof typeof sandboxTerms;

export interface Template {
  readonly name: string;
  readonly organisation: string;
  readonly description: string;
  readonly terms: readonly SandboxTermName[];
  readonly ages?: readonly [number | undefined, number | undefined];
  readonly area?: keyof typeof sandboxAreas | 'wordsOnly';
  readonly status?: 'inactive' | 'defunct' | 'temporarily closed';
  /** Days before today on which the entry was last checked; absent: never. */
  readonly assuredDaysAgo?: number;
  readonly virtual?: true;
  readonly alert?: string;
  readonly cost?: number;
  /** At which of the places, by number. */
  readonly at: readonly number[];
}

export const templates: readonly Template[] = [
  {
    name: 'Back to Movement physiotherapy',
    organisation: 'Northgate Community Health',
    description: 'Self-referral physiotherapy for back, neck and joint pain.',
    terms: ['physiotherapy'],
    ages: [16, undefined],
    area: 'city',
    assuredDaysAgo: 40,
    at: [0, 2, 4],
  },
  {
    name: 'Talk It Through counselling',
    organisation: 'Harbour Listening Trust',
    description: 'Up to twelve sessions with a counsellor, in person or by telephone.',
    terms: ['counselling'],
    ages: [18, undefined],
    assuredDaysAgo: 100,
    at: [1, 3, 6],
    alert: 'The waiting list is eight weeks.',
  },
  {
    name: 'Young Minds at Work',
    organisation: 'Harbour Listening Trust',
    description: 'Counselling for young people who start or lose a job.',
    terms: ['counselling', 'jobs'],
    ages: [16, 24],
    assuredDaysAgo: 20,
    at: [1, 5],
  },
  {
    name: 'Money Sorted debt advice',
    organisation: 'Northgate Advice Centre',
    description: 'Free and confidential advice on debts, benefits and budgets.',
    terms: ['debt'],
    assuredDaysAgo: 10,
    at: [0, 3, 7],
  },
  {
    name: 'Fit to Work adjustments clinic',
    organisation: 'Work Able',
    description: 'An occupational therapist helps people in work to agree changes with their employer.',
    terms: ['adjustments', 'employed'],
    ages: [16, undefined],
    assuredDaysAgo: 60,
    at: [2, 6],
  },
  {
    name: 'Job Club',
    organisation: 'Quayside Library',
    description: 'Weekly help with applications and interviews.',
    terms: ['jobs', 'unemployed'],
    ages: [18, 66],
    area: 'city',
    assuredDaysAgo: 800,
    at: [0, 4],
  },
  {
    name: 'Over Fifties Employment Coaching',
    organisation: 'Work Able',
    description: 'One-to-one coaching for people of fifty and over who look for work.',
    terms: ['jobs', 'unemployed'],
    ages: [50, undefined],
    assuredDaysAgo: 90,
    at: [1, 8],
  },
  {
    name: 'County Housing Advice',
    organisation: 'North County Homes',
    description: 'Help with rent, repairs and notices to quit.',
    terms: ['housing'],
    area: 'county',
    assuredDaysAgo: 30,
    at: [6, 7],
  },
  {
    name: 'Walking for Health',
    organisation: 'Northgate Leisure',
    description: 'Led walks at an easy pace.',
    terms: ['exercise'],
    assuredDaysAgo: 15,
    cost: 0,
    at: [3, 5, 8],
  },
  {
    name: 'Swim Again',
    organisation: 'Northgate Leisure',
    description: 'Warm-water exercise for people with pain.',
    terms: ['exercise', 'physiotherapy'],
    cost: 4.5,
    assuredDaysAgo: 15,
    at: [4],
  },
  {
    name: 'Carers Who Work',
    organisation: 'Harbour Carers',
    description: 'A group for people who have a job and care for somebody.',
    terms: ['peer', 'carer', 'employed'],
    assuredDaysAgo: 200,
    at: [2],
  },
  {
    name: 'Mindful Mondays',
    organisation: 'Quayside Library',
    description: 'A group for low mood and worry.',
    terms: ['peer'],
    status: 'temporarily closed',
    assuredDaysAgo: 50,
    at: [0],
  },
  {
    name: 'Anxiety peer group online',
    organisation: 'Harbour Listening Trust',
    description: 'Meets by video every week.',
    terms: ['peer'],
    ages: [18, undefined],
    virtual: true,
    assuredDaysAgo: 25,
    at: [1],
  },
  {
    name: 'Parish Befriending',
    organisation: 'Saint Faith Parish',
    description: 'A visitor once a week.',
    terms: ['peer'],
    area: 'wordsOnly',
    at: [5],
  },
  {
    name: 'Northgate Skills Exchange',
    organisation: 'Work Able',
    description: 'Closed for good.',
    terms: ['jobs'],
    status: 'defunct',
    at: [3],
  },
];

/** A stable UUID (of version 5's shape) for a name: the same entry keeps its id from start to start. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`open-referral-uk sandbox ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
