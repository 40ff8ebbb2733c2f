import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { sourceSettings } from '../adapters/registry.js';
import { deliverySettings } from './referral/deliveries.js';
import { localServiceSettings } from './local-service/settings.js';
import { gatewaySettings } from './referral/gateways.js';
import { packageRoot } from './package-root.js';
import { issuerSettings } from './server/sign-in.js';
import { defaultLimits } from './server/operation-limits.js';
import { mostRecords } from './probing/misses.js';

/** A file that comes with the hub. */
const shipped = (path: string): string => fileURLToPath(new URL(path, packageRoot));

const positive = z.number().int().positive();

const limits = z.strictObject({
  depth: positive.default(defaultLimits.depth),
  fields: positive.default(defaultLimits.fields),
  subjects: positive.default(defaultLimits.subjects),
  aliases: positive.default(defaultLimits.aliases),
  repeats: positive.default(defaultLimits.repeats),
  directives: positive.default(defaultLimits.directives),
  tokens: positive.default(defaultLimits.tokens),
  bodyBytes: positive.default(defaultLimits.bodyBytes),
  subscriptions: positive.default(defaultLimits.subscriptions),
});

/** A 32-byte secret, base64. */
const secret = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes, base64');

function isEd25519PrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

const hubSettings = z.strictObject({
  /** ODS code of the body that runs this hub: whom sources are told that the hub asks for, when it asks for itself. */
  operator: z.string().min(1),
  listen: z.strictObject({
    port: z.number().int().min(0).max(65_535),
    /** The address to listen on. TLS is ended by the proxy in front (see `hub.example.yaml`). */
    host: z.string().min(1).default('127.0.0.1'),
  }),
  store: z.union([
    z.strictObject({ dataDirectory: z.string().min(1) }),
    z.strictObject({ mongodbUri: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must be a mongodb:// URI') }),
  ]),
  /** Sealing and lookup secrets by number; the highest number seals. */
  keys: z
    .record(z.string().regex(/^[1-9]\d*$/), secret)
    .refine((keys) => Object.keys(keys).length > 0, 'needs a key 1'),
  /** Number of the secret that keys lookups; the lowest where it is not said. Change it only once every hub has all the keys. */
  lookupKey: positive.optional(),
  ledger: z.strictObject({
    /** Ed25519 private key, PEM. */
    headKey: z.string().refine(isEd25519PrivateKey, 'must be an Ed25519 private key, PEM'),
    /** Where signed heads go, outside the hub's control: a file or an https URL. */
    heads: z.union([
      z.strictObject({ file: z.string().min(1) }),
      z.strictObject({
        url: z.url({ protocol: /^https$/ }),
        /** The authority of the witness's certificate, PEM, where it is not one that everybody trusts. */
        ca: z.string().min(1).optional(),
      }),
    ]),
  }),
  policies: z
    .strictObject({
      sharing: z.string().min(1).default(shipped('policies/sharing.yaml')),
      classification: z.string().min(1).default(shipped('policies/classification.yaml')),
      /** What consents mean that are taken in and leave something to the policy they refer to. */
      consentPolicies: z.string().min(1).default(shipped('policies/consent-policies.yaml')),
      matching: z.string().min(1).default(shipped('policies/matching.yaml')),
      accessHistory: z.string().min(1).default(shipped('policies/access-history.yaml')),
    })
    .prefault({}),
  /** The folder of programme definitions (docs/guides/programmes.md). */
  programmes: z.string().min(1).default(shipped('programmes')),
  /** Organisations' names by code, for the people who read who looked. */
  organisationNames: z.record(z.string(), z.string().min(1)).default({}),
  issuers: z.array(issuerSettings).min(1),
  sources: sourceSettings,
  identity: z
    .strictObject({
      /** Off only to replay published examples, many of which fail their own check digit. */
      nhsNumberCheck: z.boolean().default(true),
      /** Hours for which a PDS trace counts as fresh. */
      demographicsFreshForHours: z.number().positive().default(24),
    })
    .prefault({}),
  /** The ways in to programmes, by programme and area. */
  referral: z
    .strictObject({ gateways: z.array(gatewaySettings).default([]), deliveries: deliverySettings.prefault({}) })
    .prefault({}),
  /** Who answers where a client says that a source has something wrong: organisation by source; the operator where it is not said. */
  corrections: z
    .strictObject({ holders: z.partialRecord(sourceSettings.keyof(), z.string().min(1)).default({}) })
    .prefault({}),
  /** How a directory of local services is read (docs/guides/local-services.md). */
  localServices: localServiceSettings.prefault({}),
  limits: limits.prefault({}),
  /** How many people who are not their organisation's a caller may ask for by number, and in how many minutes. */
  probing: z
    .strictObject({ misses: positive.max(mostRecords).default(60), minutes: positive.default(60) })
    .prefault({}),
  /** Milliseconds for one GraphQL request; cuts every source's own deadline. */
  requestDeadlineMs: positive.default(8_000),
  /** Serve GraphiQL at /explorer and answer introspection. */
  explorer: z.boolean().default(false),
  log: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Every setting of a hub, parsed once. */
export type HubSettings = z.infer<typeof hubSettings>;
/** As written in a file or by the demonstration, before defaults. */
export type HubSettingsInput = z.input<typeof hubSettings>;

/** All faults of a configuration at once, each with its place; no value of a secret is repeated. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault';
  constructor(readonly faults: readonly string[]) {
    super(`The hub cannot start with this configuration:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** @throws ConfigurationFault */
export function parseSettings(input: unknown, faults: readonly string[] = []): HubSettings {
  const parsed = hubSettings.safeParse(input, { reportInput: true });
  const found = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue));
  // A value that could not be read is named once, not again as missing.
  const named = faults.map((fault) => fault.split(':')[0]);
  const all = [
    ...faults,
    ...found.filter((fault) => !named.some((name) => name !== undefined && fault.startsWith(name))),
  ];
  if (!parsed.success || all.length > 0) throw new ConfigurationFault(all);
  return parsed.data;
}

/**
 * Reads `hub.yaml`. `{ fromFile: path }` and `{ fromEnvironment: NAME }` stand for the text there, so that no secret needs to
 * stand in the file; paths are relative to it.
 * @throws ConfigurationFault
 */
export function readSettingsFile(path: string, environment: Readonly<Record<string, string | undefined>>): HubSettings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigurationFault([`HUB_CONFIG: the file cannot be read`]);
  }
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) throw new ConfigurationFault(document.errors.map(({ message }) => message));
  const faults: string[] = [];
  const folder = dirname(resolve(path));
  const read = (value: unknown, place: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${place}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first && typeof first[1] === 'string') {
      if (first[0] === 'fromFile') return textOf(first[1], folder, place, faults);
      if (first[0] === 'fromEnvironment') {
        const text = environment[first[1]];
        if (text === undefined) faults.push(`${place}: the environment has no ${first[1]}`);
        return text;
      }
    }
    return Object.fromEntries(
      entries.map(([name, part]) => [name, read(part, place === '' ? name : `${place}.${name}`)]),
    );
  };
  return withPathsBelow(folder, parseSettings(read(document.toJS(), ''), faults));
}

function textOf(path: string, folder: string, place: string, faults: string[]): string | undefined {
  try {
    return readFileSync(resolve(folder, path), 'utf8').trim();
  } catch {
    faults.push(`${place}: the file ${path} cannot be read`);
    return undefined;
  }
}

/** File names in a configuration file are relative to it. */
function withPathsBelow(folder: string, settings: HubSettings): HubSettings {
  const below = (path: string): string => (isAbsolute(path) ? path : resolve(folder, path));
  const { store, ledger, policies, programmes } = settings;
  return {
    ...settings,
    store: 'dataDirectory' in store ? { dataDirectory: below(store.dataDirectory) } : store,
    ledger: { ...ledger, heads: 'file' in ledger.heads ? { file: below(ledger.heads.file) } : ledger.heads },
    policies: {
      sharing: below(policies.sharing),
      classification: below(policies.classification),
      consentPolicies: below(policies.consentPolicies),
      matching: below(policies.matching),
      accessHistory: below(policies.accessHistory),
    },
    programmes: below(programmes),
  };
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): readonly string[] {
  const path = [...above, ...issue.path];
  const place = path.join('.') || 'hub.yaml';
  if (issue.code === 'unrecognized_keys') return [`${place}: unknown setting ${issue.keys.join(', ')}`];
  if (issue.input === undefined) return [`${place}: missing`];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [`${place}: ${issue.message}`];
  // Of several shapes, the one that was most nearly meant.
  const [nearest = []] = [...issue.errors].sort((one, other) => one.length - other.length);
  return nearest.flatMap((each) => faultsOf(each, path));
}
