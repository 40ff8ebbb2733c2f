import { createNhsNumberAssigner } from '../../adapters/nhs-care-record/bundle-loader.js';
import type { CareRecordSandbox } from '../../adapters/nhs-care-record/sandbox.js';
import type { ClientId, NHSNumber } from '../access/types.js';
import type { Hub } from '../hub.js';
import { organisations } from './organisations.js';

/** Patients of loaded bundles, with the NHS numbers that they were given. */
export interface LoadedFolder {
  readonly nhsNumbers: readonly string[];
  /** FHIR Patients, as they came, with an NHS number added where they had none. */
  readonly patients: readonly unknown[];
  /** What was loaded and what was left out, in words. */
  readonly summary: string;
}

/** Loads a folder of FHIR bundles into the care-record sandbox. */
export async function loadFolder(folder: string, careRecord: CareRecordSandbox): Promise<LoadedFolder> {
  const nhsNumbers: string[] = [];
  const patients: unknown[] = [];
  const { files, resources, skipped, unresolvedReferences } = await careRecord.load({
    folder,
    assignNhsNumber: createNhsNumberAssigner(),
    onPatient: ({ nhsNumber, resource }) => {
      nhsNumbers.push(nhsNumber);
      patients.push(asPdsHasThem(resource));
    },
  });
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0);
  return {
    nhsNumbers,
    patients,
    summary: [
      `${total} resources of ${nhsNumbers.length} patients from ${files} files`,
      `NHS numbers ${nhsNumbers.slice(0, 3).join(', ')}${nhsNumbers.length > 3 ? ' …' : ''}`,
      ...(unresolvedReferences > 0 ? [`${unresolvedReferences} references to what was not there`] : []),
      ...skipped.map(({ file, reason }) => `left out ${file}: ${reason}`),
    ].join('; '),
  };
}

const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/** PDS labels every record; a bundle from elsewhere has no label, and an unlabelled person counts as restricted. */
function asPdsHasThem(patient: Readonly<Record<string, unknown>>): unknown {
  const meta = (patient['meta'] ?? {}) as { readonly security?: readonly { readonly system?: string }[] };
  const security = meta.security ?? [];
  if (security.some(({ system }) => system === confidentiality)) return patient;
  const unrestricted = { system: confidentiality, code: 'U', display: 'unrestricted' };
  return { ...patient, meta: { ...meta, security: [...security, unrestricted] } };
}

/** Enrols the patients with all partners; without consents, so that what needs one is withheld. */
export async function enrolPatients(hub: Hub, { nhsNumbers }: LoadedFolder): Promise<readonly ClientId[]> {
  const since = new Date(hub.now()).toISOString();
  return Promise.all(
    nhsNumbers.map(async (nhsNumber) => {
      const clientId = await hub.services.directory.enrol({
        nhsNumber: nhsNumber as NHSNumber,
        externalIds: {},
        enrolledAt: since,
      });
      await Promise.all(
        Object.values(organisations).map(({ id, kind }) =>
          hub.services.directory.relate({ organisation: id, clientId, kind, since }),
        ),
      );
      return clientId;
    }),
  );
}
