import { GraphQLError } from 'graphql';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { errorCodes, HubError } from '../graph/errors.js';
import type { ErrorCode } from '../graph/errors.js';
import { LedgerUnavailable } from '../audit/ledger-unavailable.js';
import { StoreUnavailable } from '../store/port.js';

export const unexpected = 'Unexpected error. The correlation id finds it in the hub’s log.';

/**
 * The one place where an error becomes what a caller reads: a fixed code, whose fault it is, and words without any value
 * from the request. Anything unknown becomes a fixed text; the endpoint reports it under the correlation id.
 */
export function publicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const resolved = thrownBy(error);
  const original = hubErrorOf(
    resolved instanceof GraphQLError && resolved.originalError ? resolved.originalError : resolved,
  );
  const where = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (original instanceof HubError) {
    return {
      message: original.message,
      ...where,
      extensions: { code: original.code, owner: errorCodes[original.code].owner },
    };
  }
  if (/^Syntax Error: Document contains more that \d+ tokens/.test(formatted.message)) {
    const extensions = { code: 'TOO_COMPLEX', owner: errorCodes.TOO_COMPLEX.owner };
    return { message: 'The operation has more tokens than this hub reads.', extensions };
  }
  // A variable that was left out can make an argument invalid only when it is read: the library gives that no code.
  const argument = original instanceof GraphQLError ? /^Argument "(\w+)" /.exec(original.message)?.[1] : undefined;
  if (argument !== undefined && formatted.path) {
    const extensions = { code: 'BAD_INPUT', owner: errorCodes.BAD_INPUT.owner };
    return { message: `Argument "${argument}" is missing or invalid.`, ...where, extensions };
  }
  const code = senderCode(formatted);
  if (code) return { message: withoutValues(formatted.message), ...where, extensions: { code, owner: 'SENDER' } };
  return {
    message: unexpected,
    ...where,
    extensions: { code: 'UNEXPECTED', owner: 'HUB' },
  };
}

/** What a resolver threw: the executor wraps it, to say where. */
const thrownBy = (error: unknown): unknown =>
  error instanceof GraphQLError && error.path && error.originalError ? error.originalError : error;

/** The errors of one execution as their caller may read them; what should not have happened goes to `report`. */
export function publicErrors(
  { errors = [], data }: ExecutionResult,
  report: (error: unknown) => void,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => {
    // Without data nothing was executed: the variables were not what the operation asks for.
    const code = data === undefined && error.extensions['code'] === undefined ? { code: 'BAD_USER_INPUT' } : {};
    const formatted = error.toJSON();
    const told = publicError({ ...formatted, extensions: { ...formatted.extensions, ...code } }, error);
    if (told.extensions?.['code'] === 'UNEXPECTED') report(thrownBy(error));
    return told;
  });
}

/** The hub's own error for what other rooms throw of theirs; anything else as it is. */
export function hubErrorOf(thrown: unknown): unknown {
  if (thrown instanceof LedgerUnavailable) {
    return new HubError('LEDGER_UNAVAILABLE', 'The disclosure ledger cannot be written, so nothing is shown.');
  }
  if (thrown instanceof StoreUnavailable) {
    return new HubError('STORE_UNAVAILABLE', 'The hub cannot reach its own records just now.');
  }
  return thrown;
}

function senderCode(formatted: GraphQLFormattedError): ErrorCode | undefined {
  switch (formatted.extensions?.['code']) {
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'OPERATION_RESOLUTION_FAILURE':
      return 'INVALID_OPERATION';
    case 'BAD_USER_INPUT':
      return 'BAD_INPUT';
    case 'BAD_REQUEST':
      return 'BAD_REQUEST';
    default:
      return undefined;
  }
}

/**
 * graphql-js repeats the caller's values in its messages ("got invalid value …", "found …"): an NHS number typed in the
 * wrong place would stand in an error, and so in somebody's log. What is left names the place and what is wanted.
 */
export function withoutValues(message: string): string {
  const variable = /^Variable "(\$\w+)" got invalid value /.exec(message)?.[1];
  const text = variable === undefined ? message : badVariable(variable, message);
  return text
    .replace(/^Unknown operation named (?:.|\n)*$/, 'The document has no operation of that name.')
    .replace(/, found (?:.|\n)*?(; [^;"]*)?$/, (_match, tail: string | undefined) => tail ?? '.')
    .replace(/(cannot represent[^:]*): (?:.|\n)*$/, '$1.')
    .replace(/^Value (?:.|\n)* does not exist in/, 'A value does not exist in')
    .replace(/Did you mean (?:.|\n)*$/, '')
    .replace(
      /Syntax Error: (Unexpected|Expected|Invalid|Unterminated|Cannot parse|Document)((?:.|\n)*)$/,
      (_match, word: string, rest: string) =>
        `Syntax Error: ${word}${rest.replace(/"(?:.|\n)*"|Name (?:.|\n)*|Int (?:.|\n)*|Float (?:.|\n)*|String (?:.|\n)*/, '…')}`,
    )
    .replace(/"([^"]*)"/g, (quoted, inside: string) => (isName(inside) ? quoted : '"…"'))
    .replace(/[\w-]*\d{5,}[\w-]*/g, '…')
    .trim();
}

/** A name or a type of a schema, and no number in a name's clothes. */
const isName = (text: string): boolean => /^[$@]?[\w.[\]!]*$/.test(text) && !/\d{4,}/.test(text.replaceAll('_', ''));

/** What a variable's value is told to be: only sentences in which every word is the schema's. */
function badVariable(variable: string, message: string): string {
  const place = / at "(\w[\w.[\]]*)"; /.exec(message)?.[1];
  const where = `Variable "${variable}"${place === undefined ? '' : ` at "${place}"`} is invalid`;
  const wanted = schemaSentences.find((sentence) => sentence.test(message))?.exec(message)?.[1];
  if (wanted !== undefined) return `${where}; ${wanted}`;
  const ofEnum = /(?: does not exist in |; Enum )"(\w+)"/.exec(message)?.[1];
  if (ofEnum !== undefined) return `${where}; it is no value of "${ofEnum}".`;
  const ofInput = / is not defined by type "(\w+)"\./.exec(message)?.[1];
  if (ofInput !== undefined) return `${where}; it has a field that "${ofInput}" does not have.`;
  const ofType = /; Expected type "(\w+)"\. /.exec(message)?.[1];
  return ofType === undefined ? `${where}.` : `${where}; Expected type "${ofType}".`;
}

const schemaSentences = [
  /; (Expected non-nullable type "[\w![\]]+" not to be null\.)$/,
  /; (Expected type "\w+" to be an object\.)$/,
  /; (Field "\w+" of required type "[\w![\]]+" was not provided\.)$/,
  /; (Exactly one key must be specified for OneOf type "\w+"\.)$/,
  /; (Field "\w+" must be non-null\.)$/,
  // The hub's own scalars say what they want in fixed words.
  /; (Expected type "(\w+)"\. \2 must be [^"]+)$/,
];

/** A whole answer that is one error. */
export function errorBody(error: GraphQLError & { readonly code: ErrorCode }): string {
  return JSON.stringify({
    data: null,
    errors: [{ message: error.message, extensions: { code: error.code, owner: errorCodes[error.code].owner } }],
  });
}
