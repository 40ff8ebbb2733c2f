import { parentPort, workerData } from 'node:worker_threads';
import { checkpointBeside } from '../../src/store/sqlite-checkpointing.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { slow, type SlowSettings } from './slow-connection.js';

const { path, fsyncMs } = workerData as SlowSettings;
if (parentPort) checkpointBeside(parentPort, slow(connect(path), fsyncMs));
