import { z } from 'zod';

const district = z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'must be a postcode district in capitals, such as LS1');

/**
 * What the hub is told about a directory feed. Feeds are public and need no key (Open Referral UK, compliance 1.1), so nothing
 * that tells where somebody lives may go to one: the hub asks from a fixed place in a postcode district.
 */
export const openReferralSettings = z.strictObject({
  /** The feed's base: what `/service_at_locations` stands behind. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** For each district that the hub may ask about, a place in it: a public building, never anybody's home. */
  districts: z.record(
    district,
    z.strictObject({
      /** Sent to the feed, which measures from this postcode's centroid. */
      postcode: z.string().min(5).max(8),
      /** WGS84, of the same place: the hub's own distances are measured from here. */
      latitude: z.number().min(49).max(61),
      longitude: z.number().min(-9).max(2),
    }),
  ),
  /** Milliseconds for one operation, all its pages included. */
  deadlineMs: z.number().int().positive().default(3_000),
  /** Entries a page (`per_page`); a feed may give fewer. */
  pageSize: z.number().int().min(1).max(500).default(100),
  /** Seconds for which an answer may be used again: the data is public and the same for every caller. */
  keepSeconds: z.number().int().min(0).max(86_400).default(300),
  /** Calls a second. Publishers may throttle, and the standard names no rate. */
  ratePerSecond: z.number().positive().default(20),
});
export type OpenReferralSettings = z.infer<typeof openReferralSettings>;
