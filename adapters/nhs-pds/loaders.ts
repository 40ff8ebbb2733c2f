import type { CallContext, SourceAnswer, UpstreamSubject } from '../contract.js';
import type { DemographicsTrace } from '../records.js';
import type { PdsClient } from './client.js';

/** What a person is looked for by where their NHS number is not known. No wildcards. */
export interface DemographicsQuery {
  readonly family: string;
  readonly given?: string;
  /** ISO date. */
  readonly birthDate: string;
  /** FHIR AdministrativeGender. */
  readonly gender?: string;
  readonly postcode?: string;
  /** Like names and dates too. Only after the exact question found nobody: each answer is a disclosure of PDS to the hub. */
  readonly fuzzy?: true;
}

/** What a request may ask of PDS. The same question is asked once per request. */
export interface PdsLoaders {
  /**
   * The person's demographics. Empty: PDS knows no such person. `UpstreamError` REFUSED with code `INVALIDATED_RESOURCE`:
   * the record was withdrawn, which is another thing. A trace with another NHS number: the record was superseded.
   */
  trace(subject: UpstreamSubject): Promise<SourceAnswer<DemographicsTrace>>;
  /**
   * The people who match. PDS gives an application one match or none; several are `UpstreamError` AMBIGUOUS with code
   * `TOO_MANY_MATCHES`. Restricted people are never found by their postcode.
   */
  search(by: DemographicsQuery): Promise<SourceAnswer<DemographicsTrace>>;
}

export function createPdsLoaders(client: PdsClient, call: CallContext, now: () => number): PdsLoaders {
  const answers = new Map<string, Promise<SourceAnswer<DemographicsTrace>>>();
  const once = (
    question: readonly (string | undefined)[],
    ask: () => Promise<readonly DemographicsTrace[]>,
  ): Promise<SourceAnswer<DemographicsTrace>> => {
    const key = JSON.stringify(question);
    let answer = answers.get(key);
    if (!answer) {
      answer = ask().then((items) => ({ items, retrievedAt: new Date(now()).toISOString(), complete: true }));
      answers.set(key, answer);
    }
    return answer;
  };
  return {
    trace: ({ nhsNumber }) => once([nhsNumber], () => client.read(nhsNumber, call)),
    search: (by) =>
      once([by.family, by.given, by.birthDate, by.gender, by.postcode, by.fuzzy && 'fuzzy'], () =>
        client.search(by, call),
      ),
  };
}
