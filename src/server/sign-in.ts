import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { audiences, purposes } from '../access/types.js';
import type { NHSNumber, OrganisationId, Viewer } from '../access/types.js';
import { HubError } from '../graph/errors.js';
import { isNHSNumber } from '../identity/nhs-number.js';

const algorithms = ['ES256', 'RS256', 'PS256'] as const;

const isSecure = (text: string): boolean => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
};

/** One issuer of access tokens, and which of its claims mean what. */
export const issuerSettings = z.strictObject({
  issuer: z.url(),
  /** What the token's `aud` must hold. */
  audience: z.string().min(1),
  jwksUri: z.url().refine(isSecure, 'must be https'),
  algorithms: z
    .array(z.enum(algorithms))
    .min(1)
    .default([...algorithms]),
  claims: z
    .strictObject({
      subject: z.string().default('sub'),
      organisation: z.string().default('organisation'),
      role: z.string().default('role'),
      purpose: z.string().default('purpose'),
      onBehalfOf: z.string().default('on_behalf_of'),
      /** RFC 9068 requires `client_id`; many issuers send OpenID Connect's `azp` instead. */
      application: z.string().default('client_id'),
      nhsNumber: z.string().default('nhs_number'),
    })
    .prefault({}),
  /** The issuer's words for roles and purposes, where they are not the hub's own. */
  roles: z.record(z.string(), z.enum(audiences)).default({}),
  purposes: z.record(z.string(), z.enum(purposes)).default({}),
  /**
   * Whether only tokens that say in their header that they are access tokens (`typ: at+jwt`, RFC 9068) are taken; otherwise also those of
   * which the header says only that they are JWTs, as many issuers' do.
   */
  typedTokensOnly: z.boolean().default(false),
  /** Whether a token that names no application is refused: what the policy keeps from an application could otherwise be had without one. */
  applicationRequired: z.boolean().default(false),
  /** The parts that this issuer may vouch for: an identity provider for clients must not make clinicians. */
  mayVouchFor: z.array(z.enum(audiences)).min(1),
});
export type IssuerSettings = z.infer<typeof issuerSettings>;

/** Verifies access tokens. */
export interface SignIn {
  /** @throws HubError UNAUTHENTICATED, saying what is wrong with the token and repeating nothing of it */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
  /** The same for a connection that outlives a request. @throws HubError UNAUTHENTICATED */
  admit(authorization: string | undefined): Promise<Admission>;
}

/** A caller, and until when their token lets them in. */
export interface Admission {
  readonly viewer: Viewer;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** As long as a subject may be (OpenID Connect Core 2). */
const longestClaim = 255;
/** Control and format characters: line ends, and what makes two different names look alike. */
const unprintable = /[\p{Cc}\p{Cf}]/u;
const clockToleranceSeconds = 30;
const rememberedTokens = 5_000;

export function createSignIn(issuers: readonly IssuerSettings[], now: () => number): SignIn {
  const known = new Map(
    issuers.map((settings) => [
      settings.issuer,
      { settings, keys: createRemoteJWKSet(new URL(settings.jwksUri), { timeoutDuration: 3_000 }) },
    ]),
  );
  // A verified token stays verified until it expires: 50 to 100 µs saved on each repeated call.
  const verified = new Map<string, Admission>();

  async function admit(authorization: string | undefined): Promise<Admission> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated('An access token is needed: Authorization: Bearer <token>.');
    const remembered = verified.get(token);
    if (remembered && remembered.until > now()) return remembered;
    verified.delete(token);
    const issuer = known.get(issuerNamedIn(token) ?? '');
    if (!issuer) throw unauthenticated('The access token is from an issuer that this hub does not know.');
    const payload = await verify(token, issuer.settings, issuer.keys, now);
    // Whoever holds a token that is bound to a key must prove to hold the key: taken as a bearer token it would be good for a thief.
    if (payload['cnf'] !== undefined)
      throw unauthenticated('The access token is bound to a key, which this hub cannot have proved.');
    const viewer = viewerFrom(payload, issuer.settings);
    if (verified.size >= rememberedTokens) verified.delete(verified.keys().next().value ?? '');
    const admission = { viewer, until: (payload.exp ?? 0) * 1000 };
    verified.set(token, admission);
    return admission;
  }

  return { admit, viewerOf: async (authorization) => (await admit(authorization)).viewer };
}

const unauthenticated = (message: string): HubError => new HubError('UNAUTHENTICATED', message);

function issuerNamedIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

async function verify(
  token: string,
  settings: IssuerSettings,
  keys: JWTVerifyGetKey,
  now: () => number,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: settings.algorithms,
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(now()),
      requiredClaims: ['exp', 'sub'],
    });
    if (!isAccessToken(protectedHeader.typ, settings)) throw new HubError('UNAUTHENTICATED', otherKind);
    return payload;
  } catch (error) {
    if (error instanceof HubError) throw error;
    if (error instanceof errors.JWTExpired) throw unauthenticated('The access token has expired.');
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw unauthenticated(`The access token's claim ${error.claim} is not acceptable.`);
    }
    if (areKeysUnreadable(error)) {
      throw new HubError('ISSUER_UNAVAILABLE', 'The keys of the access token’s issuer cannot be read just now.');
    }
    throw unauthenticated('The access token cannot be verified.');
  }
}

const otherKind = 'The token is of another kind: an access token is needed.';

/** A logout token, a proof of possession or an identity token that is typed is signed by the same keys, and lets nobody in. */
const isAccessToken = (typ: string | undefined, { typedTokensOnly }: IssuerSettings): boolean => {
  const kind = typ?.toLowerCase().replace(/^application\//, '');
  return kind === 'at+jwt' || (!typedTokensOnly && (kind === undefined || kind === 'jwt'));
};

/** Not the caller's fault: the issuer is down, or answers what is no key set. jose has no class of its own for most of it. */
const areKeysUnreadable = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

function viewerFrom(payload: JWTPayload, settings: IssuerSettings): Viewer {
  const { claims } = settings;
  const text = (name: string): string | undefined => {
    const value = payload[name];
    if (typeof value !== 'string' || value === '') return undefined;
    // It goes into every record of the ledger, and in front of people who read it.
    if (value.length > longestClaim || unprintable.test(value)) {
      throw unauthenticated(
        `The access token's claim ${name} is longer than ${longestClaim} characters, or cannot be printed.`,
      );
    }
    return value;
  };
  const subject = text(claims.subject);
  const organisation = text(claims.organisation);
  const role = text(claims.role);
  const purpose = text(claims.purpose);
  const nhsNumber = text(claims.nhsNumber);
  const onBehalfOf = text(claims.onBehalfOf);
  const application = text(claims.application);
  const audience = parseName(audiences, settings.roles, role);
  const purposeOfUse = parseName(purposes, settings.purposes, purpose);
  if (subject === undefined) throw unauthenticated(`The access token has no claim ${claims.subject}.`);
  if (organisation === undefined) throw unauthenticated(`The access token has no claim ${claims.organisation}.`);
  if (!audience) throw unauthenticated(`The access token's claim ${claims.role} names no role that this hub knows.`);
  // No purpose, no entry.
  if (!purposeOfUse) {
    throw unauthenticated(`The access token's claim ${claims.purpose} names no purpose that this hub knows.`);
  }
  if (!settings.mayVouchFor.includes(audience)) {
    throw unauthenticated('The issuer of the access token may not vouch for this role.');
  }
  if (application === undefined && settings.applicationRequired) {
    throw unauthenticated(`The access token has no claim ${claims.application}.`);
  }
  if (audience === 'CLIENT' && (nhsNumber === undefined || !isNHSNumber(nhsNumber))) {
    throw unauthenticated(`A client's access token needs a valid claim ${claims.nhsNumber}.`);
  }
  return {
    subject,
    organisation: organisation as OrganisationId,
    audience,
    purpose: purposeOfUse,
    issuer: settings.issuer,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(application !== undefined && { application }),
    ...(audience === 'CLIENT' && { nhsNumber: nhsNumber as NHSNumber }),
  };
}

function parseName<Name extends string>(
  names: readonly Name[],
  aliases: Readonly<Record<string, Name>>,
  value: string | undefined,
): Name | undefined {
  if (value === undefined) return undefined;
  // Own names only: `constructor` is a name that every object has.
  return (Object.hasOwn(aliases, value) ? aliases[value] : undefined) ?? names.find((name) => name === value);
}
