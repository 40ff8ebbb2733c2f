import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

/** Strict scalars: bad input is an error that says what is wanted and never repeats the value. */
export const Date = textScalar('Date', 'an ISO 8601 calendar date (2026-03-31)', isCalendarDate);
export const DateTime = textScalar('DateTime', 'an ISO 8601 instant with its offset', isInstant);
export const FHIRDateTime = textScalar('FHIRDateTime', 'a FHIR dateTime', () => true);
/** The check digit is checked by the resolver: it is one switch (`identity.nhsNumberCheck`). */
export const NHSNumber = textScalar('NHSNumber', 'ten digits', (text) => /^\d{10}$/.test(text));

/** Case and the space are the caller's; the form is that of BS 7666. */
export const UKPostcode = textScalar('UKPostcode', 'a UK postcode', (text) =>
  /^([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|GIR ?0AA)$/i.test(text),
);

export const Pence = new GraphQLScalarType({
  name: 'Pence',
  serialize: (value) => {
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw new GraphQLError('Pence is a whole number');
  },
});

function textScalar(
  name: string,
  wanted: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${name} must be ${wanted}`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} is text`);
    },
    parseValue: parse,
    parseLiteral: (node, variables) =>
      parse(node.kind === Kind.STRING ? valueFromASTUntyped(node, variables) : undefined),
  });
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new globalThis.Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(globalThis.Date.parse(text))
  );
}
