import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { groupCommit, type GroupCommit } from '../../src/audit/group-commit.js';

interface Committing {
  readonly ready: readonly string[];
  readonly succeed: () => void;
  readonly fail: (error: Error) => void;
}

interface Watched {
  readonly group: GroupCommit<string>;
  /** Each call of `prepare`, as `item<behind`. */
  readonly prepared: string[];
  readonly commits: Committing[];
  begin: () => Promise<void>;
}

/** What is ready says behind what: `b<a`. */
function watched(limit = 10): Watched {
  const watching: Watched = {
    group: groupCommit<string, { readonly item: string; readonly said: string }>(
      {
        begin: () => watching.begin(),
        prepare: ([item = ''], behind) => {
          if (item === 'invalid') throw new Error('cannot be made ready');
          const said = `${item}<${behind?.item ?? ''}`;
          watching.prepared.push(said);
          return { item, said };
        },
        commit: (ready) =>
          new Promise<void>((succeed, fail) => {
            watching.commits.push({ ready: ready.map(({ said }) => said), succeed, fail });
          }),
      },
      limit,
    ),
    prepared: [],
    commits: [],
    begin: () => Promise.resolve(),
  };
  return watching;
}

const outcome = ({ group }: Watched, item: string): Promise<string> =>
  group.add([item]).then(
    () => 'stored',
    () => 'refused',
  );

/** Two turns of the event loop: what was waiting is ready. */
const turns = async (): Promise<void> => {
  await turn();
  await turn();
};

test('while one commit runs the next is made ready behind it, and is handed over when that one has succeeded', async () => {
  const hub = watched();
  const { prepared, commits } = hub;
  const adds = [outcome(hub, 'a')];
  await turns();
  adds.push(outcome(hub, 'b'), outcome(hub, 'c'));
  await turns();
  expect(prepared).toEqual(['a<', 'b<a', 'c<b']);
  expect(commits.map(({ ready }) => ready)).toEqual([['a<']]);
  commits[0]!.succeed();
  await turns();
  commits[1]!.succeed();
  expect(await Promise.all(adds)).toEqual(['stored', 'stored', 'stored']);
  expect(commits.map(({ ready }) => ready)).toEqual([['a<'], ['b<a', 'c<b']]);
  expect(prepared).toHaveLength(3);
});

test('what was made ready behind a commit that failed is made ready again, and nothing of before is handed over', async () => {
  const hub = watched(1);
  const { prepared, commits } = hub;
  const adds = ['a', 'b', 'c'].map((item) => outcome(hub, item));
  await turns();
  expect(prepared).toEqual(['a<', 'b<a', 'c<b']);
  commits[0]!.fail(new Error('disk full'));
  await turns();
  commits[1]!.succeed();
  await turns();
  commits[2]!.succeed();
  expect(await Promise.all(adds)).toEqual(['refused', 'stored', 'stored']);
  expect(commits.map(({ ready }) => ready)).toEqual([['a<'], ['b<'], ['c<b']]);
});

test('what cannot be made ready fails alone, whether it is to be committed at once or waits', async () => {
  const hub = watched();
  const { commits } = hub;
  const adds = ['a', 'invalid', 'b'].map((item) => outcome(hub, item));
  await turns();
  adds.push(...['c', 'invalid', 'd'].map((item) => outcome(hub, item)));
  await turns();
  expect(hub.prepared).toEqual(['a<', 'b<a', 'c<b', 'd<c']);
  commits[0]!.succeed();
  await turns();
  commits[1]!.succeed();
  expect(await Promise.all(adds)).toEqual(['stored', 'refused', 'stored', 'stored', 'refused', 'stored']);
  expect(commits.map(({ ready }) => ready)).toEqual([
    ['a<', 'b<a'],
    ['c<b', 'd<c'],
  ]);
  // Nothing is left to commit where only such a one waits.
  expect(await outcome(hub, 'invalid')).toBe('refused');
  await hub.group.idle();
  expect(commits).toHaveLength(2);
});

test('nothing is made ready while it is not known behind what', async () => {
  const watching = watched();
  let mended: () => void = () => undefined;
  watching.begin = () => new Promise((resolve) => (mended = resolve));
  const adds = [outcome(watching, 'a')];
  await turns();
  adds.push(outcome(watching, 'b'));
  await turns();
  expect(watching.prepared).toEqual([]);
  mended();
  watching.begin = () => Promise.reject(new Error('cannot write'));
  await turns();
  expect(watching.prepared).toEqual(['a<', 'b<a']);
  watching.commits[0]!.succeed();
  expect(await Promise.all(adds)).toEqual(['stored', 'refused']);
});

test('a long queue is made ready a part at each turn of the event loop', async () => {
  const hub = watched(1);
  const { prepared, commits } = hub;
  const adds = Array.from({ length: 200 }, (_, index) => outcome(hub, String(index)));
  await turn();
  expect(prepared.length).toBeLessThan(100);
  for (let count = 0; count < 5; count += 1) await turns();
  expect(prepared).toHaveLength(200);
  for (let index = 0; index < 200; index += 1) {
    commits[index]!.succeed();
    await turns();
  }
  await Promise.all(adds);
  expect(commits.map(({ ready }) => ready.length)).toEqual(Array.from({ length: 200 }, () => 1));
});
