import { z } from 'zod';

/** What the hub is told about its own account with the DWP Citizen API. */
export const dwpSettings = z.strictObject({
  /** `https://host[:port]`; mutual TLS leaves no room for plain HTTP. */
  baseUrl: z.url({ protocol: /^https$/ }),
  /** `{host}/citizen-information/oauth2/token`. */
  tokenUrl: z.url({ protocol: /^https$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** The source system's id, as DWP registered it (`context`). */
  context: z.string().min(1),
  /** The agreed matching policy (`policy-id`). */
  policyId: z.string().min(1),
  /** `access-level` of a claims request. */
  accessLevel: z.string().min(1),
  /** PEM texts: our certificate and its key, and the authority that vouches for DWP's. */
  tls: z.strictObject({ ca: z.string().min(1), cert: z.string().min(1), key: z.string().min(1) }),
  /** Milliseconds for one operation: at most one claims read, two matches and a second claims read. */
  deadlineMs: z.number().int().positive().default(3_000),
});
export type DwpSettings = z.infer<typeof dwpSettings>;
