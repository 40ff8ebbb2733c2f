/** The one name of this source: in provenance, errors, metrics and `externalIds`. */
export const sourceName = 'nhs-care-record';
