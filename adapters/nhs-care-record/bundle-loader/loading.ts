/** One load: what is known of references while files stream by, kept in temporary tables so that memory stays flat. */
import { nhsNumberSystem } from '../mapper/codes.js';
import { text, type Fhir } from '../../fhir.js';
import type { ResourceStore } from '../sandbox/store.js';
import { storedResource, type Identified } from './entry.js';
import { nhsNumberOf, withNhsNumber } from './nhs-number.js';
import { ReferenceTargets } from './reference-targets.js';
import { rewriteReferences } from './references.js';

const tables = `
  CREATE TEMP TABLE IF NOT EXISTS waiting (body TEXT);
  CREATE TEMP TABLE IF NOT EXISTS later (type TEXT, id TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID;
  CREATE TEMP TABLE IF NOT EXISTS loaded (type TEXT, id TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID;
  CREATE TEMP TABLE IF NOT EXISTS announced (id TEXT PRIMARY KEY) WITHOUT ROWID;
  DELETE FROM waiting; DELETE FROM later; DELETE FROM loaded; DELETE FROM announced;
`;

export class Loading {
  readonly #store: ResourceStore;
  readonly #assignNhsNumber: (patientKey: string) => string;
  readonly #targets: ReferenceTargets;
  #ignoredInFile = 0;
  /** Of all files that were kept. */
  ignoredEntries = 0;

  constructor(store: ResourceStore, assignNhsNumber: (patientKey: string) => string) {
    this.#store = store;
    this.#assignNhsNumber = assignNhsNumber;
    this.#targets = new ReferenceTargets(store);
    store.execute(tables);
  }

  /** One entry of the file that is open. What refers to a later entry waits for the end of the file. */
  add(entry: Fhir): void {
    const resource = storedResource(entry);
    if (!resource) {
      this.#ignoredInFile += 1;
      return;
    }
    this.#targets.add(text(entry['fullUrl']), `${resource.resourceType}/${resource.id}`);
    if (rewriteReferences(resource, this.#targets.resolve) === 0) this.#put(resource);
    else this.#store.execute('INSERT INTO waiting VALUES (?)', [JSON.stringify(resource)]);
  }

  /** The file is read: all of its own references can be resolved now; conditional ones may wait for a later file. */
  endFile(): void {
    this.#targets.fileIsRead();
    for (const resource of this.#waiting()) {
      if (rewriteReferences(resource, this.#targets.resolve) > 0) {
        this.#store.execute('INSERT OR IGNORE INTO later VALUES (?, ?)', [resource.resourceType, resource.id]);
      }
      this.#put(resource);
    }
    this.#store.execute('DELETE FROM waiting');
    this.ignoredEntries += this.#ignoredInFile;
    this.forgetFile();
  }

  /** Whatever is remembered of the file that is open; what it stored is for the transaction to undo. */
  forgetFile(): void {
    this.#ignoredInFile = 0;
    this.#targets.forgetFile();
  }

  /** All files are read. Returns how many references name something that was not loaded. */
  end(): number {
    this.#targets.fileIsRead();
    let unresolved = 0;
    for (const row of this.#store.select('SELECT type, id FROM later', [])) {
      const body = this.#store.get(row['type'] as string, row['id'] as string);
      if (body === undefined) continue;
      const resource = JSON.parse(body) as Identified;
      unresolved += rewriteReferences(resource, this.#targets.resolve);
      this.#put(resource);
    }
    return unresolved;
  }

  /** Patients stored since the last call. */
  *newPatients(): Generator<{ nhsNumber: string; resource: Identified }> {
    for (;;) {
      const row = this.#store.first('SELECT id FROM announced LIMIT 1', []);
      if (!row) return;
      this.#store.execute('DELETE FROM announced WHERE id = ?', [row['id']]);
      const resource = JSON.parse(this.#store.get('Patient', row['id'] as string) ?? '{}') as Identified;
      yield { nhsNumber: nhsNumberOf(resource) ?? '', resource };
    }
  }

  /** Distinct resources of this load, by type. */
  counts(): Readonly<Record<string, number>> {
    const rows = this.#store.select('SELECT type, COUNT(*) AS held FROM loaded GROUP BY type ORDER BY type', []);
    return Object.fromEntries(rows.map((row) => [row['type'] as string, row['held'] as number]));
  }

  #put(resource: Identified): void {
    const { resourceType, id } = resource;
    if (resourceType === 'Patient') {
      this.#store.put(this.#numbered(resource));
      this.#store.execute('INSERT OR IGNORE INTO announced VALUES (?)', [id]);
    } else this.#store.put(resource);
    this.#store.execute('INSERT OR IGNORE INTO loaded VALUES (?, ?)', [resourceType, id]);
  }

  /** Keeps the NHS number that a Patient came with, or was given by an earlier load; else gives one. */
  #numbered(patient: Identified): Identified {
    if (nhsNumberOf(patient) !== undefined) return patient;
    const held = this.#store.get('Patient', patient.id);
    const before = held === undefined ? undefined : nhsNumberOf(JSON.parse(held) as Fhir);
    const nhsNumber = before ?? this.#assignNhsNumber(patient.id);
    const owners = this.#store.idsByToken('Patient', 'identifier', nhsNumberSystem, nhsNumber);
    if (owners.some((owner) => owner !== patient.id)) throw new Error('one NHS number was assigned to two patients');
    return withNhsNumber(patient, nhsNumber);
  }

  *#waiting(): Generator<Identified> {
    for (let after = 0; ;) {
      const row = this.#store.first('SELECT rowid, body FROM waiting WHERE rowid > ? ORDER BY rowid LIMIT 1', [after]);
      if (!row) return;
      after = row['rowid'] as number;
      yield JSON.parse(row['body'] as string) as Identified;
    }
  }
}
