import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BacklogItem } from './backlog-item.js';
import { burnDown } from './burn-down.js';
import { commitmentOf, entryOf, type SprintEntry } from './sprint-entry.js';

const sprint = { startedOn: '2026-03-02', endsOn: '2026-03-06', closedOn: null, committedPoints: 10 };
const isWorkingDay = (date: string) => date !== '2026-03-07' && date !== '2026-03-08';
const zero = { scopePoints: 0, scopeItems: 0, donePoints: 0, doneItems: 0 };

const commitment = commitmentOf(
  [
    { itemId: 'a', points: 5 },
    { itemId: 'b', points: 3 },
    { itemId: 'c', points: 2 },
  ],
  '2026-03-02',
);

test('a line for each working day: what is left, what was done, and changes of the scope apart', () => {
  const entries: SprintEntry[] = [
    ...commitment,
    { ...zero, itemId: 'a', on: '2026-03-03', kind: 'done', donePoints: 5, doneItems: 1 },
    { ...zero, itemId: 'd', on: '2026-03-04', kind: 'added', scopePoints: 4, scopeItems: 1 },
    { ...zero, itemId: 'c', on: '2026-03-04', kind: 'removed', scopePoints: -2, scopeItems: -1 },
  ];
  const days = burnDown({ sprint, entries, today: '2026-03-04', isWorkingDay });
  expect(days.map(({ on, idealPoints }) => [on, idealPoints])).toEqual([
    ['2026-03-02', 8],
    ['2026-03-03', 6],
    ['2026-03-04', 4],
    ['2026-03-05', 2],
    ['2026-03-06', 0],
  ]);
  const lines = days.map(
    ({ burnt }) => burnt && [burnt.scopePoints, burnt.donePoints, burnt.remainingPoints],
  );
  expect(lines).toEqual([[10, 0, 10], [10, 5, 5], [12, 5, 7], null, null]);
  expect(days[2]?.burnt).toMatchObject({ addedPoints: 4, removedPoints: 2, scopeItems: 3, doneItems: 1 });
  expect(days[0]?.burnt).toMatchObject({ addedPoints: 0, removedPoints: 0, scopeItems: 3 });
});

test('a free day is shown when something happened on it, and a sprint that takes longer goes on', () => {
  const done = { ...zero, itemId: 'a', on: '2026-03-07', kind: 'done' as const, donePoints: 5, doneItems: 1 };
  const days = burnDown({ sprint, entries: [...commitment, done], today: '2026-03-09', isWorkingDay });
  expect(
    days.slice(-2).map(({ on, idealPoints, burnt }) => [on, idealPoints, burnt?.remainingPoints]),
  ).toEqual([
    ['2026-03-07', 0, 5],
    ['2026-03-09', 0, 5],
  ]);
});

/** What may happen to an item of a sprint that runs: only what is allowed. */
function happen(before: BacklogItem, wish: { readonly inSprint: boolean; readonly points: number | null }) {
  if (before.sprintId === null)
    return {
      ...before,
      points: wish.points,
      ...(wish.inSprint ? { sprintId: 's', state: 'committed' as const } : {}),
    };
  if (before.state === 'done')
    return { ...before, state: wish.inSprint ? ('in-progress' as const) : before.state };
  if (!wish.inSprint) return { ...before, sprintId: null, state: 'backlog' as const };
  return before.state === 'committed'
    ? { ...before, state: 'in-progress' as const }
    : wish.points === before.points
      ? { ...before, state: 'done' as const }
      : { ...before, points: wish.points };
}

test('whatever happens to items, no more is done than there is scope, and the last day says what is there', () => {
  const step = fc.record({
    item: fc.nat({ max: 3 }),
    inSprint: fc.boolean(),
    points: fc.constantFrom(null, 3, 8),
    day: fc.integer({ min: 2, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const items = new Map<number, BacklogItem>();
      const entries: SprintEntry[] = [];
      for (const { item, day, ...wish } of steps.toSorted((a, b) => a.day - b.day)) {
        const fresh = { itemId: `${item}`, state: 'backlog', sprintId: null, points: null } as BacklogItem;
        const before = items.get(item) ?? fresh;
        const after = happen(before, wish);
        items.set(item, after);
        const entry = entryOf(before, after, { sprintId: 's', on: `2026-03-0${day}` });
        if (entry) entries.push(entry);
      }
      const days = burnDown({ sprint, entries, today: '2026-03-06', isWorkingDay });
      for (const { burnt } of days) {
        expect(burnt!.donePoints).toBeLessThanOrEqual(burnt!.scopePoints);
        expect(burnt!.donePoints).toBeGreaterThanOrEqual(0);
      }
      const inside = [...items.values()].filter(({ sprintId }) => sprintId === 's');
      const points = (of: readonly BacklogItem[]) => of.reduce((sum, one) => sum + (one.points ?? 0), 0);
      expect(days.at(-1)?.burnt).toMatchObject({
        scopePoints: points(inside),
        donePoints: points(inside.filter(({ state }) => state === 'done')),
        scopeItems: inside.length,
      });
    }),
  );
});
