import {
  addressedLine,
  auditReadLine,
  changedLine,
  decisionLine,
  digestOfDecisions,
  foundLine,
  notFoundLine,
  type NotFoundRule,
} from '../audit/lines.js';
import type { LedgerEvent } from '../audit/record.js';
import { decide } from '../access/decide.js';
import type { Policy } from '../access/policy.js';
import { toldOf } from '../access/told.js';
import type {
  ClientId,
  Consent,
  DataCategory,
  Decision,
  DecisionFacts,
  EmergencyAccess,
  Viewer,
} from '../access/types.js';
import type { LedgerLine } from '../store/documents.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import type { ClientFile } from './client-file.js';
import { scopeOf } from './proxy.js';

/** What one request's disclosures rest on. */
export interface DisclosureServices {
  readonly policy: Policy;
  /** Durable when it resolves. */
  readonly append: (events: readonly LedgerEvent[]) => Promise<void>;
  /** The newest consents as the store has them now. */
  readonly consentsNow: (clients: readonly ClientId[]) => Promise<ReadonlyMap<ClientId, readonly Consent[]>>;
  /** Those of the clients whose location is restricted as the store has them now. */
  readonly restrictedNow: (clients: readonly ClientId[]) => Promise<ReadonlySet<ClientId>>;
  /** An authority to act for somebody as the store has it now; undefined once it was ended. */
  readonly proxyNow: (representativeId: string) => Promise<RepresentativeDocument | undefined>;
  /** The caller's own emergency access as it runs now, by client. */
  readonly emergenciesNow: () => Promise<ReadonlyMap<ClientId, EmergencyAccess>>;
  /** ISO instant. */
  readonly instant: () => string;
  /** The systems that feed a category, for the ledger. */
  readonly sourcesOf: (category: DataCategory) => readonly string[];
  /** Told once for a request in which somebody was looked for by number and not shown, when that is durable. */
  readonly missed: () => void;
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
export type Release = 'RELEASED' | 'CONSENT_CHANGED' | 'RESTRICTION_CHANGED' | 'EMERGENCY_ENDED';

/** One client of whom something can no longer be shown, and what was found at the second look. */
interface Change {
  readonly file: ClientFile;
  readonly rule: Exclude<Release, 'RELEASED'> | 'AUTHORITY_ENDED';
  readonly facts: DecisionFacts;
  readonly terms: readonly Consent[];
  /** What is refused now and was permitted before. */
  readonly refused: readonly Decision[];
}

/** A record that waits to be written. */
interface Entry {
  readonly lines: LedgerLine[];
  readonly decisions: Decision[];
}

/**
 * All decisions of one request, and their record. A decision is made before anything is fetched and is written while the
 * sources are being asked; the answer leaves only when every record is durable and the consents still stand.
 */
export class Disclosures {
  private readonly decisions = new Map<ClientFile, Map<DataCategory, Decision>>();
  private readonly found = new Map<ClientFile, string>();
  private readonly through = new Set<ClientFile>();
  private readonly pending = new Map<ClientFile | undefined, Entry>();
  private readonly writes: Promise<void>[] = [];
  private scheduled = false;
  private isMiss = false;

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
    const decision = this.decisionOn(category, file.terms, this.factsOf(file));
    ofFile.set(category, decision);
    this.record(file, decisionLine(decision, section, this.services.sourcesOf(category)), decision);
    return decision;
  }

  /** The decision as the caller may be told of it: where existence hides, what the client said against it is left out. */
  told(file: ClientFile, category: DataCategory): Decision {
    return toldOf(this.services.policy, file.terms, {
      ...this.factsOf(file),
      viewer: this.scope.viewer,
      category,
    });
  }

  /** The same for somebody whom a record of the client that was asked about names too: their history tells the two apart. */
  decideThrough(file: ClientFile, category: DataCategory, section: string): Decision {
    this.through.add(file);
    return this.decide(file, category, section);
  }

  /** What a decision would be, for shaping what another category discloses; it discloses nothing and is not recorded. */
  wouldPermit(file: ClientFile, category: DataCategory): boolean {
    return this.decisionOn(category, file.terms, this.factsOf(file)).permitted;
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
  notFound(section: string, file?: ClientFile, rule?: NotFoundRule): void {
    this.isMiss ||= rule === 'RELATIONSHIP_BY_NUMBER';
    this.record(file, notFoundLine(section, rule));
  }

  /** Records that the caller was shown what is addressed to them about a client, whether or not they work with them. */
  addressed(section: string, file: ClientFile): void {
    this.record(file, addressedLine(section));
  }

  /** Records that the ledger itself was read. */
  auditRead(section: string): void {
    this.record(undefined, auditReadLine(section));
  }

  /**
   * Waits until all is durable, then looks once more at the consents and at whose location is restricted: PDS may have said
   * so in this very request.
   * @throws where the ledger could not write: nothing may be disclosed
   */
  async settle(): Promise<Release> {
    const { audience } = this.scope.viewer;
    for (const [file, section] of this.found) {
      if (!this.decisions.has(file)) this.record(file, foundLine(section, file.related ? audience : 'IN_EMERGENCY'));
    }
    this.flush();
    await Promise.all(this.writes);
    if (this.isMiss) this.services.missed();
    const changes = await this.changesMeanwhile();
    const [first] = changes;
    if (!first) return 'RELEASED';
    this.write(changes.map((change) => this.changeEvent(change)));
    await Promise.all(this.writes);
    // That somebody may act for a client is the client's consent, or stands in its place.
    return first.rule === 'AUTHORITY_ENDED' ? 'CONSENT_CHANGED' : first.rule;
  }

  private decisionOn(category: DataCategory, terms: readonly Consent[], facts: DecisionFacts): Decision {
    return decide(this.services.policy, terms, { ...facts, viewer: this.scope.viewer, category });
  }

  /** The clients of whom something was permitted that would now be refused, and why. */
  private async changesMeanwhile(): Promise<readonly Change[]> {
    const permitted = [...this.decisions].filter(([, ofFile]) =>
      [...ofFile.values()].some(({ permitted }) => permitted),
    );
    if (permitted.length === 0) return [];
    const ids = permitted.map(([file]) => file.id);
    const isOwn = this.scope.viewer.audience === 'CLIENT' && !permitted.some(([file]) => file.proxy);
    const [consents, restricted, ended, emergencies] = await Promise.all([
      this.services.consentsNow(ids),
      isOwn ? nobody : this.services.restrictedNow(ids),
      this.endedMeanwhile(permitted.map(([file]) => file)),
      permitted.some(([file]) => file.emergency) ? this.services.emergenciesNow() : noEmergencies,
    ]);
    return permitted.flatMap(([file, ofFile]): readonly Change[] => {
      const facts = this.factsNow(file, emergencies);
      const terms = consents.get(file.id) ?? [];
      if (!file.locationRestricted && restricted.has(file.id)) {
        const now = { ...facts, locationRestricted: true };
        return [{ file, rule: 'RESTRICTION_CHANGED', facts: now, terms, refused: [] }];
      }
      // Whose authority was ended is nobody's representative any more.
      if (ended.has(file)) {
        return [{ file, rule: 'AUTHORITY_ENDED', facts: { ...facts, related: false }, terms, refused: [] }];
      }
      if (sameVersions(terms, file.terms) && !file.emergency) return [];
      const refused = [...ofFile.values()].flatMap((decision) => {
        const now = decision.permitted && this.decisionOn(decision.category, terms, facts);
        return now && !now.permitted ? [now] : [];
      });
      const isOver = facts.emergency !== undefined && facts.emergency.at >= facts.emergency.endsAt;
      const rule = isOver ? 'EMERGENCY_ENDED' : 'CONSENT_CHANGED';
      return refused.length > 0 ? [{ file, rule, facts, terms, refused }] : [];
    });
  }

  private factsOf({ related, locationRestricted, proxy, emergency }: ClientFile): DecisionFacts {
    return {
      ...(emergency && { emergency }),
      locationRestricted,
      ...(proxy && { proxy: scopeOf(this.services.policy, proxy) }),
      related,
      today: this.scope.today,
    };
  }

  /** The files that were opened on an authority that has been ended since. */
  private async endedMeanwhile(files: readonly ClientFile[]): Promise<ReadonlySet<ClientFile>> {
    const opened = files.filter(({ proxy }) => proxy !== undefined);
    const now = await Promise.all(opened.map(({ proxy }) => this.services.proxyNow(proxy?.representativeId ?? '')));
    return new Set(opened.filter((_file, index) => now[index] === undefined));
  }

  /** The same facts at the second look: emergency access may have ended by its clock, or been closed. */
  private factsNow(file: ClientFile, running: ReadonlyMap<ClientId, EmergencyAccess>): DecisionFacts {
    const facts = this.factsOf(file);
    if (!file.emergency) return facts;
    const at = this.services.instant();
    const { endsAt } = running.get(file.id) ?? { endsAt: at < file.emergency.endsAt ? at : file.emergency.endsAt };
    return { ...facts, emergency: { ...file.emergency, endsAt, at } };
  }

  private changeEvent({ file, rule, facts, terms, refused }: Change): LedgerEvent {
    const before = versionsOf(file.terms);
    const lines =
      refused.length > 0
        ? refused.map(({ category }) => changedLine(rule, before, category))
        : [changedLine(rule, before)];
    return this.event(file, { lines, decisions: refused }, facts, terms);
  }

  private record(file: ClientFile | undefined, line: LedgerLine, decision?: Decision): void {
    let entry = this.pending.get(file);
    if (!entry) this.pending.set(file, (entry = { lines: [], decisions: [] }));
    entry.lines.push(line);
    if (decision) entry.decisions.push(decision);
    if (this.scheduled) return;
    this.scheduled = true;
    // After this turn: the executor has visited every section of every client by then, and the sources are being asked.
    setImmediate(() => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    if (this.pending.size === 0) return;
    const events = [...this.pending].map(([file, entry]) =>
      // Of somebody who is not shown, nothing was looked at but that they are not the caller's.
      file && entry.lines.some(({ outcome }) => outcome !== 'NOT_FOUND')
        ? this.event(file, entry, this.factsOf(file), file.terms)
        : this.event(file, entry, { locationRestricted: false, related: false, today: this.scope.today }, []),
    );
    this.pending.clear();
    this.write(events);
  }

  private event(
    file: ClientFile | undefined,
    { lines, decisions }: { readonly lines: readonly LedgerLine[]; readonly decisions: readonly Decision[] },
    facts: DecisionFacts,
    terms: readonly Consent[],
  ): LedgerEvent {
    const { viewer, operation, correlationId } = this.scope;
    // Every part in the order of its keys, as the ledger hashes it.
    return {
      ...(file && { clientId: file.id }),
      correlationId,
      ...(decisions.length > 0 && { decisions: digestOfDecisions(decisions) }),
      inputs: { consents: versionsOf(terms), ...facts },
      lines,
      operation: { digest: operation.digest, name: operation.name },
      policyVersion: this.services.policy.version,
      ...(file && this.through.has(file) && !this.found.has(file) && { throughAnother: true as const }),
      viewer: {
        ...(viewer.application !== undefined && { application: viewer.application }),
        audience: viewer.audience,
        issuer: viewer.issuer,
        ...(viewer.onBehalfOf !== undefined && { onBehalfOf: viewer.onBehalfOf }),
        organisation: viewer.organisation,
        purpose: viewer.purpose,
        subject: viewer.subject,
      },
    };
  }

  private write(events: readonly LedgerEvent[]): void {
    const write = this.services.append(events);
    // Awaited by `settle`; a rejection must not be called unhandled in between.
    write.catch(() => undefined);
    this.writes.push(write);
  }
}

const versionsOf = (terms: readonly Consent[]): readonly string[] =>
  terms.map(({ id, version }) => `${id}@${version}`).sort();

const nobody: ReadonlySet<ClientId> = new Set();
const noEmergencies: ReadonlyMap<ClientId, EmergencyAccess> = new Map();

function sameVersions(left: readonly Consent[], right: readonly Consent[]): boolean {
  if (left.length !== right.length) return false;
  const versions = new Map(right.map(({ id, version }) => [id, version]));
  return left.every(({ id, version }) => versions.get(id) === version);
}
