import { checkProgramme, type StreamEligibility } from '../../programme/eligibility.js';
import { factNames, factOf, type FactName, type KnownFacts } from '../../programme/facts.js';
import type { ProgrammeVersion } from '../../programme/programme.js';
import type { DataCategory } from '../../access/types.js';
import type { ClientFile } from '../client-file.js';
import { factSources, section } from '../client-facts.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { EligibilityInput, QueryResolvers } from '../generated.js';
import { givenFacts } from '../given-facts.js';
import { answerView, programmeView } from '../programme-view.js';
import { withheld, type Withheld } from '../section-records.js';

const Query: Pick<QueryResolvers, 'programmes' | 'eligibilityFacts' | 'checkEligibility'> = {
  programmes: (_root, { on, id }, { services, today }) =>
    services.programmes
      .inForce(on ?? today)
      .filter((programme) => id == null || programme.id === id)
      .map((programme) => programmeView(programme, on ?? today)),
  eligibilityFacts: () => factNames.map((name) => ({ name, zeroExclusion: false, ...factOf(name) })),
  checkEligibility: async (_root, { input }, context) => {
    const on = input.on ?? context.today;
    const known = givenFacts(input.facts ?? {}, on);
    const check = (facts: KnownFacts): readonly StreamEligibility[] =>
      asked(input, on, context)
        .flatMap((programme) => checkProgramme(programme, facts, on))
        .filter(({ stream }) => stream.definition.pathway === input.pathway);
    if (input.client == null) return { on, streams: check(known).map(answerView), read: [], withheld: [] };
    const file = await findClient({ id: input.client }, context, section);
    if (!file) return null;
    const found = await readMissing(file, known, check, context, on);
    return { on, streams: found.streams.map(answerView), read: found.read, withheld: found.withheld };
  },
};

/** @throws HubError BAD_INPUT where one of them is none */
function asked(
  { programmes }: EligibilityInput,
  on: string,
  { services }: RequestContext,
): readonly ProgrammeVersion[] {
  const all = services.programmes.inForce(on);
  if (programmes == null) return all;
  return programmes.map((id) => {
    const found = all.find((programme) => programme.id === id);
    if (!found) throw new HubError('BAD_INPUT', 'input.programmes names a programme that there is not on that day.');
    return found;
  });
}

interface Found {
  readonly streams: readonly StreamEligibility[];
  readonly read: readonly { readonly category: DataCategory; readonly facts: readonly FactName[] }[];
  readonly withheld: readonly Withheld[];
}

/**
 * Reads what is missing from the client's sections, one after the other, each decided on before it is asked; a section that
 * could no longer change an answer is left alone.
 */
async function readMissing(
  file: ClientFile,
  given: KnownFacts,
  check: (known: KnownFacts) => readonly StreamEligibility[],
  context: RequestContext,
  on: string,
): Promise<Found> {
  const read: { category: DataCategory; facts: FactName[] }[] = [];
  const refused: Withheld[] = [];
  let known = given;
  let streams = check(known);
  for (const source of factSources) {
    const wanted = new Set(streams.flatMap(({ missing }) => missing.map(({ fact }) => fact)));
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
    streams = check(known);
  }
  return { streams, read, withheld: refused };
}

export const programme = { Query };
