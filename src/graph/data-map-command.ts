/** `npm run data-map` writes docs/data-map.md; with `--check` it fails where that is not what schema, policy and adapters say. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { knownAdapters } from '../../adapters/registry.js';
import { parsePolicies } from '../access/policy.js';
import { categoryOf } from './disclose.js';
import { readContract } from './contract.js';
import { buildSchema } from './schema.js';
import { packageRoot } from '../package-root.js';
import { dataMap } from './data-map.js';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    file: { type: 'string', default: fileURLToPath(new URL('docs/data-map.md', packageRoot)) },
  },
});
const schema = buildSchema(readContract(new URL('schema/', packageRoot)));
const versions = parsePolicies(readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8'));
const text = dataMap({
  schema,
  policy: versions.at(-1) ?? versions[0],
  adapters: knownAdapters,
  categoryOf: (field) => categoryOf(schema, field),
});
const { file } = values;
if (!values.check) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  process.stderr.write(
    'docs/data-map.md is not what schema, policy and adapters say: run npm run data-map, and read what changed\n',
  );
  process.exitCode = 1;
}
