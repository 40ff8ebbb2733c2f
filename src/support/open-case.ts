import type { ClientId } from '../access/types.js';
import { isEnrolling } from '../programme/eligibility.js';
import type { ReferralChannel } from '../programme/words.js';
import type { KnownFacts } from '../programme/facts.js';
import { never, plannedEnd } from './case-clock.js';
import type { CaseDocument } from './case-document.js';
import type { ChangeContext } from './case-desk.js';
import { derivedId } from './derived-id.js';
import { codeFault, refused, type Refusal } from './refusal.js';

/** What a case is opened with. */
export interface Opening {
  readonly clientId: ClientId;
  readonly programme: string;
  /** The version that a referral began under; absent: the one that holds today. */
  readonly programmeVersion?: string;
  readonly stream: string;
  readonly area: string;
  readonly referral?: string;
  /** By which way that came in. */
  readonly channel?: ReferralChannel;
  readonly facts: KnownFacts;
  /** Who is accountable; absent: whoever opens it. */
  readonly manager?: string;
  readonly role?: string;
}

/** A case as its rules make it; whether it is the person's first, and its key, are the desk's to say. */
export type Opened = Omit<CaseDocument, 'version' | 'history' | 'idempotencyKey' | 'inputDigest' | 'entry'>;

/** A case on its first day. */
export function openCase(
  { facts, manager, role, ...opening }: Opening,
  { programme, by, at, today, seal, newId }: ChangeContext,
): Opened | Refusal {
  const { definition } = programme;
  const accountable = definition.roles.filter((each) => each.accountable);
  const stream = programme.streams.find((each) => each.definition.code === opening.stream);
  const asRole = role ?? accountable[0]?.code ?? '';
  const fault =
    codeFault('stream', opening.stream, definition.streams) ??
    codeFault('area', opening.area, definition.areas) ??
    codeFault('role', asRole, accountable);
  if (fault !== undefined || !stream) return refused('NOT_IN_PROGRAMME', fault ?? 'stream');
  // Somebody referred before enrolment stopped may still be taken on; a case from nowhere may not.
  if (opening.referral === undefined && !isEnrolling(programme, today)) {
    return refused('NOT_IN_PROGRAMME', `${definition.name} enrols nobody on this day.`);
  }
  const subject = manager ?? by.subject;
  const plannedEndOn = plannedEnd(programme, stream, facts, today) ?? never;
  return {
    ...opening,
    // One case for one referral, whoever opens it and however often.
    id: opening.referral === undefined ? newId() : caseOfReferral(opening.referral),
    organisation: by.organisation,
    programmeVersion: programme.effectiveFrom,
    status: 'OPEN',
    openedAt: at,
    plannedEndOn,
    slot: openSlot(by.organisation, opening.programme, opening.clientId),
    facts: seal(JSON.stringify(facts)),
    manager: subject,
    managers: [{ subject, role: asRole, from: at }],
    // Until the ground on which its organisation works with the person stands; the look then says when the next is.
    nextLookOn: today,
    ground: 'BEGIN_DUE',
    extensions: [],
    snapshots: [],
    assessments: [],
    plans: [],
    actions: [],
    interventions: [],
  };
}

/** The id of the case that a referral leads to. */
export const caseOfReferral = (referral: string): string => derivedId('case of referral', referral);

/** The place of an open case: see `CaseDocument.slot`. */
export const openSlot = (...parts: readonly string[]): string => `open:${parts.map(encodeURIComponent).join(':')}`;
export const endedSlot = (id: string): string => `ended:${id}`;
