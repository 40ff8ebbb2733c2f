/** The document id of one version of a consent. */
export const consentVersionId = (consentId: string, version: number): string =>
  `${consentId}:${String(version).padStart(6, '0')}`;
