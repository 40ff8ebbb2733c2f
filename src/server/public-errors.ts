import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { errorCodes, HubError } from '../graph/errors.js';
import type { ErrorCode } from '../graph/errors.js';

/**
 * The one place where an error becomes what a caller reads: a fixed code, whose fault it is, and words without any value
 * from the request. Anything unknown becomes a fixed text and is reported under the correlation id.
 */
export function publicError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
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
  const code = senderCode(formatted);
  if (code) return { message: withoutValues(formatted.message), ...where, extensions: { code, owner: 'SENDER' } };
  report(original);
  return {
    message: 'Unexpected error. The correlation id finds it in the hub’s log.',
    ...where,
    extensions: { code: 'UNEXPECTED', owner: 'HUB' },
  };
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
  const coercion = /^(Variable "\$\w+") got invalid value (?:.|\n)*?( at "[\w$.[\]]+")?; ([^;]*)$/.exec(message);
  const text = coercion ? `${coercion[1] ?? ''}${coercion[2] ?? ''} is invalid; ${coercion[3] ?? ''}` : message;
  return text
    .replace(/, found (?:.|\n)*?(; [^;]*)?$/, (_match, tail: string | undefined) => tail ?? '.')
    .replace(/(cannot represent[^:]*): (?:.|\n)*$/, '$1.')
    .replace(/^Value (?:.|\n)* does not exist in/, 'A value does not exist in')
    .replace(/Did you mean (?:.|\n)*$/, '')
    .replace(
      /Syntax Error: (Unexpected|Expected|Invalid|Unterminated|Cannot parse|Document)((?:.|\n)*)$/,
      (_match, word: string, rest: string) =>
        `Syntax Error: ${word}${rest.replace(/"(?:.|\n)*"|Name (?:.|\n)*|Int (?:.|\n)*|Float (?:.|\n)*|String (?:.|\n)*/, '…')}`,
    )
    .replace(/[\w-]*\d{4,}[\w-]*/g, '…')
    .trim();
}

/** A whole answer that is one error. */
export function errorBody(error: GraphQLError & { readonly code: ErrorCode }): string {
  return JSON.stringify({
    data: null,
    errors: [{ message: error.message, extensions: { code: error.code, owner: errorCodes[error.code].owner } }],
  });
}
