/**
 * `npm run policy:check` fails where the sharing policy cannot be used, where it widens what it does not declare itself, or where
 * its last version was not accepted.
 * `npm run policy:accept -- --reason "…"` accepts it: writes `policies/accepted.yaml`. `--amend`: the version was accepted
 * before, and has not been active anywhere yet.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parsePolicies, PolicyFault } from '../access/policy.js';
import { acceptedText, faultsBetween, faultsOfChange, isAccepted, parseAccepted } from './accepted.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    policy: { type: 'string', default: 'policies/sharing.yaml' },
    accepted: { type: 'string', default: 'policies/accepted.yaml' },
    reason: { type: 'string' },
    amend: { type: 'boolean', default: false },
  },
});

try {
  if (positionals[0] === 'accept') accept();
  else check();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function check(): void {
  const versions = readVersions();
  const accepted = readAccepted();
  if (!accepted) throw new PolicyFault([`nothing was accepted yet: npm run policy:accept -- --reason "…"`]);
  const faults = faultsOfChange(accepted.policy, versions);
  if (faults.length > 0) throw new PolicyFault(faults);
  if (isAccepted(accepted.policy, versions)) return;
  throw new PolicyFault([
    `version ${versions.at(-1)?.version}: it is not accepted: npm run policy:accept -- --reason "…"`,
  ]);
}

function accept(): void {
  const { reason } = values;
  if (reason === undefined || reason.trim() === '') throw new PolicyFault(['give the reason: --reason "…"']);
  const versions = readVersions();
  const last = versions.at(-1);
  const accepted = readAccepted();
  if (!last) throw new PolicyFault(['there is no version to accept']);
  if (accepted) {
    const faults = values.amend ? faultsBetween(accepted.policy, last) : faultsOfChange(accepted.policy, versions);
    if (faults.length > 0) throw new PolicyFault(faults);
  }
  const text = acceptedText(accepted, last, { on: new Date().toISOString().slice(0, 10), reason });
  writeFileSync(values.accepted, text);
}

function readVersions() {
  return parsePolicies(readFileSync(values.policy, 'utf8'));
}

function readAccepted() {
  return existsSync(values.accepted) ? parseAccepted(readFileSync(values.accepted, 'utf8')) : undefined;
}
