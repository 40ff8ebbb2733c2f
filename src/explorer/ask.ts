/** What the explorer shows of an answer beside the answer itself. */
export interface Answer {
  readonly status: number;
  /** Finds the request in the hub's log and ledger. */
  readonly correlationId: string;
  readonly body: GraphqlBody;
}

/** A GraphQL response. */
export interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[] | undefined;
}

/** One operation with its variables. */
export interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** Sends an operation to the hub that served this page. The token goes last: a typed header cannot replace it. */
export async function ask(
  operation: Operation,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const sent = new Headers(headers);
  sent.set('content-type', 'application/json');
  sent.set('accept', 'application/graphql-response+json, application/json');
  if (token !== '') sent.set('authorization', `Bearer ${token}`);
  const response = await fetch('graphql', {
    method: 'POST',
    headers: sent,
    body: JSON.stringify(operation),
    cache: 'no-store',
    credentials: 'omit',
  });
  const { status } = response;
  const correlationId = response.headers.get('x-correlation-id') ?? '';
  return { status, correlationId, body: bodyIn(await response.text(), status) };
}

function bodyIn(text: string, status: number): GraphqlBody {
  try {
    return JSON.parse(text) as GraphqlBody;
  } catch {
    return { errors: [{ message: `The hub answered ${status} with something that is not JSON.` }] };
  }
}
