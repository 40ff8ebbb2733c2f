/** One caller of a hub: a token, and GraphQL over HTTP. */

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads any field of any answer
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly unknown[];
    readonly extensions: { readonly code: string; readonly owner: string };
  }[];
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Caller {
  token(): Promise<string>;
  /** What a client library would get. */
  query(operation: string, variables?: object): Promise<Answer>;
  /** The same down to the bytes. */
  send(operation: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  record(input: object): Promise<Answer>;
  withdraw(consent: string, input?: object): Promise<Answer>;
}

export const consentFields =
  'id version status effect categories recipients { organisation audience person { subject organisation issuer } } purposes exceptions { effect categories } supersedes givenOn request { what assessmentPeriodFrom completedOn } validFrom validTo dataFrom dataTo evidence { method wording language givenBy capacity representative { authority until } } withdrawnFor { authority until } recordedAt';
const recordConsent = `mutation Record($input: RecordConsentInput!) { recordConsent(input: $input) { __typename
  ... on ConsentRecorded { consent { ${consentFields} } } ... on ConsentRefused { reason message } } }`;
const withdrawConsent = `mutation Withdraw($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
  ... on ConsentWithdrawn { consent { ${consentFields} } } ... on ConsentRefused { reason message } } }`;

let keys = 0;

export function createCaller(url: string, token: () => Promise<string>): Caller {
  const send: Caller['send'] = async (query, variables, headers = {}) =>
    post(url, JSON.stringify({ query, ...(variables && { variables }) }), {
      authorization: `Bearer ${await token()}`,
      ...headers,
    });
  const query: Caller['query'] = async (operation, variables) =>
    JSON.parse((await send(operation, variables)).body) as Answer;
  return {
    token,
    send,
    query,
    record: (input) => query(recordConsent, { input: { idempotencyKey: newKey(), ...input } }),
    withdraw: (consent, input) => query(withdrawConsent, { input: { idempotencyKey: newKey(), consent, ...input } }),
  };
}

const newKey = (): string => `acceptance-${(keys += 1)}`;

/** Any body to `/graphql`. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
