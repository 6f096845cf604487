import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StoredLink, StoredTask, TaskDates } from '../plan/stored-plan.js';
import { movedAmong } from './moved-among.js';
import { planPreview } from './plan-preview.js';
import type { PlanVersion } from './plan-preview.js';

const task = (taskId: string, of: Partial<StoredTask> = {}): StoredTask => ({
  taskId,
  version: 1,
  uid: 1,
  guid: null,
  position: 0,
  parentTaskId: null,
  wbs: taskId,
  name: taskId,
  isSummary: false,
  isMilestone: false,
  isActive: true,
  isManual: false,
  isRecurring: false,
  durationMinutes: 480,
  idleMinutes: 0,
  pauses: [],
  isElapsed: false,
  calendarKey: null,
  constraintKind: 'ASAP',
  constraintAt: null,
  deadline: null,
  fileStart: null,
  fileFinish: null,
  baselineStart: null,
  baselineFinish: null,
  budgetMinor: null,
  workMinutes: 0,
  percentComplete: 0,
  actualStart: null,
  actualFinish: null,
  remainingMinutes: null,
  levelledTo: null,
  changedInPlan: 1,
  ...of,
});
const link = (fromTaskId: string, toTaskId: string, lagMinutes = 0): StoredLink => ({
  fromTaskId,
  toTaskId,
  kind: 'FS',
  lagKind: 'working',
  lagMinutes,
  lagPercent: null,
});
const dates = (start: string, finish: string): TaskDates => ({
  start,
  finish,
  lateStart: start,
  lateFinish: finish,
  totalFloatMinutes: 0,
  freeFloatMinutes: 0,
  isCritical: false,
  why: null,
});
const version = (tasks: readonly StoredTask[], of: Partial<PlanVersion> = {}): PlanVersion => ({
  tasks,
  links: [],
  dates: new Map(),
  finish: null,
  ...of,
});
const names = (tasks: readonly { readonly name: string }[]) => tasks.map(({ name }) => name);

describe('what another version would do to a plan', () => {
  test('nothing, when it is the same', () => {
    const same = version([task('a'), task('b')], { links: [link('a', 'b')], finish: '2026-03-02T17:00:00' });
    const preview = planPreview(same, structuredClone(same));
    expect(preview.isSame).toBe(true);
    expect(preview.finish).toEqual({ from: '2026-03-02T17:00:00', to: '2026-03-02T17:00:00' });
  });

  test('tasks come and go, and what was done on those that go is told', () => {
    const preview = planPreview(
      version([task('a'), task('b', { percentComplete: 60 })]),
      version([task('a'), task('c')]),
    );
    expect(names(preview.added)).toEqual(['c']);
    expect(preview.removed).toMatchObject([{ name: 'b', percentComplete: 60 }]);
    expect([preview.moved, preview.renamed, preview.isSame]).toEqual([[], [], false]);
  });

  test('a task with another name is renamed, not added', () => {
    const preview = planPreview(version([task('a')]), version([task('a', { name: 'Dig deeper' })]));
    expect(preview.renamed).toMatchObject([{ taskId: 'a', before: 'a', name: 'Dig deeper' }]);
    expect([preview.added, preview.removed]).toEqual([[], []]);
  });

  test('a task under another summary has moved, from where to where', () => {
    const [s, t] = [task('s', { isSummary: true }), task('t', { isSummary: true })];
    const preview = planPreview(
      version([s, task('a', { parentTaskId: 's' }), t]),
      version([s, t, task('a', { parentTaskId: 't' })]),
    );
    expect(preview.moved).toMatchObject([{ name: 'a', summary: { from: 's', to: 't' } }]);
  });

  test('of ten tasks one that goes to the end has moved, not the nine that make room', () => {
    const tasks = Array.from({ length: 10 }, (_, at) => task(`t${at}`));
    const preview = planPreview(version(tasks), version([...tasks.slice(1), tasks[0]!]));
    expect(names(preview.moved)).toEqual(['t0']);
  });

  test('duration, constraint and budget change, each with what it was', () => {
    const preview = planPreview(
      version([task('a', { budgetMinor: 100n })]),
      version([
        task('a', {
          durationMinutes: 960,
          budgetMinor: 250n,
          constraintKind: 'SNET',
          constraintAt: '2026-03-02T08:00:00',
        }),
      ]),
    );
    expect(preview.changed).toMatchObject([
      {
        name: 'a',
        changes: [
          { field: 'durationMinutes', from: '480', to: '960' },
          { field: 'constraintKind', from: 'ASAP', to: 'SNET' },
          { field: 'constraintAt', from: null, to: '2026-03-02T08:00:00' },
          { field: 'budgetMinor', from: '100', to: '250' },
        ],
      },
    ]);
  });

  test('dates shift by calendar days, to the minute', () => {
    const before = new Map([['a', dates('2026-02-27T08:00:00', '2026-02-27T17:00:00')]]);
    const after = new Map([['a', dates('2026-03-02T08:00:00', '2026-03-02T17:00:00')]]);
    const preview = planPreview(
      version([task('a')], { dates: before }),
      version([task('a')], { dates: after }),
    );
    expect(preview.shifted).toMatchObject([
      { name: 'a', finishDays: 3, start: { to: '2026-03-02T08:00:00' } },
    ]);
  });

  test('links come, go, and change their lag, by the names of their ends', () => {
    const tasks = [task('a'), task('b'), task('c')];
    const preview = planPreview(
      version(tasks, { links: [link('a', 'b'), link('b', 'c', 60)] }),
      version(tasks, { links: [link('a', 'c'), link('b', 'c', 480)] }),
    );
    expect(preview.linksAdded).toMatchObject([{ from: 'a', to: 'c', kind: 'FS', lag: '' }]);
    expect(preview.linksRemoved).toMatchObject([{ from: 'a', to: 'b' }]);
    expect(preview.linksChanged).toMatchObject([
      { from: 'b', to: 'c', lag: { from: '60 minutes', to: '480 minutes' } },
    ]);
  });

  test('the first plan of a project is added as a whole', () => {
    const preview = planPreview(
      version([]),
      version([task('a'), task('b')], { finish: '2026-03-02T17:00:00' }),
    );
    expect(names(preview.added)).toEqual(['a', 'b']);
    expect(preview.finish).toEqual({ from: null, to: '2026-03-02T17:00:00' });
  });

  test('the other way round, what was added is removed', () => {
    const plans = fc
      .uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), minutes: fc.constantFrom(60, 120) }), {
        selector: ({ id }) => id,
      })
      .map((tasks) => version(tasks.map(({ id, minutes }) => task(id, { durationMinutes: minutes }))));
    fc.assert(
      fc.property(plans, plans, (one, other) => {
        const [there, back] = [planPreview(one, other), planPreview(other, one)];
        expect(names(there.added).sort()).toEqual(names(back.removed).sort());
        expect(names(there.changed).sort()).toEqual(names(back.changed).sort());
        expect(there.moved).toHaveLength(back.moved.length);
        expect(there.isSame).toBe(back.isSame);
      }),
    );
  });
});

test('who stands still is in the same order before and after, and nobody moves without need', () => {
  const lists = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 });
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const listed = (ids: readonly number[]) => ids.map((id) => ({ id: String(id), group: null }));
      const moved = movedAmong(listed(before), listed(after));
      const still = (ids: readonly number[], others: readonly number[]) =>
        ids.filter((id) => others.includes(id) && !moved.has(String(id)));
      expect(still(before, after)).toEqual(still(after, before));
      const common = after.filter((id) => before.includes(id));
      expect(common.length - moved.size).toBe(longestCommon(common.map((id) => before.indexOf(id))));
    }),
  );
});

/** Length of the longest rising run, by trying all. */
function longestCommon(places: readonly number[], last = -1): number {
  return places.reduce(
    (best, place, at) =>
      place > last ? Math.max(best, 1 + longestCommon(places.slice(at + 1), place)) : best,
    0,
  );
}
