/** The median of numbers of days, of which it keeps how often each came and not the numbers themselves. */
export interface Median {
  add(days: number): void;
  /** In whole days; null of none. */
  result(): number | null;
}

export function createMedian(): Median {
  const times = new Map<number, number>();
  let count = 0;
  return {
    add(days) {
      times.set(days, (times.get(days) ?? 0) + 1);
      count += 1;
    },
    result() {
      if (count === 0) return null;
      const sorted = [...times].sort(([one], [other]) => one - other);
      const at = (place: number): number => {
        let seen = 0;
        return sorted.find(([, often]) => (seen += often) > place)?.[0] ?? 0;
      };
      return Math.round((at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2);
    },
  };
}
