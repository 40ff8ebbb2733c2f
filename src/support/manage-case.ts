import { addMonths } from '../programme/calendar.js';
import { addDuration } from '../programme/duration.js';
import type { SnapshotPoint } from '../programme/words.js';
import { never } from './case-clock.js';
import type { CaseDocument, Discharge, Needs, Snapshot } from './case-document.js';
import type { Change } from './case-desk.js';
import { endedSlot } from './open-case.js';
import { codeFault, refused, textFault } from './refusal.js';

/** The verbs that run a case: who is accountable, how long, what is kept, and its end. */

/** Makes somebody else accountable: one person at a time, and everybody who was stays named. */
export const assignCase =
  ({ manager, role, reason }: { manager: string; role?: string; reason?: string }): Change =>
  (current, { programme, at, seal }) => {
    if (current.status !== 'OPEN') return closed;
    const accountable = programme.definition.roles.filter((each) => each.accountable);
    const last = current.managers.at(-1);
    const asRole = role ?? last?.role ?? '';
    const fault =
      codeFault('role', asRole, accountable) ?? textFault('manager', manager, 200) ?? textFault('reason', reason);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    if (manager === current.manager && asRole === last?.role)
      return refused('ALREADY_RECORDED', 'This person is accountable already.');
    return {
      ...current,
      manager,
      managers: [
        ...current.managers.map((each) => (each === last ? { ...each, until: at } : each)),
        {
          subject: manager,
          role: asRole,
          from: at,
          ...(reason !== undefined && { reason: seal(JSON.stringify(reason)) }),
        },
      ],
    };
  };

/** Moves the planned end by what the programme allows, for one of its reasons. */
export const extendCase =
  ({ reason }: { reason: string }): Change =>
  (current, { programme, at, today }) => {
    if (current.status !== 'OPEN') return closed;
    const { extensions } = programme.definition.clocks;
    if (!extensions || current.plannedEndOn === never)
      return refused('NOT_IN_PROGRAMME', 'The programme has no end that could be put off.');
    const fault = codeFault('reason', reason, extensions.reasons);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    if (current.extensions.length >= extensions.most)
      return refused('TOO_MANY', `The programme allows ${extensions.most} extensions.`);
    const to = addDuration(current.plannedEndOn, extensions.each);
    return {
      ...current,
      plannedEndOn: to,
      // Its clocks are others now.
      nextLookOn: today,
      extensions: [...current.extensions, { at, reason, from: current.plannedEndOn, to }],
    };
  };

/** Keeps employment and absence as they are at one of the programme's points: once, and never again (WW-17). */
export const recordSnapshot =
  (snapshot: Omit<Snapshot, 'recordedAt'>): Change =>
  (current, { programme, at, today }) => {
    const { point, on, hoursPerWeek, absent, absentSince, daysAbsent } = snapshot;
    if (!programme.definition.snapshots.includes(point))
      return refused('NOT_IN_PROGRAMME', 'point is none of the programme.');
    if (current.snapshots.some((each) => each.point === point))
      return refused('ALREADY_RECORDED', 'This point is kept already, and is never overwritten.');
    if (on > today) return refused('INVALID_INPUT', 'on is a day to come.');
    if (on < current.openedAt.slice(0, 10)) return refused('INVALID_INPUT', 'on is before the case was opened.');
    const earliest = earliestDay(current, point);
    if (earliest === undefined) return refused('TOO_EARLY', 'The person is not discharged yet.');
    if (on < earliest) return refused('TOO_EARLY', 'on is before this point.');
    if ((hoursPerWeek ?? 0) < 0 || (hoursPerWeek ?? 0) > 168)
      return refused('INVALID_INPUT', 'hoursPerWeek must be 0 to 168.');
    if (absentSince !== undefined && (absent !== true || absentSince > on))
      return refused('INVALID_INPUT', 'absentSince is for somebody who is absent, and not after on.');
    if ((daysAbsent ?? 0) < 0) return refused('INVALID_INPUT', 'daysAbsent must not be negative.');
    return { ...current, snapshots: [...current.snapshots, { ...snapshot, recordedAt: at }] };
  };

function earliestDay({ openedAt, discharge }: CaseDocument, point: SnapshotPoint): string | undefined {
  if (point === 'FIRST_APPOINTMENT') return openedAt.slice(0, 10);
  if (!discharge) return undefined;
  return point === 'DISCHARGE' ? openedAt.slice(0, 10) : addMonths(discharge.on, point === 'MONTHS_3' ? 3 : 6);
}

/** How the person can be reached without harm, what they need, and whether researchers may ask them. */
export const recordNeeds =
  (needs: Needs): Change =>
  (current, { seal }) => {
    const { safeContact, access } = needs;
    const fault =
      textFault('safeContact.address', safeContact?.address, 200) ??
      textFault('safeContact.times', safeContact?.times, 200) ??
      textFault('safeContact.note', safeContact?.note) ??
      access.map((each) => textFault('access', each, 200)).find((each) => each !== undefined);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    return { ...current, needs: seal(JSON.stringify(needs)) };
  };

/** Ends a case for one of the programme's reasons; being disengaged is one. */
export const dischargeCase =
  ({ destination, ...discharge }: Omit<Discharge, 'destination'> & { readonly destination?: string }): Change =>
  (current, { programme, at, today, seal }) => {
    if (current.status !== 'OPEN') return closed;
    const { on, reason } = discharge;
    const fault =
      codeFault('reason', reason, programme.definition.dischargeReasons) ?? textFault('destination', destination, 200);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    if (on > today || on < current.openedAt.slice(0, 10))
      return refused('INVALID_INPUT', 'on must be between the opening and today.');
    const last = current.managers.at(-1);
    return {
      ...current,
      status: 'DISCHARGED',
      // Until all that follows from it is done.
      nextLookOn: today,
      ground: 'END_DUE',
      slot: endedSlot(current.id),
      discharge: {
        ...discharge,
        ...(destination !== undefined && { destination: seal(JSON.stringify(destination)) }),
      },
      managers: current.managers.map((each) => (each === last ? { ...each, until: at } : each)),
    };
  };

const closed = refused('CASE_CLOSED', 'The case is closed.');
