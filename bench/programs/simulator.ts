import { startSimulator, type Simulator } from '../upstream/simulator.js';
import { answerParent } from './messages.js';

let simulator: Simulator | undefined;

answerParent({
  start: async () => (simulator = await startSimulator()).upstreams,
  latency: (ms) => simulator?.setLatency(ms),
  calls: () => simulator?.callers.take(),
});
