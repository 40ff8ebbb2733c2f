import { z } from 'zod';
import type { Fault, LocatedYaml } from './located.js';
import type { RuleLanguage } from './rule.js';

/** As much of a file's shape as its rules need; anything else may be wrong. */
const rulesOnly = z.object({
  areas: z.array(z.object({ code: z.string() })),
  streams: z.array(z.object({ criteria: z.array(z.object({ rule: z.string().optional() })) })),
});

/** The faults of the rules of a file that has not the shape of a programme. */
export function looseRuleFaults(located: LocatedYaml, language: RuleLanguage): readonly Fault[] {
  const parsed = rulesOnly.safeParse(located.value);
  if (!parsed.success) return [];
  const areas = parsed.data.areas.map(({ code }) => code);
  return parsed.data.streams.flatMap(({ criteria }, at) =>
    criteria.flatMap(({ rule }, number) => {
      const compiled = rule === undefined ? undefined : language.compile(rule, areas);
      if (compiled?.kind !== 'faults') return [];
      const path = ['streams', at, 'criteria', number, 'rule'];
      return compiled.faults.map(({ offset, message }) => located.within(path, offset, message));
    }),
  );
}
