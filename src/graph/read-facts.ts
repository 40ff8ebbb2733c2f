import type { DataCategory } from '../access/types.js';
import type { FactName, KnownFacts } from '../programme/facts.js';
import { factSources } from './client-facts.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { withheld, type Withheld } from './section-records.js';

/** What was answered once every section that mattered had been read, or refused. */
export interface AnsweredFromFacts<Answer> {
  readonly answers: readonly Answer[];
  readonly known: KnownFacts;
  readonly read: readonly { readonly category: DataCategory; readonly facts: readonly FactName[] }[];
  readonly withheld: readonly Withheld[];
}

/**
 * Reads what is missing from the client's sections, one after the other, each decided on before it is asked; a section that
 * could no longer change an answer is left alone.
 */
export async function readMissing<Answer extends { readonly missing: readonly { readonly fact: FactName }[] }>(
  file: ClientFile,
  given: KnownFacts,
  check: (known: KnownFacts) => readonly Answer[],
  { context, on, section }: { readonly context: RequestContext; readonly on: string; readonly section: string },
): Promise<AnsweredFromFacts<Answer>> {
  const read: { category: DataCategory; facts: FactName[] }[] = [];
  const refused: Withheld[] = [];
  let known = given;
  let answers = check(known);
  for (const source of factSources) {
    const wanted = new Set(answers.flatMap(({ missing }) => missing.map(({ fact }) => fact)));
    if (!source.facts.some((fact) => wanted.has(fact))) continue;
    const decision = context.disclosures.decide(file, source.category, section);
    if (!decision.permitted) {
      refused.push(withheld(decision));
      continue;
    }
    const values = await source.read(file, context, on);
    const facts = source.facts.filter((fact) => wanted.has(fact) && values[fact] !== undefined);
    if (facts.length === 0) continue;
    read.push({ category: source.category, facts });
    // What the caller gives goes before what the hub holds.
    known = { ...known, ...Object.fromEntries(facts.map((fact) => [fact, values[fact]])) };
    answers = check(known);
  }
  return { answers, known, read, withheld: refused };
}
