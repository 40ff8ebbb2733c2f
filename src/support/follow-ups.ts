import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { Programmes } from '../programme/programme.js';
import type { TaskPerson } from '../store/documents/task.js';
import { VersionConflict, type Store, type Stored } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';
import type { CaseDocument } from './case-document.js';
import { clocksOf, nextLookOn, type DueClock, type Watched } from './case-due.js';
import type { CaseRelations } from './case-relation.js';
import { closeClock, isSameClock, raiseClock, type ClockedCase } from './clock-tasks.js';
import { employerWatched, lastContactOf, personWatched } from './watched.js';

/**
 * What a change of a case brings about outside it: tasks of its clocks, and who works with the person. What is still to do stands
 * in the case, written with the change (`raised`, `ground`, `nextLookOn`), so that a crash leaves it to the watch over the clocks.
 * Each thing is done once, however often it is asked for.
 */
export interface FollowUps {
  readonly person: CaseFollowUps<CaseDocument>;
  readonly employer: CaseFollowUps<EmployerCaseDocument>;
}

export interface CaseFollowUps<Document> {
  /** The clocks of which somebody may have a task: to be written with the change that makes them run no longer. */
  raisedOf(document: Document): Promise<readonly DueClock[]>;
  /**
   * Does what is due by now, and writes down that it is done.
   * @param by who brought it about; absent: nobody, time went by
   */
  settle(document: Document, by?: TaskPerson): Promise<Document>;
}

/** A case of either kind, as far as its follow-ups read it. */
interface Followed extends Stored {
  readonly programme: string;
  readonly programmeVersion: string;
  /** ISO day on which somebody must look at its clocks again. */
  readonly nextLookOn: string;
  readonly raised?: readonly DueClock[];
}

interface Kind<Document extends Followed> {
  byId(id: string): Promise<Document | undefined>;
  look(document: Document): Promise<{ readonly clocked: ClockedCase; readonly watched: Watched }>;
  /** Begins or ends what holds because of the case, and what follows from that. */
  relate(document: Document): Promise<void>;
  replace(
    document: Document,
    done: Pick<Followed, 'nextLookOn'> & Required<Pick<Followed, 'raised'>>,
  ): Promise<Document>;
}

export interface FollowUpParts {
  readonly store: Store;
  readonly programmes: Programmes;
  readonly tasks: Pick<TaskDesk, 'raise' | 'close'>;
  readonly relations: CaseRelations;
  /** A case of a programme ended: whoever waits for its place is told. Once, however often it is called. */
  readonly placeFreed: (programme: string) => Promise<void>;
  readonly now: () => number;
}

export function createFollowUps({ store, programmes, tasks, relations, placeFreed, now }: FollowUpParts): FollowUps {
  const cases = store.collection('cases');
  const sessions = store.collection('sessions');
  const employerCases = store.collection('employerCases');
  const raise = raiseClock(tasks, now);
  const close = closeClock(tasks);
  const todayIs = (): string => new Date(now()).toISOString().slice(0, 10);

  function followUpsOf<Document extends Followed>(kind: Kind<Document>): CaseFollowUps<Document> {
    const clocksNow = async (document: Document) => {
      const programme = programmes.version(document.programme, document.programmeVersion);
      if (!programme) throw new Error('A version of a programme that cases are on is not loaded');
      const today = todayIs();
      const { clocked, watched } = await kind.look(document);
      const clocks = clocksOf(watched, programme);
      const due = clocks.filter(({ on }) => on <= today);
      return { clocked, due, next: nextLookOn(clocks, today) };
    };
    return {
      async raisedOf(document) {
        const { due } = await clocksNow(document);
        return withEach(document.raised ?? [], due);
      },
      async settle(document, by) {
        const raisedHere: DueClock[] = [];
        for (let current = document; ;) {
          const { clocked, due, next } = await clocksNow(current);
          const known = withEach(current.raised ?? [], raisedHere);
          // The task first: a crash in between raises it again, which is raising it once.
          for (const each of due.filter((clock) => !known.some(isSameClock(clock)))) {
            await raise(clocked, each);
            raisedHere.push(each);
          }
          for (const each of known.filter((clock) => !due.some(isSameClock(clock)))) await close(clocked, each, by);
          await kind.relate(current);
          try {
            return await kind.replace(current, { raised: due, nextLookOn: next });
          } catch (error) {
            if (!(error instanceof VersionConflict)) throw error;
            // Changed meanwhile, by somebody or by another hub's look: what holds now is done, whatever was done before it.
            current = (await kind.byId(current.id)) ?? current;
          }
        }
      },
    };
  }

  return {
    person: followUpsOf({
      byId: (id) => cases.get(id),
      look: async (document) => personWatched(document, await lastContactOf(sessions, document)),
      async relate(document) {
        await relations.settle(document);
        if (document.ground === 'END_DUE') await placeFreed(document.programme);
      },
      replace: ({ version, ground: _done, ...document }, done) => cases.replace({ ...document, ...done }, version),
    }),
    employer: followUpsOf({
      byId: (id) => employerCases.get(id),
      look: (document) => Promise.resolve(employerWatched(document)),
      relate: () => Promise.resolve(),
      replace: ({ version, ...document }, done) => employerCases.replace({ ...document, ...done }, version),
    }),
  };
}

const withEach = (known: readonly DueClock[], more: readonly DueClock[]): readonly DueClock[] => [
  ...known,
  ...more.filter((clock) => !known.some(isSameClock(clock))),
];
