/** Loads folders of FHIR R4 Bundles into a sandbox's store: streamed, file by file, each wholly or not at all. */
import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Loading } from './bundle-loader/loading.js';
import { readBundle, type BundleHead } from './bundle-loader/read-bundle.js';
import type { Fhir } from '../fhir.js';
import type { ResourceStore } from './sandbox/store.js';

export { createNhsNumberAssigner } from './bundle-loader/nhs-number.js';

export interface LoadOptions {
  /** Searched with its subfolders. Files whose names start with `_` are loaded first: others refer to them. */
  readonly folder: string;
  readonly into: ResourceStore;
  /** A number for a Patient that came without one (`createNhsNumberAssigner`). The key is the Patient's id. */
  readonly assignNhsNumber: (patientKey: string) => string;
  /** Called once per Patient and load, after its file is stored. */
  readonly onPatient?: (patient: { readonly nhsNumber: string; readonly resource: Fhir }) => void | Promise<void>;
}

export interface LoadReport {
  /** Files that were loaded. */
  readonly files: number;
  /** Distinct resources of this load, by type. The same data again gives the same numbers. */
  readonly resources: Readonly<Record<string, number>>;
  readonly patients: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** References by `urn:` or by condition whose target is not there; they stay as they came. */
  readonly unresolvedReferences: number;
  /** Entries that store nothing: reads, deletions, the server's own remarks. */
  readonly ignoredEntries: number;
}

const bundleTypes = new Set(['transaction', 'collection', 'batch', 'searchset']);

export async function loadBundles({ folder, into, assignNhsNumber, onPatient }: LoadOptions): Promise<LoadReport> {
  const loading = new Loading(into, assignNhsNumber);
  const skipped: { file: string; reason: string }[] = [];
  let files = 0;
  for (const path of await jsonFiles(folder)) {
    const reason = await loadFile(path, loading, into);
    if (reason !== null) skipped.push({ file: relative(folder, path), reason });
    else {
      files += 1;
      for (const patient of loading.newPatients()) await onPatient?.(patient);
    }
  }
  const unresolvedReferences = loading.end();
  const resources = loading.counts();
  const { ignoredEntries } = loading;
  return { files, resources, patients: resources['Patient'] ?? 0, skipped, unresolvedReferences, ignoredEntries };
}

/** Why the file was left out, or null. What `loading` throws is a fault of the load, not of the file. */
async function loadFile(path: string, loading: Loading, store: ResourceStore): Promise<string | null> {
  const faults: Error[] = [];
  const guarded = (work: () => void): void => {
    try {
      if (faults.length === 0) work();
    } catch (error) {
      faults.push(error instanceof Error ? error : new Error('loading failed'));
    }
  };
  store.begin();
  const reason = await readBundle(path, (entry) => guarded(() => loading.add(entry))).then(
    whyNot,
    () => 'not valid JSON',
  );
  if (reason === null) guarded(() => loading.endFile());
  const kept = reason === null && faults.length === 0;
  store.end(kept ? 'COMMIT' : 'ROLLBACK');
  if (!kept) loading.forgetFile();
  if (faults[0]) throw faults[0];
  return reason;
}

function whyNot({ resourceType, type }: BundleHead): string | null {
  if (resourceType !== 'Bundle') return `not a Bundle but ${resourceType ?? 'no FHIR resource'}`;
  return bundleTypes.has(type ?? '') ? null : `a Bundle of type ${type ?? 'none'}`;
}

async function jsonFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const order = (path: string): string => `${basename(path).startsWith('_') ? 0 : 1}${path}`;
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}
