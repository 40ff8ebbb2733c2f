import { parse } from 'yaml';
import { z } from 'zod';
import { PolicyFault } from '../access/policy.js';
import { authorities } from '../access/representation.js';
import { audiences, bases, dataCategories, purposes, withheldReasons } from '../access/types.js';

const words = z.string().min(1);
/** Every name has its words: one that was added to the contract cannot be left without. */
const wordsFor = <const Name extends string>(names: readonly Name[]) => z.record(z.enum(names), words);

const historyWords = z.strictObject({
  namesShownOf: z.array(z.enum(audiences)),
  namedInSentence: z.int().positive(),
  who: wordsFor(audiences),
  acting: wordsFor(authorities),
  why: wordsFor(purposes),
  what: wordsFor(dataCategories),
  basis: wordsFor(bases),
  refusal: wordsFor(withheldReasons),
  told: z.strictObject({
    notFound: words,
    changed: words,
    restricted: words,
    looked: words,
    somebodyElse: words,
    until: words,
    firstTime: words,
  }),
  found: z.record(z.string(), words).and(z.object({ other: words })),
});

/** The access history's words and masking, as `policies/access-history.yaml` has them. */
export type HistoryWords = Readonly<z.infer<typeof historyWords>>;

/** @throws PolicyFault that names every fault of the file */
export function parseHistoryWords(text: string): HistoryWords {
  const parsed = historyWords.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new PolicyFault(
    parsed.error.issues.map(({ path, message }) => `policies.accessHistory: ${path.join('.')}: ${message}`),
  );
}
