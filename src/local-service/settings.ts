import { z } from 'zod';

const says = z.string().min(1).max(200);

/**
 * How the hub reads whom a directory's service is for. HSDS-UK 3.0 gives ages as data and the rest in words (its `eligibility`
 * collection was removed; reference/employment-support.md C7), so what an area or a taxonomy term means is the hub's own.
 */
export const localServiceSettings = z.strictObject({
  /** What a `service_area` means, by its URI. */
  areas: z
    .array(
      z.strictObject({
        uri: z.url(),
        name: z.string().min(1),
        postcodeDistricts: z.array(z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'must be a postcode district')).min(1),
      }),
    )
    .default([]),
  /** What a taxonomy term says of the people whom a service is for, by the term's URI. */
  terms: z
    .array(
      z.strictObject({
        uri: z.url(),
        /** CEL over the fact model (docs/guides/programmes.md). */
        rule: z.string().min(1).max(1_000),
        met: says,
        notMet: says,
      }),
    )
    .default([]),
});
export type LocalServiceSettings = z.infer<typeof localServiceSettings>;
