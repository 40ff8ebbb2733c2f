import { resolve } from 'node:path';

/** Where a hub without a configuration file keeps its own: `HUB_DATA_DIR`, or `.hub` below the working folder. */
export const dataDirectoryOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  resolve(environment['HUB_DATA_DIR'] ?? '.hub');

/** Whether a file could not be read because it is not there. */
export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
