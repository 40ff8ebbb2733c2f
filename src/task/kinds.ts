import { z } from 'zod';
import { type Audience, audiences, dataCategories, emergencyReasons, purposes } from '../access/types.js';
import { matchFields, matchLevels } from '../identity/matching/compare.js';
import { matchOrigins } from '../store/documents/match.js';
import { caseClocks } from '../support/case-due.js';
import { messageKinds } from '../referral/outbox-entry.js';
import { referralClocks } from '../referral/words.js';
import type { TaskKind, TaskOutcome } from '../store/documents/task.js';

/** The one place that says what each kind of task is. A new kind: its name in `store/documents/task.ts`, its line here. */
export const kinds = {
  /** Somebody opened a client's record in an emergency; a privacy officer says whether that was right. */
  EMERGENCY_ACCESS_REVIEW: kind({
    details: z.strictObject({
      grant: z.string(),
      openedBy: z.strictObject({ organisation: z.string(), subject: z.string(), audience: z.enum(audiences) }),
      openedAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      reason: z.enum(emergencyReasons),
      note: z.string(),
    }),
    owners: ['PRIVACY_OFFICER'],
    outcomes: ['JUSTIFIED', 'NOT_JUSTIFIED'],
    closedBy: 'completeTask',
    // Whoever runs the hub answers for a review that the organisation did not do.
    ladder: [{ organisation: 'OPERATOR', audience: 'PRIVACY_OFFICER', withinHours: 72 }],
  }),
  /** Somebody without a usable NHS number may be somebody whom PDS knows; whoever runs the hub says whether they are one. */
  MATCH_REVIEW: kind({
    details: z.strictObject({
      match: z.string(),
      origin: z.enum(matchOrigins),
      requestedBy: z.strictObject({ organisation: z.string(), subject: z.string() }),
      description: z.partialRecord(z.enum(matchFields), z.string()),
      waterfall: z.strictObject({
        modelVersion: z.string(),
        prior: z.number(),
        steps: z.array(z.strictObject({ field: z.enum(matchFields), level: z.enum(matchLevels), weight: z.number() })),
        total: z.number(),
      }),
    }),
    owners: ['PRIVACY_OFFICER'],
    outcomes: ['LINKED', 'NOT_SAME'],
    closedBy: 'ownVerb',
    ladder: [],
  }),
  /** A referral's clock ran out: somebody asks whoever should have acted. */
  REFERRAL_OVERDUE: kind({
    details: z.strictObject({ referral: z.string(), clock: z.enum(referralClocks), clockDueAt: z.iso.datetime() }),
    owners: ['PROVIDER_MANAGER', 'COMMISSIONER'],
    outcomes: ['FOLLOWED_UP', 'NOTHING_TO_DO'],
    closedBy: 'completeTask',
    // Whoever commissions the service hears of what its gateway leaves lying.
    ladder: [{ organisation: 'OPERATOR', audience: 'COMMISSIONER', withinHours: 120 }],
  }),
  /** A message of a referral was given up: somebody tells its receiver by another way, or sends it again. */
  REFERRAL_NOT_DELIVERED: kind({
    details: z.strictObject({
      referral: z.string(),
      to: z.string(),
      message: z.enum(messageKinds),
      fault: z.string(),
    }),
    owners: ['PROVIDER_MANAGER', 'COMMISSIONER'],
    outcomes: ['FOLLOWED_UP', 'NOTHING_TO_DO'],
    closedBy: 'completeTask',
    ladder: [{ organisation: 'OPERATOR', audience: 'COMMISSIONER', withinHours: 48 }],
  }),
  /** A client took back a consent that named an organisation: what runs on it in that organisation's own systems must end. */
  CONSENT_WITHDRAWN: kind({
    details: z.strictObject({
      consent: z.string(),
      withdrawnAt: z.iso.datetime(),
      categories: z.array(z.enum(dataCategories)),
      purposes: z.array(z.enum(purposes)),
    }),
    owners: ['PRIVACY_OFFICER'],
    outcomes: ['FOLLOWED_UP', 'NOTHING_TO_DO'],
    closedBy: 'completeTask',
    ladder: [{ organisation: 'OPERATOR', audience: 'PRIVACY_OFFICER', withinHours: 72 }],
  }),
  /** A clock of an open case ran out: its end comes near or is past, or the person was not seen. */
  CASE_DUE: kind({
    details: z.strictObject({
      of: z.enum(['CASE', 'EMPLOYER_CASE']),
      case: z.string(),
      clock: z.enum(caseClocks),
      on: z.iso.date(),
    }),
    owners: ['WORK_AND_HEALTH_COACH', 'CLINICIAN', 'PROVIDER_MANAGER', 'COMMISSIONER'],
    outcomes: ['FOLLOWED_UP', 'NOTHING_TO_DO'],
    closedBy: 'completeTask',
    // Whoever leads the service, then whoever commissions it.
    ladder: [
      { organisation: 'SAME', audience: 'PROVIDER_MANAGER', withinHours: 72 },
      { organisation: 'OPERATOR', audience: 'COMMISSIONER', withinHours: 120 },
    ],
  }),
  /** A place of a programme is free for somebody who was taken on without one. */
  PLACE_FREE: kind({
    details: z.strictObject({ referral: z.string(), freeAt: z.iso.datetime() }),
    owners: ['PROVIDER_MANAGER', 'COMMISSIONER'],
    outcomes: ['FOLLOWED_UP', 'NOTHING_TO_DO'],
    closedBy: 'completeTask',
    // A place that nobody fills while somebody waits is whoever commissions the service's to hear of.
    ladder: [{ organisation: 'OPERATOR', audience: 'COMMISSIONER', withinHours: 120 }],
  }),
  /** PDS said that two of the hub's records are one person's: somebody says whether what is held under both belongs together. */
  RECORDS_MERGED: kind({
    details: z.strictObject({ merged: z.string(), mergedAt: z.iso.datetime() }),
    owners: ['PRIVACY_OFFICER'],
    // That they are two is said by `unlink`, which takes them apart and closes the task.
    outcomes: ['LINKED'],
    closedBy: 'completeTask',
    ladder: [],
  }),
  /** Somebody says that a record is wrong at its source: whoever holds it answers within the month of the law. */
  CORRECTION_REQUESTED: kind({
    details: z.strictObject({ correction: z.string() }),
    owners: ['PRIVACY_OFFICER'],
    outcomes: ['CORRECTED', 'NOT_CORRECTED'],
    closedBy: 'ownVerb',
    // Their clock runs out a week before the law's (`src/correction/machine.ts`): so long whoever runs the hub asks after it.
    ladder: [{ organisation: 'OPERATOR', audience: 'PRIVACY_OFFICER', withinHours: 168 }],
  }),
  /** A record that the organisation was shown was put right at its source: what it took over from it is wrong (UK GDPR article 19). */
  RECORD_CORRECTED: kind({
    // Not the source, nor who answers for it: that DWP holds something of a person is not for everybody who was shown a work status.
    details: z.strictObject({ category: z.enum(dataCategories), correctedAt: z.iso.datetime() }),
    owners: ['PRIVACY_OFFICER'],
    outcomes: ['FOLLOWED_UP', 'NOTHING_TO_DO'],
    closedBy: 'completeTask',
    ladder: [{ organisation: 'OPERATOR', audience: 'PRIVACY_OFFICER', withinHours: 168 }],
  }),
  /** Somebody asked by number for many people who are not their organisation's: a slip of some system, or a search for who is helped. */
  PROBING_SUSPECTED: kind({
    details: z.strictObject({ subject: z.string(), misses: z.int().positive(), minutes: z.int().positive() }),
    owners: ['PRIVACY_OFFICER'],
    outcomes: ['JUSTIFIED', 'NOT_JUSTIFIED'],
    closedBy: 'completeTask',
    ladder: [{ organisation: 'OPERATOR', audience: 'PRIVACY_OFFICER', withinHours: 72 }],
  }),
} as const satisfies Record<TaskKind, KindOfTask<z.ZodType>>;

/** The details of each kind, as they are raised and as they are read. */
export type TaskDetails = { readonly [Kind in TaskKind]: z.infer<(typeof kinds)[Kind]['details']> };

/** What the desk must know of a kind. */
export interface KindOfTask<Details extends z.ZodType> {
  /** What is known of one task beyond whose it is and when it is due. Always stored sealed. */
  readonly details: Details;
  /** The parts whose queue it can stand in. */
  readonly owners: readonly Audience[];
  readonly outcomes: readonly TaskOutcome[];
  /** `ownVerb`: the work is done by a mutation of its own, which then closes the task; `completeTask` refuses it. */
  readonly closedBy: 'completeTask' | 'ownVerb';
  /** Who is next each time that it is overdue, and how long they have. At the end of it nobody is. */
  readonly ladder: readonly TaskRung[];
}

/** One step of an escalation. */
export interface TaskRung {
  /** The owner's own organisation, or the body that runs this hub. */
  readonly organisation: 'SAME' | 'OPERATOR';
  readonly audience: Audience;
  readonly withinHours: number;
}

function kind<Details extends z.ZodType>(rule: KindOfTask<Details>): KindOfTask<Details> {
  return rule;
}
