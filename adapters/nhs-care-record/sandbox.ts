/** A faithful local shared care record: FHIR R4 search over real HTTP, with an OAuth door, its own limits and faults. */
import type { SandboxPerson } from '../sandbox/person.js';
import { startSandboxServer, type SandboxReply, type SandboxRequest, type SandboxServer } from '../sandbox/server.js';
import { loadBundles, type LoadOptions, type LoadReport } from './bundle-loader.js';
import { FhirRoutes, type OutcomeFault } from './sandbox/fhir-routes.js';
import { operationOutcome } from './sandbox/outcomes.js';
import { projectPerson } from './sandbox/project-person.js';
import { ResourceStore } from './sandbox/store.js';
import { TokenEndpoint, type AccessTokenRules } from './sandbox/token-endpoint.js';

export interface CareRecordSandboxOptions {
  /** Projected into UK Core resources at start. */
  readonly people: readonly SandboxPerson[];
  /** A SQLite file, kept between starts, or `:memory:`. */
  readonly databasePath: string;
  readonly port?: number;
  /** Default: client `work-health-hub`, secret `sandbox`, 300 seconds. */
  readonly accessToken?: Partial<AccessTokenRules>;
  readonly now?: () => number;
}

export interface CareRecordSandbox extends SandboxServer {
  /** What the adapter's settings need to reach it; the rest has defaults. */
  readonly settings: {
    readonly baseUrl: string;
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  /** Loads a folder of FHIR bundles, one load at a time. */
  load(options: Omit<LoadOptions, 'into'>): Promise<LoadReport>;
  /** Adds or replaces resources as they are. */
  put(...resources: readonly Parameters<ResourceStore['put']>[0][]): void;
  /** From now until `heal()`, searches answer 200 with an OperationOutcome inside. */
  failWithOutcome(fault: OutcomeFault): void;
  /** Ends the result sets that are being paged, and the tokens that were given out. */
  expirePages(): void;
  expireTokens(): void;
}

const fhirPath = '/fhir/R4';
const tokenPath = '/oauth2/token';

export async function startCareRecordSandbox(options: CareRecordSandboxOptions): Promise<CareRecordSandbox> {
  const now = options.now ?? Date.now;
  const rules = { clientId: 'work-health-hub', clientSecret: 'sandbox', lifetimeSeconds: 300, ...options.accessToken };
  const store = new ResourceStore(options.databasePath, now);
  store.transaction(() => {
    for (const resource of options.people.flatMap(projectPerson)) store.put(resource);
  });
  const tokens = new TokenEndpoint(rules, now);
  const routes = new FhirRoutes(store);
  const answer = (request: SandboxRequest): SandboxReply => {
    if (request.path === tokenPath) return tokens.answer(request);
    if (request.path !== fhirPath && !request.path.startsWith(`${fhirPath}/`)) return { status: 404 };
    const path = request.path.slice(fhirPath.length);
    if (path !== '/metadata' && !tokens.admits(request)) {
      return {
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
        body: operationOutcome('login', 'no valid token'),
      };
    }
    return routes.answer(request, path, `${server.url}${fhirPath}`);
  };
  const server = await startSandboxServer({ answer, ...(options.port !== undefined && { port: options.port }) });
  let lastLoad: Promise<unknown> = Promise.resolve();

  return {
    ...server,
    settings: {
      baseUrl: `${server.url}${fhirPath}`,
      tokenUrl: `${server.url}${tokenPath}`,
      clientId: rules.clientId,
      clientSecret: rules.clientSecret,
    },
    load: (asked) => {
      const load = lastLoad.then(() => loadBundles({ ...asked, into: store }));
      lastLoad = load.catch(() => undefined);
      return load;
    },
    put: (...resources) => store.transaction(() => resources.forEach((resource) => store.put(resource))),
    failWithOutcome: (fault) => void (routes.outcome = fault),
    heal: () => {
      routes.outcome = undefined;
      server.heal();
    },
    expirePages: () => routes.expirePages(),
    expireTokens: () => tokens.expireAll(),
    close: async () => {
      await server.close();
      await lastLoad;
      store.close();
    },
  };
}
