import { z } from 'zod';

/** What the hub is told about its application user in a provider's Dataverse environment. */
export const dataverseSettings = z.strictObject({
  /** Organisation URL: `https://{org}.crm11.dynamics.com`, without the API path. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** `https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token`. */
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** `{organisation URL}/.default`. */
  scope: z.string().min(1),
  /** Milliseconds for one operation, all its pages included. */
  deadlineMs: z.number().int().positive().default(3_000),
  /** Cases a page (`odata.maxpagesize`; Dataverse allows 5,000). */
  pageSize: z.number().int().min(1).max(5_000).default(500),
  /** Calls a second. Service protection allows 6,000 in 5 minutes to one user and server, which is 20. */
  ratePerSecond: z.number().positive().exactOptional(),
});
export type DataverseSettings = z.infer<typeof dataverseSettings>;
