/** FHIR data that nobody on the project wrote; read in place, never copied (design section 2). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';

const root = resolve(process.env['HUB_TEST_DATA'] ?? '../shared/data');

export const dataFolder = (name: string): string => join(root, name);

/** `test`, or a skipped one with its reason printed, where the data is not on this machine. */
export function testWith(...folders: readonly string[]): typeof test | typeof test.skip {
  const missing = folders.filter((folder) => !existsSync(dataFolder(folder)));
  if (missing.length === 0) return test;
  process.stderr.write(`skipped: no ${missing.join(', ')} below ${root} (set HUB_TEST_DATA)\n`);
  return test.skip;
}

export type Json = Readonly<Record<string, unknown>>;

export const readJson = (...path: readonly string[]): Json =>
  JSON.parse(readFileSync(dataFolder(join(...path)), 'utf8')) as Json;

/** What stands at a dotted path (`class.code`, `coding.0.code`); undefined where nothing does. */
export const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((from, name) => (from as Json | undefined)?.[name], value);

/** A list, empty where there is none. */
export const list = (value: unknown): readonly Json[] => (value ?? []) as readonly Json[];

/** The resources of a bundle file, by type. */
export function resourcesIn(...path: readonly string[]): (type: string) => readonly Json[] {
  const resources = list(readJson(...path)['entry']).map((entry) => entry['resource'] as Json);
  return (type) => resources.filter((resource) => resource['resourceType'] === type);
}

export const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(dataFolder(folder)).filter((name) => name.endsWith('.json'));
