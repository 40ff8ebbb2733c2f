import { hash as digest } from 'node:crypto';
import type { EmergencyAccess, ProxyScope } from '../access/types.js';
import type { DecisionInputs } from '../store/documents/ledger-inputs.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import { canonicalJson } from './canonical.js';

/** What a caller of the ledger says; the ledger adds its place in the chain and the time. */
export type LedgerEvent = Omit<
  LedgerDocument,
  'id' | 'version' | 'writer' | 'sequence' | 'previousHash' | 'hash' | 'at'
>;
/** A record before the store gives it its version. */
export type LedgerRecord = Omit<LedgerDocument, 'version'>;
/** The last record of a writer: what the next one is chained to. */
export interface Tip {
  readonly writer: string;
  /** 0 before the first record. */
  readonly sequence: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** The tip of a writer that has written nothing. */
export function startOf(writer: string): Tip {
  return { writer, sequence: 0, hash: '0'.repeat(64) };
}

/** A record's id follows from its place, so that one place can never be taken twice. */
export function recordId(writer: string, sequence: number): string {
  return `${writer}:${String(sequence).padStart(12, '0')}`;
}

/**
 * The records of `events`, chained behind `tip`, and the tip after them. Pure: until the caller keeps the new tip,
 * nothing has happened.
 */
export function chain(
  tip: Tip,
  events: readonly LedgerEvent[],
  at: string,
): { readonly records: readonly LedgerRecord[]; readonly tip: Tip } {
  let { sequence, hash } = tip;
  const records = events.map((event) => {
    sequence += 1;
    let unhashed = inKeyOrder(event, at, tip.writer, sequence, hash);
    let text = JSON.stringify(unhashed);
    if (text.includes('\\ud')) {
      unhashed = wellFormed(text);
      text = JSON.stringify(unhashed);
    }
    hash = sha256(text);
    return { ...unhashed, id: recordId(tip.writer, sequence), hash };
  });
  return { records, tip: { writer: tip.writer, sequence, hash } };
}

/**
 * The hash that a stored record must have: SHA-256 of the JSON, keys sorted at every level, of all its fields but `hash`
 * and the two that the store itself gives or checks (`id` follows from writer and sequence; `version` is always 1). It
 * knows no field by name, so that a field that was added later changes it too.
 */
export function hashOf(record: LedgerDocument): string {
  const covered = Object.fromEntries(Object.entries(record).filter(([field]) => !uncovered.has(field)));
  return sha256(canonicalJson(covered));
}

const uncovered: ReadonlySet<string> = new Set(['id', 'version', 'hash']);
const sha256 = (text: string): string => digest('sha256', text, 'hex');

/**
 * Half a surrogate pair, which a caller's token may hold, has no UTF-8: an engine would store U+FFFD, and the record would
 * read as edited. So it is replaced before it is hashed. `JSON.stringify` writes it as `\\udxxx`.
 */
function wellFormed(text: string): Omit<LedgerRecord, 'id' | 'hash'> {
  return JSON.parse(text, (_field, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString() : value,
  ) as Omit<LedgerRecord, 'id' | 'hash'>;
}

/**
 * Written out by hand with the keys in sorted order, so that `JSON.stringify` alone gives the canonical text: a generic
 * sort costs more than the hash (measured in `bench/ledger.ts`). A test holds it to `hashOf`.
 */
function inKeyOrder(
  event: LedgerEvent,
  at: string,
  writer: string,
  sequence: number,
  previousHash: string,
): Omit<LedgerRecord, 'id' | 'hash'> {
  const { clientId, correlationId, decisions, format, inputs, lines, operation, policyVersion, viewer } = event;
  return {
    at,
    ...(clientId === undefined ? {} : { clientId }),
    correlationId,
    ...(decisions === undefined ? {} : { decisions }),
    ...(format === undefined ? {} : { format }),
    ...(inputs === undefined ? {} : { inputs: inputsInKeyOrder(inputs) }),
    lines: lines.map(lineInKeyOrder),
    operation: { digest: operation.digest, name: operation.name },
    policyVersion,
    previousHash,
    sequence,
    viewer: {
      audience: viewer.audience,
      ...(viewer.issuer === undefined ? {} : { issuer: viewer.issuer }),
      ...(viewer.onBehalfOf === undefined ? {} : { onBehalfOf: viewer.onBehalfOf }),
      organisation: viewer.organisation,
      purpose: viewer.purpose,
      subject: viewer.subject,
    },
    writer,
  };
}

function lineInKeyOrder(line: LedgerLine): LedgerLine {
  const { basis, category, consents, outcome, reason, rule, section, sources } = line;
  return {
    basis,
    ...(category === undefined ? {} : { category }),
    consents,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    rule,
    section,
    sources,
  };
}

/** A fact that is added to the decision must be named here before this compiles: it belongs to the record. */
function inputsInKeyOrder(inputs: DecisionInputs): DecisionInputs {
  const { consents, emergency, locationRestricted, proxy, related, today, ...others } = inputs;
  return {
    consents,
    ...(emergency && { emergency: emergencyInKeyOrder(emergency) }),
    locationRestricted,
    ...(proxy && { proxy: proxyInKeyOrder(proxy) }),
    related,
    today,
    ...(others satisfies Record<string, never>),
  };
}

function emergencyInKeyOrder(emergency: EmergencyAccess): EmergencyAccess {
  const { at, endsAt, grant, organisation, subject, ...others } = emergency;
  return { at, endsAt, grant, organisation, subject, ...(others satisfies Record<string, never>) };
}

function proxyInKeyOrder(proxy: ProxyScope): ProxyScope {
  const { categories, period, ...others } = proxy;
  const { end, start } = period;
  return {
    categories,
    period: { ...(end === undefined ? {} : { end }), start },
    ...(others satisfies Record<string, never>),
  };
}
