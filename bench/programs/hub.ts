/** The hub as it ships, with sign-in, access and the durable ledger on, enrolled with the benchmark's people. */
import { buildHub, type Hub } from '../../src/hub.js';
import { createLog } from '../../src/log.js';
import { listen } from '../../src/server/listen.js';
import { createMetrics } from '../../src/server/metrics.js';
import { benchPeople } from '../upstream/people.js';
import { enrolBenchPeople } from './enrol.js';
import { hubSettings } from './hub-settings.js';
import { answerParent, type Start } from './messages.js';

let hub: Hub | undefined;

async function start(told: Start): Promise<string> {
  const metrics = createMetrics();
  hub = await buildHub(hubSettings(told), { log: createLog('error'), now: Date.now, onCall: metrics.onCall });
  await enrolBenchPeople(hub, benchPeople());
  return (await listen(hub, metrics)).url;
}

answerParent({
  start: (told) => (told ? start(told) : Promise.reject(new Error('nothing was told'))),
  counters: () => ({ ledgerRecords: hub?.ledger.state().sequence ?? 0 }),
});
