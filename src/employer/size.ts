import type { SizeBand } from './words.js';

/** Pure. Under 10, under 50, under 250, and the rest: exactly 250 is LARGE. */
export function sizeBandOf(headcount: number): SizeBand {
  if (headcount < 10) return 'MICRO';
  if (headcount < 50) return 'SMALL';
  return headcount < 250 ? 'MEDIUM' : 'LARGE';
}
