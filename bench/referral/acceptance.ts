import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientId, OrganisationId, Viewer } from '../../src/access/types.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { packageRoot } from '../../src/package-root.js';
import { loadProgrammes } from '../../src/programme/load.js';
import { createReferralDesk, type ReferralDesk } from '../../src/referral/desk.js';
import { createGateways } from '../../src/referral/gateways.js';
import { createReferralLists } from '../../src/referral/lists.js';
import { createOutbox } from '../../src/referral/outbox.js';
import type { Submission } from '../../src/referral/submission.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';

const gateway = 'GATE' as OrganisationId;
const viewer: Viewer = {
  subject: 'dr-okafor',
  organisation: 'Y90001' as OrganisationId,
  audience: 'CLINICIAN',
  purpose: 'DIRECT_CARE',
  issuer: 'bench',
};
const submission: Submission = {
  programme: 'workwell',
  area: 'GREATER_MANCHESTER',
  channel: 'GENERAL_PRACTICE',
  sharing: { basis: 'CONSENT', statement: 'Spoken consent at the appointment.' },
  content: {
    person: {},
    reasonForReferral: 'Off work since March with back pain; would like to go back to lighter duties. '.repeat(4),
    goal: 'RETURN_TO_WORK',
    accessNeeds: ['Step-free access'],
    safeContact: { method: 'TEXT', address: '07700 900123', mayLeaveMessage: false },
    health: [{ category: 'CONDITIONS', text: 'Low back pain' }],
  },
  draft: false,
};

/** What each part of the acceptance benchmark works on. */
interface Bench {
  readonly store: Store;
  readonly desk: ReferralDesk;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

/** Issue 4: 500 referrals a second, each durable before its referrer is told. */
const asked = 500;

/**
 * Referrals accepted durably a second, on the disk below `below`, which is what decides; how the outbox keeps up with them; and
 * the gateway's own list of them.
 */
export async function measureAcceptance(below: string, seconds: number, say: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(below, 'acceptance-'));
  const store = await openStore({ dataDirectory: directory });
  const programmes = loadProgrammes(fileURLToPath(new URL('programmes/', packageRoot)));
  const desk = createReferralDesk({
    store,
    keyring: createKeyring({ 1: randomBytes(32).toString('base64') }),
    programmes,
    offers: { close: () => Promise.resolve() },
    relations: { begin: () => Promise.resolve(), end: () => Promise.resolve() },
    gateways: createGateways(
      [
        {
          programme: 'workwell',
          area: 'GREATER_MANCHESTER',
          organisation: gateway,
          channels: ['GENERAL_PRACTICE'],
          streams: [],
        },
      ],
      programmes,
    ),
    giveUp: () => Promise.resolve(),
    links: { isSpent: () => Promise.resolve(false) },
    emit: () => Promise.resolve(),
    now: Date.now,
  });
  const bench: Bench = { store, desk, seconds, say };
  try {
    say('');
    for (const waiting of [1, 8, 64, 256]) await benchAccepted(bench, waiting);
    await benchOutbox(bench);
    await benchList(bench);
  } finally {
    await store.close();
    rmSync(directory, { recursive: true });
  }
}

/** As many as go, from so many referrers that each wait for their own. */
async function benchAccepted({ desk, seconds, say }: Bench, waiting: number): Promise<void> {
  const latencies: number[] = [];
  const begin = performance.now();
  const refer = async (): Promise<void> => {
    while (performance.now() - begin < seconds * 1_000) {
      const before = performance.now();
      const outcome = await desk.submit(viewer, randomUUID(), submission, { clientId: randomUUID() as ClientId });
      if (outcome.kind === 'refused') throw new Error(outcome.message);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: waiting }, refer));
  const rate = latencies.length / ((performance.now() - begin) / 1_000);
  say(
    `${waiting} referrers waiting: ${Math.round(rate)} referrals accepted durably a second (${asked} asked: ${rate >= asked ? 'met' : 'NOT MET'}), ${spread(latencies)}`,
  );
}

/** How fast what waits goes out, where sending costs nothing: two replacements of a document each. */
async function benchOutbox({ store, seconds, say }: Bench): Promise<void> {
  const outbox = createOutbox({
    store,
    send: () => Promise.resolve({ kind: 'delivered' }),
    giveUp: () => Promise.resolve(),
    holder: 'bench',
    now: Date.now,
    random: Math.random,
    report: (error) => say(String(error)),
  });
  let delivered = 0;
  const begin = performance.now();
  while (performance.now() - begin < seconds * 1_000) {
    const tried = await outbox.deliverDue();
    if (tried === 0) break;
    delivered += tried;
  }
  say(`outbox: ${Math.round(delivered / ((performance.now() - begin) / 1_000))} messages delivered a second`);
}

/** One page of the gateway's list, at its beginning and far in. */
async function benchList({ store, say }: Bench): Promise<void> {
  const lists = createReferralLists(store);
  const latencies: number[] = [];
  let after: readonly (string | number | boolean)[] | undefined;
  for (let page = 0; page < 200; page += 1) {
    const before = performance.now();
    const found = await lists.ofOrganisation(gateway, 'GATEWAY', ['REQUESTED'], 50, after);
    latencies.push(performance.now() - before);
    const last = found.at(-1);
    if (!last) break;
    after = [last.state, last.submittedAt, last.id];
  }
  say(`the gateway’s list, pages of 50 in sequence: ${spread(latencies)}`);
}

function spread(latencies: readonly number[]): string {
  const sorted = [...latencies].sort((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
