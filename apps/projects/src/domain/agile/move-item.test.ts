import { describe, expect, test } from '@jest/globals';
import { newItem, reviseItem, type BacklogItem } from './backlog-item.js';
import { moveItem } from './move-item.js';
import { closeSprint, newSprint, startSprint, type Sprint } from './sprint.js';

const facts = {
  title: 'Sign on a phone',
  kind: 'story' as const,
  points: 5,
  milestoneId: null,
  taskId: null,
};
const item = newItem(facts, {
  itemId: 'i-1',
  projectId: 'p',
  number: 1,
  rank: '00000001',
  recordedOn: '2026-03-01',
});
const planned = newSprint(
  { goal: 'No paper', startsOn: '2026-03-02', endsOn: '2026-03-13' },
  { sprintId: 's-1', projectId: 'p', number: 1 },
);
const running = startSprint(planned, {
  on: '2026-03-02',
  committed: { points: 5, items: 1 },
  running: null,
});
const closed = closeSprint(running, { on: '2026-03-13', done: { points: 5, items: 1 }, last: '2026-03-12' });

function moved(from: BacklogItem, to: BacklogItem['state'], on: string, sprint: Sprint | null = running) {
  return moveItem(from, { to, on, sprint });
}

test('an item goes from the backlog over the commitment and work to done, and keeps its days', () => {
  const committed = moveItem(item, { to: 'committed', on: '2026-03-02', sprint: planned });
  const done = moved(moved(committed, 'in-progress', '2026-03-03'), 'done', '2026-03-05');
  expect(done).toMatchObject({ state: 'done', sprintId: 's-1', version: 4 });
  expect(done).toMatchObject({ startedOn: '2026-03-03', doneOn: '2026-03-05', movedOn: '2026-03-05' });
});

test('what was done is taken back while its sprint runs, and not afterwards', () => {
  const work = moved(moved(item, 'committed', '2026-03-02'), 'in-progress', '2026-03-03');
  const done = moved(work, 'done', '2026-03-05');
  expect(moved(done, 'in-progress', '2026-03-06')).toMatchObject({ state: 'in-progress', doneOn: null });
  expect(() => moved(done, 'in-progress', '2026-03-16', closed)).toThrow('Sprint 1 is closed');
});

test('a refused move says where the item may go', () => {
  expect(() => moved(item, 'done', '2026-03-03')).toThrow(
    '"Sign on a phone" is backlog; from there it goes to committed or dropped, not to done.',
  );
});

test('nobody works on an item before its sprint began', () => {
  const committed = moveItem(item, { to: 'committed', on: '2026-03-01', sprint: planned });
  expect(() => moveItem(committed, { to: 'in-progress', on: '2026-03-01', sprint: planned })).toThrow(
    'Sprint 1 is planned',
  );
});

test('an item is committed to a sprint, not to none', () => {
  expect(() => moved(item, 'committed', '2026-03-03', null)).toThrow('Say to which sprint');
});

test('moves go forward in time', () => {
  const committed = moved(item, 'committed', '2026-03-04');
  expect(() => moved(committed, 'in-progress', '2026-03-03')).toThrow('2026-03-03 is before 2026-03-04');
  expect(() => moved(item, 'committed', '2026-02-27')).toThrow('2026-02-27 is before 2026-03-02');
});

test('what was done keeps its points, but may get a better title', () => {
  const done = { ...item, state: 'done' as const };
  expect(() => reviseItem(done, { ...facts, points: 8 })).toThrow('its points cannot change any more');
  expect(reviseItem(done, { ...facts, title: 'Sign' })).toMatchObject({ title: 'Sign', version: 2 });
});

describe('a sprint', () => {
  test('begins only with something committed, and one at a time', () => {
    const empty = { on: '2026-03-02', committed: { points: 0, items: 0 }, running: null };
    expect(() => startSprint(planned, empty)).toThrow('Nothing is committed');
    const second = { on: '2026-03-02', committed: { points: 1, items: 1 }, running: { number: 7 } };
    expect(() => startSprint(planned, second)).toThrow('Sprint 7 runs');
  });

  test('keeps its commitment once it runs', () => {
    const again = { on: '2026-03-03', committed: { points: 9, items: 2 }, running: null };
    expect(() => startSprint(running, again)).toThrow('its commitment are fixed since it began');
  });

  test('is not closed before the last thing that happened in it', () => {
    const early = { on: '2026-03-10', done: { points: 0, items: 0 }, last: '2026-03-11' };
    expect(() => closeSprint(running, early)).toThrow('2026-03-10 is before 2026-03-11');
  });

  test('does not end before it starts', () => {
    const known = { sprintId: 's-2', projectId: 'p', number: 2 };
    const facts = { goal: 'Goal', startsOn: '2026-03-02', endsOn: '2026-03-01' };
    expect(() => newSprint(facts, known)).toThrow('before it starts');
  });
});
