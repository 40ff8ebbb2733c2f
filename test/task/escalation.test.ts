import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createKeyring } from '../../src/identity/keyring.js';
import type { HubEvent } from '../../src/store/documents/event-slot.js';
import type { Store } from '../../src/store/port.js';
import { createTaskDesk, type TaskDesk } from '../../src/task/desk.js';
import { createEscalation, type Escalation } from '../../src/task/escalation.js';
import { engines, type Place } from '../store/engines.js';
import { dayMs, operator, review } from './new-task.js';

describe.each(engines)('the clock of the queue on $engine', ({ newPlace }) => {
  let place: Place;
  let store: Store;
  let desk: TaskDesk;
  let clock: Escalation;
  let time: number;
  const faults: unknown[] = [];
  const told: HubEvent[] = [];
  const emit = (event: HubEvent): Promise<void> => Promise.resolve(void told.push(event));
  const now = (): number => time;
  const newClock = (): Escalation =>
    createEscalation({ store, operator, emit, now, report: (error) => faults.push(error) });
  beforeEach(async () => {
    time = Date.UTC(2026, 10, 1);
    told.length = 0;
    place = newPlace();
    store = await place.open();
    desk = createTaskDesk({ store, keyring: createKeyring({ 1: randomBytes(32).toString('base64') }), emit, now });
    clock = newClock();
  });
  afterEach(async () => {
    await clock.stop();
    await store.close();
    await place.remove();
  });

  test('leaves a task where it is while its time has not run out', async () => {
    const raised = await desk.raise(review('a', { now: time }));
    time += 7 * dayMs - 1;
    await clock.escalateDue();
    expect(await desk.byId(raised.id)).toEqual(raised);
  });

  test('hands an overdue task to whoever is next, with a clock of its own, and says so in its history', async () => {
    const { id } = await desk.raise(review('a', { now: time }));
    time += 7 * dayMs;
    await clock.escalateDue();
    expect(await desk.byId(id)).toMatchObject({
      organisation: operator,
      audience: 'PRIVACY_OFFICER',
      state: 'ESCALATED',
      open: true,
      level: 1,
      dueAt: '2026-11-11T00:00:00.000Z',
      moves: [{ what: 'RAISED' }, { what: 'ESCALATED', at: '2026-11-08T00:00:00.000Z' }],
    });
  });

  test('at the end of the ladder a task stays where it is, marked, and is not looked at again', async () => {
    const { id } = await desk.raise(review('a', { now: time }));
    for (let day = 0; day < 30; day += 1) {
      time += dayMs;
      await clock.escalateDue();
    }
    const task = await desk.byId(id);
    expect(task).toMatchObject({ organisation: operator, state: 'ESCALATED', open: true, watched: false, level: 2 });
    expect(task?.moves).toHaveLength(3);
  });

  test('many clocks at once escalate each of many tasks once', async () => {
    await Promise.all(Array.from({ length: 250 }, (_, index) => desk.raise(review(`t${index}`, { now: time }))));
    time += 7 * dayMs;
    await Promise.all([clock, newClock(), newClock()].map((each) => each.escalateDue()));
    const page = { open: true, limit: 1000 };
    const moved = await desk.queue({ organisation: operator, audience: 'PRIVACY_OFFICER' }, page);
    expect(moved).toHaveLength(250);
    expect(new Set(moved.map(({ level, moves }) => `${level} ${moves.length}`))).toEqual(new Set(['1 2']));
    expect(faults).toEqual([]);
    // Every owner hears of it once: when it was raised, and when it came to them.
    expect(told.filter(({ organisation }) => organisation === operator)).toHaveLength(250);
  });

  test('a task that is completed in the moment of its escalation is one or the other, never both', async () => {
    const owner = { organisation: review('', { now: time }).owner.organisation, audience: 'PRIVACY_OFFICER' } as const;
    const ids = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => (await desk.raise(review(`t${index}`, { now: time }))).id),
    );
    time += 7 * dayMs;
    const [results] = await Promise.all([
      Promise.all(ids.map((id) => desk.complete(id, { ...owner, subject: 'officer' }, 'JUSTIFIED'))),
      clock.escalateDue(),
    ]);
    for (const [index, result] of results.entries()) {
      const { state } = (await desk.byId(ids[index] ?? '')) ?? {};
      expect(state).toBe(result.kind === 'done' ? 'COMPLETED' : 'ESCALATED');
    }
  });

  test('raising twice is raising once, also at the same moment', async () => {
    const raised = await Promise.all(Array.from({ length: 10 }, () => desk.raise(review('same', { now: time }))));
    expect(new Set(raised.map(({ id }) => id)).size).toBe(1);
    expect(await desk.queue(review('', { now: time }).owner, { open: true, limit: 10 })).toHaveLength(1);
  });

  test('what a person wrote is nowhere in the clear', async () => {
    const task = await desk.raise(review('a', { now: time }));
    expect(JSON.stringify(task)).not.toContain('collapsed');
    expect(desk.detailsOf(task, 'EMERGENCY_ACCESS_REVIEW').note).toContain('collapsed');
  });
});
