/** A sandbox and an adapter connected to it, as one test uses them. */
import type { CallContext, Connection, UpstreamCallEvent } from '../../../adapters/contract.js';
import {
  providerDataverse,
  type DataverseLoaders,
  type DataverseSettings,
} from '../../../adapters/provider-dataverse/index.js';
import {
  startDataverseSandbox,
  type DataverseSandbox,
  type DataverseSandboxOptions,
} from '../../../adapters/provider-dataverse/sandbox.js';
import type { SandboxRequest } from '../../../adapters/sandbox/server.js';
import { callOf, person, type Provider } from './people.js';

export interface Desk {
  readonly sandbox: DataverseSandbox;
  readonly events: readonly UpstreamCallEvent[];
  /** The loaders of a new request. */
  load(call?: Partial<CallContext>): DataverseLoaders;
  /** Queries since the start or the last `forget`, tokens aside. */
  queries(): readonly SandboxRequest[];
  close(): Promise<void>;
}

export async function openDesk(
  held: readonly Provider[],
  settings: Partial<DataverseSettings> = {},
  options: Pick<DataverseSandboxOptions, 'limit'> & { readonly clock?: () => number } = {},
): Promise<Desk> {
  const { clock = () => Date.now(), ...limits } = options;
  const sandbox = await startDataverseSandbox({ people: held.map(person), ...limits });
  const events: UpstreamCallEvent[] = [];
  const connection: Connection<DataverseLoaders> = await providerDataverse.connect(
    { ...sandbox.settings, ...settings },
    { now: clock, onCall: (event) => events.push(event) },
  );
  return {
    sandbox,
    events,
    load: (call) => connection.loaders(callOf(call)),
    queries: () => sandbox.requests.filter(({ path }) => !path.endsWith('/token')),
    close: async () => {
      await connection.close();
      await sandbox.close();
    },
  };
}
