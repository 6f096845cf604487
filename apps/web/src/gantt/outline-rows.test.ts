import { describe, expect, test } from '@jest/globals';
import type { ScheduledTask } from '@meridian/contracts-projects';
import { outlineRows } from './outline-rows.js';
import { rowAfterKey } from './row-keys.js';

const task = (taskId: string, parentTaskId?: string): ScheduledTask => ({
  taskId,
  parentTaskId,
  wbs: taskId,
  name: taskId,
  isSummary: false,
  isMilestone: false,
  isCritical: false,
  percentComplete: 0,
  version: 1,
  start: '2026-11-02T08:00:00',
  finish: '2026-11-06T17:00:00',
  lateStart: '2026-11-02T08:00:00',
  lateFinish: '2026-11-06T17:00:00',
  durationMinutes: 2400,
  totalFloatMinutes: 0,
  freeFloatMinutes: 0,
});

const plan = [task('a'), task('b', 'a'), task('c', 'b'), task('d', 'a'), task('e')];
const open = new Set<string>();

describe('the outline of a plan', () => {
  test('a folded summary hides all that is below it, however deep', () => {
    const names = outlineRows(plan, new Set(['a'])).map((row) => row.task.name);
    expect(names).toEqual(['a', 'e']);
  });

  test('depth follows the parents', () => {
    expect(outlineRows(plan, open).map((row) => row.depth)).toEqual([0, 1, 2, 1, 0]);
  });

  test('a task whose parent is not loaded stands at the top', () => {
    expect(outlineRows([task('x', 'elsewhere')], open)).toMatchObject([{ depth: 0, hasChildren: false }]);
  });
});

describe('keys in the outline', () => {
  const rows = outlineRows(plan, open);

  test('left closes an open summary and goes from a task to its parent', () => {
    expect(rowAfterKey('ArrowLeft', rows, 0, open)).toEqual({ toggle: 'a' });
    expect(rowAfterKey('ArrowLeft', rows, 2, open)).toEqual({ index: 1 });
  });

  test('right opens a folded summary and then goes into it', () => {
    expect(rowAfterKey('ArrowRight', outlineRows(plan, new Set(['a'])), 0, new Set(['a']))).toEqual({
      toggle: 'a',
    });
    expect(rowAfterKey('ArrowRight', rows, 0, open)).toEqual({ index: 1 });
  });

  test('arrows stop at the ends, other keys stay with the browser', () => {
    expect(rowAfterKey('ArrowUp', rows, 0, open)).toEqual({ index: 0 });
    expect(rowAfterKey('End', rows, 0, open)).toEqual({ index: 4 });
    expect(rowAfterKey('Tab', rows, 0, open)).toBeUndefined();
  });
});
