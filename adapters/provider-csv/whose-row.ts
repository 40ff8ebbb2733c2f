import { createHash } from 'node:crypto';
import { externalIdOf, type ColumnName, type ProviderRow } from './column-specification.js';

/** What a provider says of a client whose NHS number it lacks: enough to look for them at PDS. */
export interface ClientDescription {
  readonly familyName: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly givenName?: string;
  readonly postcode?: string;
  readonly sex?: string;
}

const describing: readonly ColumnName[] = ['family_name', 'given_name', 'birth_date', 'postcode', 'sex'];

/** Undefined where the row says whose it is by NHS number. */
export function descriptionIn(row: ProviderRow): ClientDescription | undefined {
  const { nhs_number, family_name, birth_date, given_name, postcode, sex } = row;
  if (nhs_number !== undefined || family_name === undefined || birth_date === undefined) return undefined;
  return {
    familyName: family_name,
    birthDate: birth_date,
    ...(given_name !== undefined && { givenName: given_name }),
    ...(postcode !== undefined && { postcode }),
    ...(sex !== undefined && { sex }),
  };
}

/** Where the number says whose row it is, nothing else of the person is kept. */
export function withoutDescription(row: ProviderRow): ProviderRow {
  if (row.nhs_number === undefined) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !describing.some((each) => each === name)),
  ) as ProviderRow;
}

/**
 * The described client as this source knows them: the provider's number and who it says that is. With the name and birth date in it,
 * a number that the provider gives to somebody else is somebody else here too, and what was confirmed of the first shows nothing of the second.
 */
export function describedIdOf(
  providerClientId: string,
  { familyName, givenName = '', birthDate }: ClientDescription,
): string {
  const plain = (name: string): string => name.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ' ');
  const person = JSON.stringify([plain(familyName), plain(givenName), birthDate]);
  return `${providerClientId}#${createHash('sha256').update(person).digest('hex').slice(0, 16)}`;
}

/** How a row and its subject are found in the store: by keyed hashes alone. */
export interface RowKeys {
  readonly id: string;
  readonly subjectKey: string;
}

/** @param hash the keyed hash under one key */
export function rowKeysOf(row: ProviderRow, provider: string, hash: (kind: string, value: string) => string): RowKeys {
  const description = descriptionIn(row);
  const name = rowName(provider, row);
  const { kind, value } = description
    ? described(provider, describedIdOf(row.provider_client_id, description))
    : numbered(provider, row.nhs_number ?? '');
  return {
    id: `${provider}:${hash(name.kind, name.value)}`,
    subjectKey: hash(kind, value),
  };
}

/** What makes a row the same row in a later file. */
export const rowName = (provider: string, row: ProviderRow) =>
  ({ kind: `provider-csv ${provider} external-id`, value: externalIdOf(row) }) as const;

/** What the rows about a person are found by: the kind of hash, and what is hashed. */
export const numbered = (provider: string, nhsNumber: string) =>
  ({ kind: `provider-csv ${provider} nhs-number`, value: nhsNumber }) as const;
export const described = (provider: string, describedId: string) =>
  ({ kind: `provider-csv ${provider} described`, value: describedId }) as const;
