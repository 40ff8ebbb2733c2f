import { isObject, object, objects, text, type Fhir } from '../../../adapters/fhir.js';
import { conditionCategories, type Classification } from '../../access/classification.js';
import { dataCategories, deepestException, opposite } from '../../access/types.js';
import type {
  ConsentEffect,
  ConsentException,
  Constraints,
  DataCategory,
  Period,
  Recipient,
} from '../../access/types.js';
import { audienceOf, categoryOf, codeOf, organisationOf, purposeOf, refusalsByPurpose, systems } from './codes.js';
import type { Fault, ImportFault } from './reading.js';

/** One provision read, and what was found wrong with it on the way. */
export interface ProvisionReader {
  readonly classification: Classification;
  readonly faults: Fault[];
  readonly leftOut: string[];
}

const known = new Set(['id', 'extension', 'type', 'period', 'actor', 'action', 'securityLabel', 'purpose', 'class', 'code', 'dataPeriod', 'data', 'provision']); // prettier-ignore

/** Which of one provision's elements constrain it; a fault makes the whole resource refused. */
export function readConstraints(from: Fhir, effect: ConsentEffect, at: string, reader: ProvisionReader): Constraints {
  const fault = (code: ImportFault, element: string): void => void reader.faults.push({ code, at: `${at}.${element}` });
  if (from['modifierExtension'] !== undefined) fault('UNKNOWN_MODIFIER', 'modifierExtension');
  for (const element of Object.keys(from)) if (!known.has(element)) fault('ELEMENT_NOT_SUPPORTED', element);
  // A rule about what may be done, or about single records, is narrower than any that the hub has.
  for (const element of ['action', 'code'] as const)
    if (from[element] !== undefined) fault('ELEMENT_NOT_SUPPORTED', element);
  if (from['data'] !== undefined) fault('SINGLE_RECORDS_NOT_SUPPORTED', 'data');
  const purposes = purposesIn(from, at, reader);
  const recipients = from['actor'] === undefined ? undefined : objects(from['actor']).map((actor, index) => recipientIn(actor, `${at}.actor[${index}]`, reader)); // prettier-ignore
  const categories = categoriesIn(from, effect, at, reader);
  const period = periodIn(from['period'], `${at}.period`, reader);
  const dataPeriod = periodIn(from['dataPeriod'], `${at}.dataPeriod`, reader);
  return {
    ...(categories && { categories }),
    ...(recipients && { recipients: recipients.flatMap((recipient) => recipient ?? []) }),
    ...(purposes && { purposes }),
    ...(period && { period }),
    ...(dataPeriod && { dataPeriod }),
  };
}

/** The exceptions of a provision: rules of the opposite type. */
export function readExceptions(
  from: Fhir,
  around: ConsentEffect,
  at: string,
  depth: number,
  reader: ProvisionReader,
): readonly ConsentException[] | undefined {
  if (from['provision'] === undefined) return undefined;
  if (depth > deepestException) {
    reader.faults.push({ code: 'NESTED_TOO_DEEP', at: `${at}.provision` });
    return undefined;
  }
  const rules = objects(from['provision']);
  clashesIn(rules).forEach((index) => reader.faults.push({ code: 'CLASHING_RULES', at: `${at}.provision[${index}]` }));
  return rules.map((rule, index) => {
    const here = `${at}.provision[${index}]`;
    const effect = effectIn(rule);
    if (!effect) reader.faults.push({ code: 'TYPE_MISSING', at: `${here}.type` });
    // FHIR R4: a nested rule is an exception. One of the same type adds to what stands around it, which is another consent.
    else if (effect === around) reader.faults.push({ code: 'NOT_AN_EXCEPTION', at: `${here}.type` });
    const exceptions = readExceptions(rule, opposite(around), here, depth + 1, reader);
    return { ...readConstraints(rule, opposite(around), here, reader), ...(exceptions && { exceptions }) };
  });
}

export function effectIn(rule: Fhir): ConsentEffect | undefined {
  switch (rule['type']) {
    case 'permit':
      return 'PERMIT';
    case 'deny':
      return 'DENY';
    default:
      return undefined;
  }
}

/** Rules side by side that say yes and no to the same. */
function clashesIn(rules: readonly Fhir[]): readonly number[] {
  const said = new Map<string, unknown>();
  return rules.flatMap(({ type, id: _id, ...elements }, index) => {
    const key = JSON.stringify(elements);
    const before = said.get(key);
    said.set(key, type);
    return before !== undefined && before !== type ? [index] : [];
  });
}

/** A purpose that the hub has not is never asked for here; a rule for such purposes alone is not the hub's to keep. */
function purposesIn(from: Fhir, at: string, { faults, leftOut }: ProvisionReader): Constraints['purposes'] {
  if (from['purpose'] === undefined) return undefined;
  const codes = objects(from['purpose']).map(codeOf);
  const purposes = codes.flatMap((code, index) => {
    const purpose = purposeOf(code);
    const refusal = code.system === systems.adjustmentsPurpose ? refusalsByPurpose.get(code.code ?? '') : undefined;
    if (refusal) faults.push({ code: refusal, at: `${at}.purpose[${index}]` });
    if (!purpose) leftOut.push(`${at}.purpose[${index}]`);
    return purpose ?? [];
  });
  if (purposes.length === 0) faults.push({ code: 'PURPOSE_UNKNOWN', at: `${at}.purpose` });
  return [...new Set(purposes)].sort();
}

function recipientIn(actor: Fhir, at: string, { faults }: ProvisionReader): Recipient | undefined {
  const recipient = named(object(actor['reference']));
  if (!recipient) faults.push({ code: 'ACTOR_UNKNOWN', at });
  return recipient;
}

/** By identifier only: what `Organization/1` is, only the server that said so knows. */
function named(reference: Fhir | null): Recipient | undefined {
  const identifier = object(reference?.['identifier']);
  const [system, value] = [text(identifier?.['system']), text(identifier?.['value'])];
  if (system === null || value === null) return undefined;
  if (system === systems.organisation) {
    const organisation = organisationOf(value);
    return organisation && { kind: 'organisation', organisation };
  }
  if (system === systems.audience) {
    const audience = audienceOf(value);
    return audience && { kind: 'audience', audience };
  }
  const assigner = object(object(identifier?.['assigner'])?.['identifier']);
  const organisation = text(assigner?.['system']) === systems.organisation ? organisationOf(text(assigner?.['value']) ?? '') : undefined; // prettier-ignore
  if (!organisation || text(reference?.['type']) !== 'Practitioner') return undefined;
  return { kind: 'person', subject: value, organisation, ...(system !== systems.subject && { issuer: system }) };
}

/** Classes and labels are two elements, and so ANDed. */
function categoriesIn(
  from: Fhir,
  effect: ConsentEffect,
  at: string,
  reader: ProvisionReader,
): DataCategory[] | undefined {
  const classes = from['class'] === undefined ? undefined : objects(from['class']).flatMap((each, index) => {
    const category = categoryOf(codeOf(each));
    if (!category) reader.faults.push({ code: 'CATEGORY_UNKNOWN', at: `${at}.class[${index}]` });
    return category ?? [];
  }); // prettier-ignore
  const labelled = from['securityLabel'] === undefined ? undefined : objects(from['securityLabel']).flatMap((each, index) => {
    const categories = labelledAs(codeOf(each), effect, reader.classification);
    if (!categories) reader.faults.push({ code: 'LABEL_UNKNOWN', at: `${at}.securityLabel[${index}]` });
    return categories ?? [];
  }); // prettier-ignore
  if (!classes && !labelled) return undefined;
  const categories = dataCategories.filter((category) => (classes?.includes(category) ?? true) && (labelled?.includes(category) ?? true)); // prettier-ignore
  if (categories.length === 0) reader.faults.push({ code: 'CATEGORY_UNKNOWN', at: `${at}.securityLabel` });
  return [...categories].sort();
}

/**
 * The categories of a label. A permit to R admits N (confidentiality is ordered), and what is not sensitive at all; a denial of R
 * denies what is above N, all of it.
 */
function labelledAs(
  label: ReturnType<typeof codeOf>,
  effect: ConsentEffect,
  classification: Classification,
): readonly DataCategory[] | undefined {
  const admitted = classification.admittedBy(label);
  if (!admitted) return undefined;
  if (!admitted.includes('CONDITIONS')) return admitted;
  const sensitive: readonly DataCategory[] = conditionCategories.filter((category) => category !== 'CONDITIONS');
  const isOrdinary = admitted.length === 1;
  if (effect === 'DENY') return isOrdinary ? dataCategories : sensitive;
  return isOrdinary ? dataCategories.filter((category) => !sensitive.includes(category)) : dataCategories;
}

/** Whole days, both ends included, as FHIR's period is. */
export function periodIn(value: unknown, at: string, { faults }: Pick<ProvisionReader, 'faults'>): Period | undefined {
  if (value === undefined) return undefined;
  const from = isObject(value) ? value : {};
  const [start, end] = [dayIn(from['start']), dayIn(from['end'])];
  if (start === null || end === null || (start === undefined && end === undefined)) {
    faults.push({ code: 'PERIOD_NOT_READABLE', at });
    return undefined;
  }
  if (start !== undefined && end !== undefined && end < start) faults.push({ code: 'PERIOD_NOT_READABLE', at });
  return { start: start ?? '0001-01-01', ...(end !== undefined && { end }) };
}

/** Undefined where there is none, null where it cannot be read. */
function dayIn(value: unknown): string | null | undefined {
  if (value === undefined) return undefined;
  const day = /^\d{4}-\d\d-\d\d/.exec(text(value) ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}
