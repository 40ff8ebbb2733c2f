import { z } from 'zod';
import { audiences, purposes } from '../../src/access/types.js';

/** How the hub takes referrals, and the answers of receivers to its own: on a port of its own, by mutual TLS (BARS-IG Security-and-Authorisation/Receiver). */
const inbound = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.int().min(0).max(65_535),
  /** The hub's certificate and key, and the authority that signed its callers' certificates; PEM. */
  tls: z.strictObject({ cert: z.string().min(1), key: z.string().min(1), ca: z.string().min(1) }),
  /** Common names of the certificates that may call: the proxy of NHS England. */
  callers: z.array(z.string().min(1)).min(1),
  /** Who refers by messages, by organisation: its service, as whom it refers, and by which channel (default: what its audience stands for first). */
  senders: z
    .record(
      z.string(),
      z.strictObject({
        serviceId: z.string().regex(/^\d{1,12}$/),
        audience: z.enum(audiences),
        purpose: z.enum(purposes),
        channel: z.string().min(1).optional(),
      }),
    )
    .default({}),
  /** The hub's services that take referrals, by their ids in the Directory of Services: where each leads. */
  services: z
    .record(
      z.string().regex(/^\d{1,12}$/, 'must be a Directory of Services id'),
      z.strictObject({ programme: z.string().min(1), area: z.string().min(1) }),
    )
    .default({}),
});
export type BarsInboundSettings = z.infer<typeof inbound>;

/** What the hub must know to send referrals by the Booking and Referral Standard. Parsed once, at start. */
export const barsSettings = z.strictObject({
  /** `https://api.service.nhs.uk/booking-and-referral/FHIR/R4`; plain HTTP is for the local sandbox. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** `https://api.service.nhs.uk/oauth2/token`, character for character: it is the audience of the signed assertion. */
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  /** `kid` of the public key that was registered with NHS England. */
  keyId: z.string().min(1),
  /** RSA private key, PKCS #8, PEM. */
  privateKeyPem: z.string().min(1),
  /** The hub's own service in the Directory of Services: where later answers go. */
  senderServiceId: z.string().regex(/^\d{1,12}$/, 'must be a Directory of Services id'),
  /** By receiving organisation: its service in the Directory of Services. */
  receivers: z.record(
    z.string(),
    z.strictObject({ serviceId: z.string().regex(/^\d{1,12}$/), name: z.string().min(1) }),
  ),
  /** Where receivers' answers come in; without it none are taken. */
  inbound: inbound.optional(),
  /** Milliseconds for one attempt. All answers come within 5,000 (reference/nhs-apis.md 5.2). */
  deadlineMs: z.int().positive().default(5_000),
  /** 300 a minute by default. */
  ratePerSecond: z.number().positive().default(5),
  tls: z
    .strictObject({ ca: z.string().optional(), cert: z.string().optional(), key: z.string().optional() })
    .transform(({ ca, cert, key }) => ({ ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) }))
    .optional(),
});
export type BarsSettings = z.infer<typeof barsSettings>;
