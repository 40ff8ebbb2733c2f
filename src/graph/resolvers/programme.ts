import { checkProgramme, type StreamEligibility } from '../../programme/eligibility.js';
import { factNames, factOf, type KnownFacts } from '../../programme/facts.js';
import type { ProgrammeVersion } from '../../programme/programme.js';
import { section } from '../client-facts.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { EligibilityInput, QueryResolvers } from '../generated.js';
import { givenFacts } from '../given-facts.js';
import { answerView, programmeView } from '../programme-view.js';
import { readMissing } from '../read-facts.js';

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
    const found = await readMissing(file, known, check, { context, on, section });
    return { on, streams: found.answers.map(answerView), read: found.read, withheld: found.withheld };
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

export const programme = { Query };
