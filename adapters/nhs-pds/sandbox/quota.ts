/** The gateway's count: a quota by the rolling minute, and a spike arrest of three times the rate in one second. */
export function createQuota(ratePerSecond: number, now: () => number): { take(): boolean } {
  let taken: number[] = [];
  return {
    take() {
      const at = now();
      taken = taken.filter((each) => each > at - 60_000);
      const inLastSecond = taken.filter((each) => each > at - 1_000).length;
      if (taken.length >= ratePerSecond * 60 || inLastSecond >= ratePerSecond * 3) return false;
      taken.push(at);
      return true;
    },
  };
}
