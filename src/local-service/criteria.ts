import type { ServiceArea, ServiceDetail } from '../../adapters/local-service.js';
import { areaLookup } from '../programme/areas.js';
import type { Formula } from '../programme/formula.js';
import type { AreaLookup } from '../programme/readable.js';
import { createRuleLanguage } from '../programme/rule.js';
import type { LocalServiceSettings } from './settings.js';

/** One thing that a service asks of the people whom it is for. Without a formula the directory says it in words alone. */
export interface ServiceCriterion {
  readonly code: 'STATUS' | 'AGE' | 'AREA' | 'TERM' | 'ENTRY';
  readonly formula?: Formula;
  readonly met: string;
  readonly notMet: string;
}

/** What a directory's entries ask, as rules over the fact model. */
export interface ServiceCriteria {
  readonly areas: AreaLookup;
  /** `whole` is false where only the list's part of the entry could be read. */
  of(service: ServiceDetail, whole: boolean): readonly ServiceCriterion[];
}

/** @throws Error naming every rule of the settings that cannot be used: a hub with one does not start */
export function createServiceCriteria(settings: LocalServiceSettings): ServiceCriteria {
  const ids = settings.areas.map(({ uri }) => uri);
  const formulaOf = createFormulas(ids);
  const terms = new Map(
    settings.terms.map(({ uri, rule, met, notMet }) => [
      uri,
      { code: 'TERM', formula: formulaOf(rule), met, notMet } as const,
    ]),
  );
  const areas = areaLookup(
    settings.areas.map(({ uri, name, postcodeDistricts }) => ({
      code: uri,
      name,
      postcodeDistricts,
      practices: [],
      jobcentres: [],
    })),
  );
  return {
    areas,
    of: (service, whole) => [
      ...statusOf(service),
      ...agesOf(service, formulaOf),
      ...areaOf(service.areas, ids, formulaOf),
      ...service.terms.flatMap(({ uri }) => terms.get(uri ?? '') ?? []),
      ...(whole ? [] : [restNotRead]),
    ],
  };
}

const nobody: Formula = { kind: 'constant', value: false };
const restNotRead: ServiceCriterion = {
  code: 'ENTRY',
  met: 'The rest of the entry could not be read: the service may ask for more.',
  notMet: '',
};

/** HSDS: active, inactive, defunct, temporarily closed. */
function statusOf({ status }: ServiceDetail): readonly ServiceCriterion[] {
  if (status === 'active') return [];
  const isClosed = status === 'inactive' || status === 'defunct' || status === 'temporarily closed';
  const closed = `The directory says that the service is ${status}.`;
  return [{ code: 'STATUS', ...(isClosed && { formula: nobody }), met: closed, notMet: closed }];
}

/** Both bounds inclusive. A directory can give part of a year: nobody who is 17 is at least 17.5. */
function agesOf(
  { minimumAge, maximumAge }: ServiceDetail,
  formulaOf: (rule: string) => Formula,
): readonly ServiceCriterion[] {
  const least = minimumAge === null ? 0 : Math.ceil(minimumAge);
  const most = maximumAge === null ? Infinity : Math.floor(maximumAge);
  if (least <= 0 && most >= 130) return [];
  const words =
    most >= 130
      ? `For people of ${least} and over.`
      : least <= 0
        ? `For people up to ${most}.`
        : `For people of ${least} to ${most}.`;
  // Bounds that nobody is between are a slip of the directory, and no answer.
  if (least > most) return [{ code: 'AGE', met: `The directory’s ages exclude each other: ${words}`, notMet: words }];
  const rules = [...(least > 0 ? [`person.age >= ${least}`] : []), ...(most < 130 ? [`person.age <= ${most}`] : [])];
  return [{ code: 'AGE', formula: formulaOf(rules.join(' && ')), met: words, notMet: words }];
}

/** Available in any of the areas. One that the settings do not translate leaves the answer open unless another holds. */
function areaOf(
  found: readonly ServiceArea[],
  known: readonly string[],
  formulaOf: (rule: string) => Formula,
): readonly ServiceCriterion[] {
  if (found.length === 0) return [];
  const names = found.map(({ name, uri }) => name ?? uri ?? 'an area without a name').join('; ');
  const words = `For people who live in: ${names}`;
  const uris = found.flatMap(({ uri }) => (uri !== null && known.includes(uri) ? [uri] : []));
  if (uris.length < found.length) return [{ code: 'AREA', met: words, notMet: words }];
  return [{ code: 'AREA', formula: formulaOf(`home.area in ${JSON.stringify(uris)}`), met: words, notMet: words }];
}

/** Rules as formulas, each text read once: a directory has few different bounds. */
function createFormulas(areas: readonly string[]): (rule: string) => Formula {
  const language = createRuleLanguage();
  const known = new Map<string, Formula>();
  return (rule) => {
    let formula = known.get(rule);
    if (!formula) {
      const compiled = language.compile(rule, areas);
      if (compiled.kind === 'faults') {
        const faults = compiled.faults.map(({ message }) => message).join('; ');
        throw new Error(`localServices.terms: the rule "${rule}" cannot be used: ${faults}`);
      }
      known.set(rule, (formula = compiled.formula));
    }
    return formula;
  };
}
