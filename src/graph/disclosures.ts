import type { LedgerEvent } from '../audit/record.js';
import { decide } from '../access/decide.js';
import type { Policy } from '../access/policy.js';
import type { AccessRequest, ClientId, Consent, DataCategory, Decision, Viewer } from '../access/types.js';
import type { LedgerLine } from '../store/documents.js';
import type { ClientFile } from './client-file.js';

/** What one request's disclosures rest on. */
export interface DisclosureServices {
  readonly policy: Policy;
  /** Durable when it resolves. */
  readonly append: (events: readonly LedgerEvent[]) => Promise<void>;
  /** The newest consents as the store has them now. */
  readonly consentsNow: (clients: readonly ClientId[]) => Promise<ReadonlyMap<ClientId, readonly Consent[]>>;
  /** Those of the clients whose location is restricted as the store has them now. */
  readonly restrictedNow: (clients: readonly ClientId[]) => Promise<ReadonlySet<ClientId>>;
  /** The systems that feed a category, for the ledger. */
  readonly sourcesOf: (category: DataCategory) => readonly string[];
}

/** Who asks, in which operation. */
export interface DisclosureScope {
  readonly viewer: Viewer;
  readonly operation: { readonly name: string; readonly digest: string };
  readonly correlationId: string;
  /** The hub's calendar day, ISO. */
  readonly today: string;
}

/** How a request ended. */
export type Release = 'RELEASED' | 'CONSENT_CHANGED' | 'RESTRICTION_CHANGED';

/** One client of whom something can no longer be shown. */
interface Change {
  readonly file: ClientFile;
  readonly rule: Exclude<Release, 'RELEASED'>;
}

/**
 * All decisions of one request, and their record. A decision is made before anything is fetched and is written while the
 * sources are being asked; the answer leaves only when every record is durable and the consents still stand.
 */
export class Disclosures {
  private readonly decisions = new Map<ClientFile, Map<DataCategory, Decision>>();
  private readonly found = new Map<ClientFile, string>();
  private readonly pending = new Map<ClientFile | undefined, LedgerLine[]>();
  private readonly writes: Promise<void>[] = [];
  private scheduled = false;

  constructor(
    private readonly services: DisclosureServices,
    private readonly scope: DisclosureScope,
  ) {}

  /** Decides once per client and category, and records it under the section that asked first. */
  decide(file: ClientFile, category: DataCategory, section: string): Decision {
    let ofFile = this.decisions.get(file);
    if (!ofFile) this.decisions.set(file, (ofFile = new Map<DataCategory, Decision>()));
    const known = ofFile.get(category);
    if (known) return known;
    const decision = decide(this.services.policy, file.terms, this.requestFor(file, category));
    ofFile.set(category, decision);
    this.record(file, {
      section,
      category,
      outcome: decision.permitted ? 'PERMITTED' : 'REFUSED',
      rule: decision.rule,
      basis: decision.basis,
      ...(decision.reason && { reason: decision.reason }),
      consents: decision.consents,
      sources: decision.permitted ? this.services.sourcesOf(category) : [],
    });
    return decision;
  }

  /** What a decision would be, for shaping what another category discloses; it discloses nothing and is not recorded. */
  wouldPermit(file: ClientFile, category: DataCategory): boolean {
    return decide(this.services.policy, file.terms, this.requestFor(file, category)).permitted;
  }

  /** The periods to which a decision of this request limits what may be shown; undefined where it does not. */
  dataPeriods(file: ClientFile, category: DataCategory): Decision['dataPeriods'] {
    return this.decisions.get(file)?.get(category)?.dataPeriods;
  }

  /** That a client was found is told even where nothing else is asked: then the finding itself is recorded. */
  opened(section: string, file: ClientFile): void {
    this.found.set(file, section);
  }

  /** Records that somebody was looked for and not shown: nobody there, or nobody that this caller works with. */
  notFound(section: string, file?: ClientFile): void {
    this.record(file, {
      section,
      outcome: 'NOT_FOUND',
      rule: 'RELATIONSHIP',
      basis: 'NEVER',
      reason: 'NO_RELATIONSHIP',
      consents: [],
      sources: [],
    });
  }

  /**
   * Waits until all is durable, then looks once more at the consents and at whose location is restricted: PDS may have said
   * so in this very request.
   * @throws where the ledger could not write: nothing may be disclosed
   */
  async settle(): Promise<Release> {
    for (const [file, section] of this.found) if (!this.decisions.has(file)) this.record(file, this.foundLine(section));
    this.flush();
    await Promise.all(this.writes);
    const changes = await this.changesMeanwhile();
    const [first] = changes;
    if (!first) return 'RELEASED';
    for (const { file, rule } of changes) {
      const consents = file.terms.map((term) => `${term.id}@${term.version}`).sort();
      this.record(file, { ...changedLine, rule, consents });
    }
    this.flush();
    await Promise.all(this.writes);
    return first.rule;
  }

  private foundLine(section: string): LedgerLine {
    const basis = this.scope.viewer.audience === 'CLIENT' ? 'SUBJECT_ACCESS' : 'STATUTE';
    return { section, outcome: 'PERMITTED', rule: 'RELATIONSHIP', basis, consents: [], sources: [] };
  }

  private requestFor(file: ClientFile, category: DataCategory): AccessRequest {
    return {
      viewer: this.scope.viewer,
      category,
      related: file.related,
      locationRestricted: file.locationRestricted,
      today: this.scope.today,
    };
  }

  /** The clients of whom something was permitted that would now be refused, and why. */
  private async changesMeanwhile(): Promise<readonly Change[]> {
    const permitted = [...this.decisions].filter(([, ofFile]) =>
      [...ofFile.values()].some(({ permitted }) => permitted),
    );
    if (permitted.length === 0) return [];
    const ids = permitted.map(([file]) => file.id);
    const [consents, restricted] = await Promise.all([
      this.services.consentsNow(ids),
      this.scope.viewer.audience === 'CLIENT' ? nobody : this.services.restrictedNow(ids),
    ]);
    return permitted.flatMap(([file, ofFile]): readonly Change[] => {
      if (!file.locationRestricted && restricted.has(file.id)) return [{ file, rule: 'RESTRICTION_CHANGED' }];
      const terms = consents.get(file.id) ?? [];
      if (sameVersions(terms, file.terms)) return [];
      const refusedNow = [...ofFile.values()].some(
        (decision) =>
          decision.permitted &&
          !decide(this.services.policy, terms, this.requestFor(file, decision.category)).permitted,
      );
      return refusedNow ? [{ file, rule: 'CONSENT_CHANGED' }] : [];
    });
  }

  private record(file: ClientFile | undefined, line: LedgerLine): void {
    const lines = this.pending.get(file);
    if (lines) lines.push(line);
    else this.pending.set(file, [line]);
    if (this.scheduled) return;
    this.scheduled = true;
    // After this turn: the executor has visited every section of every client by then, and the sources are being asked.
    setImmediate(() => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    if (this.pending.size === 0) return;
    const { viewer, operation, correlationId } = this.scope;
    const events: LedgerEvent[] = [...this.pending].map(([file, lines]) => ({
      ...(file && { clientId: file.id }),
      viewer: {
        subject: viewer.subject,
        organisation: viewer.organisation,
        audience: viewer.audience,
        purpose: viewer.purpose,
        ...(viewer.onBehalfOf !== undefined && { onBehalfOf: viewer.onBehalfOf }),
      },
      operation,
      correlationId,
      policyVersion: this.services.policy.version,
      lines,
    }));
    this.pending.clear();
    const write = this.services.append(events);
    // Awaited by `settle`; a rejection must not be called unhandled in between.
    write.catch(() => undefined);
    this.writes.push(write);
  }
}

const changedLine: Omit<LedgerLine, 'rule'> = {
  section: 'Query',
  outcome: 'CHANGED',
  basis: 'CONSENT',
  consents: [],
  sources: [],
};

const nobody: ReadonlySet<ClientId> = new Set();

function sameVersions(left: readonly Consent[], right: readonly Consent[]): boolean {
  if (left.length !== right.length) return false;
  const versions = new Map(right.map(({ id, version }) => [id, version]));
  return left.every(({ id, version }) => versions.get(id) === version);
}
