import type { LedgerDocument } from '../store/documents.js';
import { hashOf, recordId, startOf } from './record.js';
import type { SignedHead } from './signed-head.js';

/** What is wrong with a ledger, and where it starts. */
export interface LedgerFault {
  readonly kind:
    'EDITED' | 'REPLACED' | 'MISSING' | 'OUT_OF_PLACE' | 'TRUNCATED' | 'AFTER_CLOSE' | 'UNKNOWN_WRITER' | 'FORGED_HEAD';
  readonly writer: string;
  /** The first record that is not what was written. */
  readonly sequence: number;
  readonly what: string;
}

/** One writer's chain, as far as it has been read. */
export interface Chain {
  readonly writer: string;
  /** By sequence. */
  readonly heads: readonly SignedHead[];
  readonly closedAt: number;
  sequence: number;
  hash: string;
  /** The next of `heads` to be met. */
  ahead: number;
  /** The last record that a head vouched for. */
  vouchedFor: number;
  /** The last record does not follow the one before it; the next one will tell which of the two was replaced. */
  doubtful: boolean;
}

export function beginChain(writer: string, heads: readonly SignedHead[]): Chain {
  const bySequence = heads.toSorted((left, right) => left.sequence - right.sequence);
  return {
    ...startOf(writer),
    heads: bySequence,
    closedAt: bySequence.find(({ closed }) => closed)?.sequence ?? Infinity,
    ahead: bySequence.filter(({ sequence }) => sequence === 0).length,
    vouchedFor: 0,
    doubtful: false,
  };
}

/** Follows the chain by one record. */
export function nextInChain(chain: Chain, record: LedgerDocument): LedgerFault | undefined {
  const expected = chain.sequence + 1;
  const genuine = record.sequence === expected && isUnedited(record);
  const follows = record.previousHash === chain.hash;
  if (chain.doubtful) return replaced(chain, genuine && !follows ? chain.sequence : chain.sequence - 1);
  if (record.sequence > expected) {
    return fault(chain, 'MISSING', expected, `it is missing; the next one there is ${record.sequence}`);
  }
  if (record.sequence < expected) {
    return fault(chain, 'OUT_OF_PLACE', record.sequence, `it stands after record ${chain.sequence}: inserted or moved`);
  }
  if (!genuine) return fault(chain, 'EDITED', expected, 'it does not have the hash that was taken of it');
  if (expected > chain.closedAt) {
    return fault(chain, 'AFTER_CLOSE', expected, `it was added after its writer had closed at ${chain.closedAt}`);
  }
  const previouslyVouched = chain.vouchedFor === chain.sequence;
  chain.sequence = expected;
  chain.hash = record.hash;
  if (!follows && previouslyVouched) return replaced(chain, expected);
  const signed = meetHead(chain);
  if (!follows && signed !== undefined) return replaced(chain, signed ? expected - 1 : expected);
  if (signed === false) return notWhatWasSigned(chain);
  if (signed === true) chain.vouchedFor = expected;
  chain.doubtful = !follows;
  return undefined;
}

/** What is wrong where the records end, if anything. */
export function endOfChain(chain: Chain): LedgerFault | undefined {
  if (chain.doubtful) return replaced(chain, chain.sequence - 1);
  const last = chain.heads.at(-1)?.sequence ?? 0;
  if (last <= chain.sequence) return undefined;
  return fault(chain, 'TRUNCATED', chain.sequence + 1, `the end was cut off: a published head names record ${last}`);
}

function isUnedited(record: LedgerDocument): boolean {
  return (
    record.id === recordId(record.writer, record.sequence) && record.version === 1 && hashOf(record) === record.hash
  );
}

/** Whether the heads of this place agree with the record that stands there; undefined where there are none. */
function meetHead(chain: Chain): boolean | undefined {
  let agrees: boolean | undefined;
  for (let head = chain.heads[chain.ahead]; head?.sequence === chain.sequence; head = chain.heads[chain.ahead]) {
    agrees = agrees !== false && head.hash === chain.hash;
    chain.ahead += 1;
  }
  return agrees;
}

function notWhatWasSigned(chain: Chain): LedgerFault {
  const from = chain.vouchedFor + 1;
  const to = chain.sequence;
  const which = from === to ? 'it was' : `it, or with it records from ${from} on, were`;
  return fault(chain, 'REPLACED', to, `${which} written anew: a published head has another hash`);
}

function replaced(chain: Chain, sequence: number): LedgerFault {
  return fault(
    chain,
    'REPLACED',
    sequence,
    'it was written anew, and perhaps its neighbours: they are not chained to it',
  );
}

function fault(chain: Chain, kind: LedgerFault['kind'], sequence: number, what: string): LedgerFault {
  return { kind, writer: chain.writer, sequence, what };
}
