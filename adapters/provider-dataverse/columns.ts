/**
 * The tables of a provider's case system that the hub reads, as an unmanaged Dataverse solution with the publisher prefix
 * `wh` would name them. A provider with other names changes this page and nothing else.
 *
 * | table (entity set) | one row is | columns read |
 * |---|---|---|
 * | `contact` (`contacts`) | a person | none: cases point at it |
 * | `wh_supportcase` (`wh_supportcases`) | one person on one programme | `_wh_contactid_value`, `_wh_programmeid_value` and `_wh_coachid_value` (names by annotation), `wh_status`, `wh_referralstatus`, `wh_referredon`, `wh_referredby`, `wh_startedon`, `wh_plannedendon`, `wh_plan`, `modifiedon` |
 * | `wh_goal` (`wh_goals`) | a goal of the plan | `wh_description`, `wh_kind`, `wh_status`, `wh_dueon` |
 * | `wh_session` (`wh_sessions`) | a session | `wh_heldat`, `wh_mode`, `wh_attended`, `wh_topic`, `wh_venue` |
 * | `wh_employment` (`wh_employments`) | a job (job outcome) | `wh_employername`, `wh_jobtitle`, `wh_hoursperweek`, `wh_startdate`, `wh_enddate`, `wh_employmentstatuscode`, `wh_absencestart`, `wh_absenceend`, `wh_workplace`, `modifiedon` |
 * | `wh_measure` (`wh_measures`) | a completed measure | `wh_instrument`, `wh_total`, `wh_profile`, `wh_assessedon`, `modifiedon` |
 *
 * Dates are date-only columns but for `wh_heldat` and `modifiedon` (UTC). `wh_mode` is text. `wh_employmentstatuscode`
 * holds the NHS Talking Therapies code (01 to 08, ZZ; `reference/employment-support.md` B4).
 */
export const cases = {
  entitySet: 'wh_supportcases',
  id: 'wh_supportcaseid',
  /** The lookup's logical name, which query functions take, and its value property, which rows carry. */
  contact: { logicalName: 'wh_contactid', value: '_wh_contactid_value' },
  select: [
    '_wh_contactid_value',
    '_wh_programmeid_value',
    '_wh_coachid_value',
    'wh_status',
    'wh_referralstatus',
    'wh_referredon',
    'wh_referredby',
    'wh_startedon',
    'wh_plannedendon',
    'wh_plan',
    'modifiedon',
  ],
} as const;

/** One-to-many relationships of a case, expanded in the same call. */
export const expanded = {
  wh_supportcase_goals: ['wh_description', 'wh_kind', 'wh_status', 'wh_dueon'],
  wh_supportcase_sessions: ['wh_heldat', 'wh_mode', 'wh_attended', 'wh_topic', 'wh_venue'],
  wh_supportcase_employments: [
    'wh_employername',
    'wh_jobtitle',
    'wh_hoursperweek',
    'wh_startdate',
    'wh_enddate',
    'wh_employmentstatuscode',
    'wh_absencestart',
    'wh_absenceend',
    'wh_workplace',
    'modifiedon',
  ],
  wh_supportcase_measures: ['wh_instrument', 'wh_total', 'wh_profile', 'wh_assessedon', 'modifiedon'],
} as const;

/** Every row of an expanded relationship points back at its case. */
export const caseOfRow = '_wh_supportcaseid_value';

/** Choice values start at the publisher's prefix, 10000. */
export const choices = {
  caseStatus: { 100000000: 'open', 100000001: 'closed' },
  referralStatus: { 100000000: 'received', 100000001: 'accepted', 100000002: 'declined' },
  goalKind: { 100000000: 'HEALTH', 100000001: 'WORK' },
  goalStatus: { 100000000: 'open', 100000001: 'achieved' },
  instrument: { 100000000: 'SWEMWBS', 100000001: 'EQ_5D_5L', 100000002: 'PHQ_9', 100000003: 'GAD_7' },
} as const satisfies Readonly<Record<string, Readonly<Record<number, string>>>>;

/** Display text of a choice or lookup, sent where `Prefer: odata.include-annotations` asks for it. */
export const formattedValue = 'OData.Community.Display.V1.FormattedValue';
