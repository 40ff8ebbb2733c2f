/**
 * `npm run policy:diff -- OLD.yaml NEW.yaml`
 *
 * Prints what the last version in NEW makes more open than the last one in OLD, and what less: every audience, purpose and
 * category, decided under both. Exit code 0, or 2 where a file cannot be used.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parsePolicies, type Policy } from '../access/policy.js';
import { describeChange, policyChange } from '../access/policy-change.js';

try {
  const [before, after] = parseArgs({ allowPositionals: true }).positionals;
  if (before === undefined || after === undefined) throw new Error('give two policy files: OLD.yaml NEW.yaml');
  process.stdout.write(difference(lastIn(before), lastIn(after)));
} catch (error) {
  process.stderr.write(`policy: could not be compared: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

function lastIn(path: string): Policy {
  const [first, ...later] = parsePolicies(readFileSync(path, 'utf8'));
  return later.at(-1) ?? first;
}

function difference(before: Policy, after: Policy): string {
  const changes = policyChange(before, after);
  const count = (wider: boolean): number => changes.filter((change) => change.wider === wider).length;
  const sum = `policy: ${before.version} -> ${after.version}: ${count(true)} wider, ${count(false)} narrower\n`;
  return sum + changes.map((change) => `${describeChange(change)}\n`).join('');
}
