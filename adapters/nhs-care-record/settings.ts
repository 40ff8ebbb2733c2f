import { z } from 'zod';

/** What the hub must know to ask one shared care record. Parsed once, at start. */
export const careRecordSettings = z.object({
  /** FHIR R4 base; everything is asked below it and nowhere else. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** OAuth2 token endpoint (client credentials). */
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Milliseconds for one exchange, retries included. */
  deadlineMs: z.int().positive().default(3_000),
  /** Pages that one person's list may take; a longer list says that it is short. */
  maxPages: z.int().positive().default(20),
  /** `_count`: resources a page. Servers cap it as they like. */
  pageSize: z.int().positive().max(1_000).default(250),
  /** PEM texts for mutual TLS and a private authority. */
  tls: z
    .object({ ca: z.string().optional(), cert: z.string().optional(), key: z.string().optional() })
    .transform(({ ca, cert, key }) => ({ ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) }))
    .optional(),
  /** Whether the server understands `_elements` by FHIR's rule for choices (`onset` for `onsetDateTime`). */
  elements: z.boolean().default(true),
  /**
   * Whether fit notes are also read from coded entries (Observations with eMED3 codes), as GP systems hold them. Costs
   * a third call for fit notes, shared with the measures.
   */
  codedFitNotes: z.boolean().default(false),
});
export type CareRecordSettings = z.infer<typeof careRecordSettings>;
