/** A seeded generator: the same seed gives the same people, for ever. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  integer(from: number, to: number): number;
  /** @throws RangeError for an empty list */
  pick<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
}

/** mulberry32: 32 bits of state are plenty for made-up people. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick(items) {
      for (const item of items.slice(integer(0, items.length - 1))) return item;
      throw new RangeError('nothing to pick from');
    },
    chance: (probability) => next() < probability,
  };
}
