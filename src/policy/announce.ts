import { parsePolicy } from '../access/policy.js';
import type { Policy } from '../access/policy.js';
import type { PolicyBook } from '../access/policy-book.js';
import { describeChange, policyChange } from '../access/policy-change.js';
import type { Log } from '../log.js';
import { lastActivated } from './archive.js';
import type { PolicyArchive } from './archive.js';

/**
 * Says, before anything is decided by it, what the policy of today makes more open and what less than the one that decided last,
 * and the same of each version that is scheduled.
 */
export async function announcePolicyChanges(
  { versions, on }: PolicyBook,
  archive: PolicyArchive,
  today: string,
  log: Log,
): Promise<void> {
  const active = on(today);
  const last = lastActivated(await archive.all());
  if (last && last.id !== active.version) announce(parsePolicy(last.text), active, log);
  const scheduled = versions.slice(versions.indexOf(active) + 1);
  for (const [index, next] of scheduled.entries()) announce(scheduled[index - 1] ?? active, next, log);
}

function announce(before: Policy, after: Policy, log: Log): void {
  const changes = policyChange(before, after);
  const lines = (wider: boolean): readonly string[] =>
    changes.filter((change) => change.wider === wider).map(describeChange);
  log.warn({
    what: 'the sharing policy changes',
    from: before.version,
    to: after.version,
    effectiveFrom: after.effectiveFrom,
    widened: lines(true),
    narrowed: lines(false),
  });
}
