import type { ClientId } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import type { NewTask } from '../../src/task/desk.js';

export const dayMs = 24 * 3_600_000;

/** A review for the practice's privacy officer, due in a week. */
export function review(
  key: string,
  {
    now,
    ...facts
  }: Partial<NewTask<'EMERGENCY_ACCESS_REVIEW'>> & { readonly now: number; readonly clientId?: ClientId },
): NewTask<'EMERGENCY_ACCESS_REVIEW'> {
  return {
    kind: 'EMERGENCY_ACCESS_REVIEW',
    dedupeKey: key,
    owner: { organisation: organisations.practice.id, audience: 'PRIVACY_OFFICER' },
    dueAt: new Date(now + 7 * dayMs).toISOString(),
    details: {
      grant: key,
      openedBy: { organisation: organisations.practice.id, subject: 'dr-okafor', audience: 'CLINICIAN' },
      openedAt: new Date(now).toISOString(),
      endsAt: new Date(now + 3 * 3_600_000).toISOString(),
      reason: 'RISK_TO_LIFE',
      note: 'Found collapsed in the waiting room.',
    },
    ...facts,
  };
}

export const operator = organisations.board.id;
