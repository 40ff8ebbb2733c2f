import { parentPort, workerData } from 'node:worker_threads';
import { openForWriting, serve } from '../../src/store/sqlite-serving.js';
import { slow, type SlowSettings } from './slow-connection.js';

const settings = workerData as SlowSettings;
if (parentPort) serve(parentPort, slow(openForWriting(settings), settings.fsyncMs));
