/** What the hand-written programs read of upstream answers: the fields of the operations, and the first few items only. */

export interface Bundle<Resource> {
  readonly entry: readonly { readonly resource: Resource }[];
}
interface Concept {
  readonly text: string;
  readonly coding: readonly { readonly code: string }[];
}
export interface Condition {
  readonly code: Concept;
  readonly clinicalStatus: Concept;
  readonly onsetDateTime: string;
}
export interface Observation {
  readonly status: string;
  readonly code: Concept;
  readonly effectiveDateTime: string;
  readonly valueQuantity: { readonly value: number; readonly unit: string };
}
export interface Encounter {
  readonly status: string;
  readonly class: { readonly code: string };
  readonly type: readonly Concept[];
  readonly period: { readonly start: string };
  readonly serviceProvider: { readonly display: string };
}
export interface Appointment {
  readonly status: string;
  readonly start: string;
  readonly participant: readonly { readonly actor: { readonly reference: string; readonly display: string } }[];
}
export interface Claims {
  readonly data: readonly {
    readonly attributes: {
      readonly guid: string;
      readonly benefitType: string;
      readonly status: string;
      readonly startDate: string;
      readonly awards: readonly {
        readonly amount: number;
        readonly assessmentAttributes?: { readonly takeHomePay: number };
      }[];
    };
  }[];
}
export interface Cases {
  readonly value: readonly {
    readonly _wh_contactid_value: string;
    readonly '_wh_programmeid_value@OData.Community.Display.V1.FormattedValue': string;
    readonly '_wh_coachid_value@OData.Community.Display.V1.FormattedValue': string;
    readonly wh_startedon: string;
    readonly wh_supportcase_employments: readonly { readonly wh_startdate: string }[];
  }[];
}

const first = <Resource, Item>(bundle: Bundle<Resource>, count: number, map: (resource: Resource) => Item) =>
  bundle.entry.slice(0, count).map(({ resource }) => map(resource));

export const conditionsOf = (bundle: Bundle<Condition>) => ({
  items: first(bundle, 5, ({ code, clinicalStatus, onsetDateTime }) => ({
    code: { text: code.text },
    clinicalStatus: clinicalStatus.coding[0]?.code,
    onset: onsetDateTime,
  })),
});

export const observationsOf = (bundle: Bundle<Observation>) => ({
  items: first(bundle, 5, ({ status, code, effectiveDateTime, valueQuantity: { value, unit } }) => ({
    status,
    code: { text: code.text },
    effective: effectiveDateTime,
    value: { quantity: { value, unit } },
  })),
});

export const encountersOf = (bundle: Bundle<Encounter>) => ({
  items: first(bundle, 3, ({ status, class: { code }, type, period, serviceProvider }) => ({
    status,
    class: { code },
    types: type.map(({ text }) => ({ text })),
    start: period.start,
    serviceProvider: serviceProvider.display,
  })),
});

export const appointmentsOf = (bundle: Bundle<Appointment>) => ({
  items: first(bundle, 3, ({ status, start, participant }) => ({
    status,
    start,
    location: participant.find(({ actor }) => actor.reference.startsWith('Location/'))?.actor.display ?? null,
  })),
});

export const benefitsOf = ({ data }: Claims) => ({
  claims: data.slice(0, 2).map(({ attributes: { benefitType, status, startDate, awards } }) => ({
    benefitType,
    status,
    startDate,
    awards: awards.map(({ amount }) => ({ amount })),
  })),
});

export const supportOf = ({ value }: Cases) => ({
  cases: value.slice(0, 1).map((row) => ({
    programme: row['_wh_programmeid_value@OData.Community.Display.V1.FormattedValue'],
    status: 'open',
    coachName: row['_wh_coachid_value@OData.Community.Display.V1.FormattedValue'],
    startedOn: row.wh_startedon,
  })),
});

/** The benchmark's people all have Universal Credit and a job with the provider; the two need not agree. */
export function workStatusOf(claims: Claims, row: Cases['value'][number]) {
  const pay = claims.data[0]?.attributes.awards[0]?.assessmentAttributes?.takeHomePay ?? 0;
  const [job] = row.wh_supportcase_employments;
  // DWP names no first day, so the provider's stands where the two agree.
  return job && pay > 0 ? { inWork: 'YES', since: job.wh_startdate } : { inWork: 'CONFLICTING', since: null };
}
