import type { ClientId } from '../../access/types.js';

/** How an export names people, consents and the hub: as whoever gets it knows them. */
export interface ExportNames {
  /** ODS code of the body that runs the hub. */
  readonly operator: string;
  readonly patient: (clientId: ClientId) => string;
  /** @param version `id@version` */
  readonly consent: (version: string) => string;
  /** The text of an operation, by its digest; undefined where there is none. */
  readonly operation: (digest: string) => string | undefined;
}

/** Letters, digits, hyphens and points, at most 64: what FHIR takes for an id. */
export const fhirId = (text: string): string => text.replaceAll(/[^A-Za-z0-9.-]/g, '.').slice(0, 64);
