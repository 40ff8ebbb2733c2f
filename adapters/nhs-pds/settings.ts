import { z } from 'zod';

/** What the hub must know to ask PDS as an application-restricted caller. Parsed once, at start. */
export const pdsSettings = z.strictObject({
  /** `https://api.service.nhs.uk/personal-demographics/FHIR/R4`; plain HTTP is for the local sandbox. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** `https://api.service.nhs.uk/oauth2/token`, character for character: it is the audience of the signed assertion. */
  tokenUrl: z.url({ protocol: /^https?$/ }),
  /** The API key of the application. */
  clientId: z.string().min(1),
  /** `kid` of the public key that was registered with NHS England. */
  keyId: z.string().min(1),
  /** RSA private key, PKCS #8, PEM. */
  privateKeyPem: z.string().min(1),
  /** NHS England's default for one application is 5, counted as 300 a minute. */
  ratePerSecond: z.number().positive().default(5),
  /** Milliseconds for one operation, retries included. */
  deadlineMs: z.int().positive().default(3_000),
  /** Sends `NHSD-End-User-Organisation-ODS`: mandatory where an application serves several organisations. */
  endUserOrganisation: z.boolean().default(true),
  /** PEM texts, for a private authority or a gateway of one's own. */
  tls: z
    .strictObject({ ca: z.string().optional(), cert: z.string().optional(), key: z.string().optional() })
    .transform(({ ca, cert, key }) => ({ ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) }))
    .optional(),
});
export type PdsSettings = z.infer<typeof pdsSettings>;
