import { parentPort, workerData } from 'node:worker_threads';
import { serveInBackground, type BackgroundSettings } from '../../src/store/sqlite-background-serving.js';
import { connect } from '../../src/store/sqlite-connection.js';
import { slow, type SlowSettings } from './slow-connection.js';

const settings = workerData as SlowSettings & BackgroundSettings;
if (parentPort) serveInBackground(parentPort, slow(connect(settings.path), settings.fsyncMs), settings);
