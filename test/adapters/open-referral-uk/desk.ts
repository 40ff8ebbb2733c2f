/** A directory feed and an adapter connected to it, as one test uses them. */
import { randomUUID } from 'node:crypto';
import type { CallContext } from '../../../adapters/contract.js';
import {
  openReferralUK,
  type DirectoryLoaders,
  type OpenReferralSettings,
} from '../../../adapters/open-referral-uk/index.js';
import {
  startOpenReferralSandbox,
  type OpenReferralSandbox,
  type OpenReferralSandboxOptions,
} from '../../../adapters/open-referral-uk/sandbox.js';
import type { OrganisationId } from '../../../src/access/types.js';

export interface Desk {
  readonly sandbox: OpenReferralSandbox;
  /** The loaders of a new request. */
  load(call?: Partial<CallContext>): DirectoryLoaders;
  close(): Promise<void>;
}

/** The day on which the made-up entries are written. */
export const today = Date.UTC(2026, 9, 1);

export async function openDesk(
  settings: Partial<OpenReferralSettings> = {},
  options: OpenReferralSandboxOptions & { readonly clock?: () => number } = {},
): Promise<Desk> {
  const { clock = () => Date.now(), ...rest } = options;
  const sandbox = await startOpenReferralSandbox({ now: () => today, ...rest });
  const connection = await openReferralUK.connect(
    { ...sandbox.settings, ...settings },
    { now: clock, onCall: () => undefined },
  );
  return {
    sandbox,
    load: (call) =>
      connection.loaders({
        signal: new AbortController().signal,
        deadline: Date.now() + 10_000,
        correlationId: randomUUID(),
        onBehalfOf: {
          subject: 'coach.amy@provider.example',
          organisation: 'PROV1' as OrganisationId,
          audience: 'WORK_AND_HEALTH_COACH',
          purpose: 'EMPLOYMENT_SUPPORT',
        },
        ...call,
      }),
    close: async () => {
      await connection.close();
      await sandbox.close();
    },
  };
}

export const near = { district: 'NR1', withinMetres: 20_000 } as const;
