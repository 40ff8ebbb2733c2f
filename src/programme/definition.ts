import { z } from 'zod';
import { nations } from './bank-holidays.js';
import { factGroups } from './facts.js';
import * as words from './words.js';

const text = z.string().min(1);
/** What other parts of the file, cases and reports name it by: in capitals, so that it cannot be taken for words. */
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be in capitals, digits and underscores: AT_WORK');
const day = z.iso.date('must be a day: 2024-10-01');
const whole = z.number().int().positive();

const coded = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ code, name: text, ...shape });

/** How long: exactly one unit. Working days are Monday to Friday; a referral's clocks leave out the nation's bank holidays too. */
const duration = z.union(
  [
    z.strictObject({ hours: whole }),
    z.strictObject({ days: whole }),
    z.strictObject({ workingDays: whole }),
    z.strictObject({ weeks: whole }),
    z.strictObject({ months: whole }),
  ],
  'must be one of hours, days, workingDays, weeks, months: { weeks: 20 }',
);

const postcodeDistrict = z
  .string()
  .regex(
    /^[A-Z]{1,2}\d{1,2}[A-Z]?(-[A-Z]{1,2}\d{1,2})?$/,
    'must be a postcode district, or the first and last of several: DD1-DD6',
  );

const area = coded({
  postcodeDistricts: z.array(postcodeDistrict).default([]),
  /** ODS codes of general practices. */
  practices: z.array(text).default([]),
  jobcentres: z.array(text).default([]),
  /** Where it is not in the programme's own nation. */
  nation: z.enum(nations).optional(),
});

const criterion = z.strictObject({
  code,
  /** CEL over the fact model. */
  rule: text,
  /** The reason in words, where it is met and where it is not. */
  met: text,
  notMet: text,
});

const alternative = z.strictObject({
  kind: z.enum(words.alternativeKinds),
  name: text,
  /** What it is, to be said to the person. */
  says: text,
  /** A stream of this programme, or the id of another. */
  to: text.optional(),
});

const plannedEnd = z.array(z.strictObject({ when: text.optional(), after: duration }));

const clocks = z.strictObject({
  /** From being sent to being acknowledged, and to being accepted or rejected. */
  acknowledge: duration.optional(),
  accept: duration.optional(),
  /** From being accepted to being first spoken to, and from there to what the referral was for. */
  firstContact: duration.optional(),
  achieve: duration.optional(),
  /** From one word about a referral that is under way to the next. */
  update: duration.optional(),
  /** From being sent to being closed where nobody answered. */
  expire: duration.optional(),
  /** How long an open case may be without a session that the person came to. */
  contact: duration.optional(),
  /** The first whose rule holds when the case opens; none: open-ended. */
  plannedEnd: plannedEnd.default([]),
  /** How long before the planned end somebody is warned. */
  warnings: z.array(duration).default([]),
  extensions: z.strictObject({ most: whole, each: duration, reasons: z.array(coded({})).min(1) }).optional(),
});

const stream = coded({
  pathway: z.enum(words.pathways).default('PERSON'),
  summary: text,
  /** Codes of the areas that it serves. */
  areas: z.array(code).min(1),
  criteria: z.array(criterion).min(1),
  otherwise: z.array(alternative).default([]),
  /** Where it differs from the programme's. */
  plannedEnd: plannedEnd.optional(),
});

/** One version of one programme, as a file says it. */
export const programmeDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  effectiveFrom: day,
  /** Whose bank holidays count. */
  nation: z.enum(nations),
  name: text,
  summary: text,
  brand: z.strictObject({ name: text, strapline: text.optional() }),
  words: z.strictObject({ client: text, clients: text, worker: text, case: text, plan: text, session: text }),
  period: z.strictObject({
    start: day,
    plannedEnd: day.optional(),
    /** The last day on which anybody is enrolled. */
    enrolmentStop: day.optional(),
    /** The last day by which everybody is discharged. */
    close: day.optional(),
  }),
  partners: z
    .array(
      z.strictObject({
        name: text,
        part: z.enum(words.partnerParts),
        organisation: text.optional(),
        areas: z.array(code).optional(),
        /** That a body has found the service to keep to its standard (IPS-08): which, on what day, and until when that holds. */
        accreditation: z
          .strictObject({ by: text, standard: text, on: day, until: day.optional() })
          .refine(({ on, until = on }) => until >= on, 'until must not be before on')
          .optional(),
      }),
    )
    .min(1),
  areas: z.array(area).min(1),
  channels: z
    .array(z.strictObject({ type: z.enum(words.referralChannels), says: text, areas: z.array(code).optional() }))
    .min(1),
  /** Groups of facts that no rule of this programme may read. */
  neverGatedBy: z.array(z.enum(factGroups)).default([]),
  /** IPS: a gate may say whom the service is for, never who is ready for it. */
  zeroExclusion: z.boolean().default(false),
  streams: z.array(stream).min(1),
  otherwise: z.array(alternative).default([]),
  roles: z
    .array(
      coded({
        clinical: z.boolean(),
        accountable: z.boolean().default(false),
        /** How many people all who are in it can begin with in a month, so that demand can be set against it (WL-19). */
        newPeopleAMonth: whole.optional(),
        /** What somebody in it may do; what lies beyond it is referred on (HT-07). */
        scope: text.optional(),
      }),
    )
    .min(1),
  clocks,
  assessmentDomains: z.array(coded({ strand: z.enum(words.strands) })).min(1),
  planTypes: z.array(coded({ strands: z.array(z.enum(words.strands)).min(1) })).min(1),
  supportCategories: z
    .array(
      coded({
        strand: z.enum(words.strands),
        fastTrack: z.boolean().default(false),
        /** The role that gives it, so that demand can be set against how many it can see (WL-19). */
        role: code.optional(),
      }),
    )
    .min(1),
  sessionTopics: z.array(coded({})).default([]),
  sessionKinds: z.array(z.enum(words.sessionKinds)).min(1),
  contactModes: z.array(z.enum(words.contactModes)).min(1),
  measures: z
    .array(coded({ kind: z.enum(words.measureKinds), points: z.array(z.enum(words.snapshotPoints)).min(1) }))
    .default([]),
  snapshots: z.array(z.enum(words.snapshotPoints)).min(1),
  /** Rates by dated definitions: one that changes is written beside the earlier one, which goes on being counted. */
  rates: z
    .array(
      coded({
        /** The first day on which it holds. */
        since: day,
        /** Whom it counts, in words, with its source. */
        says: text,
        leavesOut: z.array(z.enum(words.rateExclusions)).default([]),
        /** In paid work at any of these. */
        inPaidWorkAt: z.array(z.enum(words.snapshotPoints)).min(1),
        /** Per cent that is aimed at. */
        benchmark: whole.max(100).optional(),
      }),
    )
    .default([]),
  dischargeReasons: z.array(coded({ kind: z.enum(words.dischargeKinds) })).min(1),
  /** How many: places that can be open at one time, or people over the whole programme; in all, or of one area or stream. */
  capacity: z
    .array(
      z.union(
        [
          z.strictObject({ area: code.optional(), stream: code.optional(), places: whole }),
          z.strictObject({ area: code.optional(), stream: code.optional(), people: whole }),
        ],
        'must say places or people',
      ),
    )
    .default([]),
});

/** A file of `programmes/`, parsed and typed; its rules are still text. */
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;
export type StreamDefinition = ProgrammeDefinition['streams'][number];
export type Alternative = z.infer<typeof alternative>;
export type Duration = z.infer<typeof duration>;
