import type { CheckedRecord } from './checked-record.js';
import { grow, leafHash, rootOf } from './merkle-tree.js';
import { startOf, type Tip } from './record.js';
import type { SignedHead } from './signed-head.js';

/** What is wrong with a ledger, and where it starts. */
export interface LedgerFault {
  readonly kind:
    | 'EDITED'
    | 'REPLACED'
    | 'MISSING'
    | 'OUT_OF_PLACE'
    | 'TRUNCATED'
    | 'AFTER_CLOSE'
    | 'UNKNOWN_WRITER'
    | 'UNKNOWN_FORMAT'
    | 'FORGED_HEAD'
    | 'OTHER_ROOT';
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
  /** Whether a head has a root to compare with. */
  readonly hasRoots: boolean;
  sequence: number;
  hash: string;
  /** Over the records up to the last head. */
  tree: Tip['tree'];
  /** Leaves behind the tree. */
  leaves: string[];
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
    leaves: [],
    heads: bySequence,
    closedAt: bySequence.find(({ closed }) => closed)?.sequence ?? Infinity,
    hasRoots: bySequence.some(({ root }) => root !== undefined),
    ahead: bySequence.filter(({ sequence }) => sequence === 0).length,
    vouchedFor: 0,
    doubtful: false,
  };
}

/** Follows the chain by one record. */
export function nextInChain(chain: Chain, record: CheckedRecord): LedgerFault | undefined {
  const expected = chain.sequence + 1;
  const genuine = record.sequence === expected && record.verdict === 'GENUINE';
  const follows = record.previousHash === chain.hash;
  if (chain.doubtful) return replaced(chain, genuine && !follows ? chain.sequence : chain.sequence - 1);
  if (record.sequence > expected) {
    return fault(chain, 'MISSING', expected, `it is missing; the next one there is ${record.sequence}`);
  }
  if (record.sequence < expected) {
    return fault(chain, 'OUT_OF_PLACE', record.sequence, `it stands after record ${chain.sequence}: inserted or moved`);
  }
  if (record.verdict === 'UNKNOWN_FORMAT') {
    return fault(
      chain,
      'UNKNOWN_FORMAT',
      expected,
      'it was edited, or a later hub wrote it, whose verification to use',
    );
  }
  if (!genuine) return fault(chain, 'EDITED', expected, 'it does not have the hash that was taken of it');
  if (expected > chain.closedAt) {
    return fault(chain, 'AFTER_CLOSE', expected, `it was added after its writer had closed at ${chain.closedAt}`);
  }
  const previouslyVouched = chain.vouchedFor === chain.sequence;
  chain.sequence = expected;
  chain.hash = record.hash;
  if (chain.hasRoots) chain.leaves.push(leafHash(record.hash));
  if (!follows && previouslyVouched) return replaced(chain, expected);
  const signed = meetHead(chain);
  if (!follows && signed !== undefined) return replaced(chain, signed === 'OTHER_HASH' ? expected : expected - 1);
  if (signed === 'OTHER_HASH') return notWhatWasSigned(chain);
  if (signed === 'OTHER_ROOT') return otherRoot(chain);
  if (signed === 'AGREES') chain.vouchedFor = expected;
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

type Meeting = 'AGREES' | 'OTHER_HASH' | 'OTHER_ROOT';

/** Whether the heads of this place agree with the records up to here; undefined where there are none. */
function meetHead(chain: Chain): Meeting | undefined {
  let met: Meeting | undefined;
  for (let head = chain.heads[chain.ahead]; head?.sequence === chain.sequence; head = chain.heads[chain.ahead]) {
    if (head.hash !== chain.hash) met = 'OTHER_HASH';
    else if (head.root !== undefined && head.root !== rootUpToHere(chain)) met ??= 'OTHER_ROOT';
    else met ??= 'AGREES';
    chain.ahead += 1;
  }
  return met;
}

/** Each head's tree begins with the tree of the one before: that they agree is that nothing was ever but appended. */
function rootUpToHere(chain: Chain): string {
  chain.tree = grow(chain.tree, chain.leaves);
  chain.leaves = [];
  return rootOf(chain.tree);
}

function notWhatWasSigned(chain: Chain): LedgerFault {
  const from = chain.vouchedFor + 1;
  const to = chain.sequence;
  const which = from === to ? 'it was' : `it, or with it records from ${from} on, were`;
  return fault(chain, 'REPLACED', to, `${which} written anew: a published head has another hash`);
}

/** Cannot happen to a chain that was written anew, whose last hash differs too: the signer itself was wrong. */
function otherRoot(chain: Chain): LedgerFault {
  return fault(chain, 'OTHER_ROOT', chain.sequence, 'the head published here has the root of another tree');
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
