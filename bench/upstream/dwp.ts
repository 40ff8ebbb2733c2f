import { responseOf, type Answer } from './bare-http.js';
import { callerOf, type Callers } from './callers.js';
import type { BenchPerson } from './people.js';
import { citizenGuid, claimsBody, generations } from './records.js';

const json = 'application/json';

/** The DWP Citizen API: match, and claims under a GUID that is good for one read. Each caller has GUIDs of its own. */
export function dwp(people: readonly BenchPerson[], callers: Callers): Answer {
  const byBirthDate = new Map(people.map((person) => [person.birthDate, person]));
  const byGuid = new Map(
    people.flatMap((person) =>
      Array.from(
        { length: generations },
        (_, generation) => [citizenGuid(person, generation), { person, generation }] as const,
      ),
    ),
  );
  const ready = new Map<string, Buffer>();
  const current = new Map<string, number[]>();
  const stateOf = (caller: string): number[] => {
    let state = current.get(caller);
    if (!state) current.set(caller, (state = people.map(() => 0)));
    return state;
  };
  const stale = responseOf(
    404,
    json,
    '{"errors":[{"status":"404","detail":"No citizen found for the supplied GUID"}]}',
  );

  return ({ target, head, body }) => {
    const caller = callerOf(head);
    const state = stateOf(caller);
    if (target === '/capi/v2/citizens/match') {
      callers.count(caller, 'match');
      const person = byBirthDate.get(/"dateOfBirth":"([^"]+)"/.exec(body)?.[1] ?? '');
      if (!person)
        return responseOf(404, json, '{"errors":[{"status":"404","detail":"Unable to find a unique match"}]}');
      const id = citizenGuid(person, state[person.index] ?? 0);
      return responseOf(
        200,
        json,
        JSON.stringify({ data: { id, type: 'MatchResult', attributes: { matchingScenario: 'scenario_1' } } }),
      );
    }
    const guid = target.slice('/capi/v2/citizens/'.length, '/capi/v2/citizens/'.length + 36);
    const known = byGuid.get(guid);
    callers.count(caller, 'claims');
    if (!known || state[known.person.index] !== known.generation) {
      callers.count(caller, 'stale');
      return stale;
    }
    const next = (known.generation + 1) % generations;
    state[known.person.index] = next;
    let bytes = ready.get(guid);
    if (!bytes)
      ready.set(guid, (bytes = responseOf(200, json, claimsBody(known.person, citizenGuid(known.person, next)))));
    return bytes;
  };
}
