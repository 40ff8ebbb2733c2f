import type { Purpose } from '../../access/types.js';

/** Code systems and codes of the exports, as IHE BALP 1.1.4 and FHIR R4 name them. */
export const balp = 'https://profiles.ihe.net/ITI/BALP';
export const dicom = 'http://dicom.nema.org/resources/ontology/DCM';
export const entityType = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
export const objectRole = 'http://terminology.hl7.org/CodeSystem/object-role';

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface Concept {
  readonly coding: readonly Coding[];
}

export const concept = (system: string, code: string): Concept => ({ coding: [{ system, code }] });

/** HL7 v3 ActReason where one fits, the hub's own name where none does (docs/glossary.md). */
const actReasons: Readonly<Partial<Record<Purpose, string>>> = {
  DIRECT_CARE: 'TREAT',
  SERVICE_MANAGEMENT: 'HOPERAT',
  OWN_RECORD: 'PATRQT',
};

export function purposeOf(purpose: Purpose): Concept {
  const code = actReasons[purpose];
  return code === undefined
    ? concept(`${hubUri}:purpose`, purpose)
    : concept('http://terminology.hl7.org/CodeSystem/v3-ActReason', code);
}

/** What the hub names itself: its own words have no other home. */
export const hubUri = 'urn:work-health-hub';
