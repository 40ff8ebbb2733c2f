/** A figure about people, as it may be published to somebody who could know them. */
export type PublishedCount =
  | { readonly kind: 'rounded'; readonly count: number }
  /** Fewer than five, none included: "none" would tell as much as "one". */
  | { readonly kind: 'suppressed' };

/** As NHS England does for Talking Therapies (reference/employment-support.md E1): under 5 hidden, zero too; else to the nearest 5. */
export function publishedCount(exact: number): PublishedCount {
  if (exact < 5) return { kind: 'suppressed' };
  return { kind: 'rounded', count: Math.floor((exact + 2) / 5) * 5 };
}

/** The day as at which an employer is told a figure: the same for a month, so that two looks do not tell who came between. */
export const publishedAsAt = (today: string): string => `${today.slice(0, 7)}-01`;
