import { expect, test } from '@jest/globals';
import { BLANK_HEADER } from '../plan-file/blank-header.js';
import { BLANK_TASK } from '../plan-file/blank-task.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { fieldDifferences } from './field-differences.js';
import { planLosses } from './plan-losses.js';

const task = (uid: number, of: Partial<PlanTask> = {}): PlanTask => ({
  ...BLANK_TASK,
  uid,
  id: uid,
  name: `T${uid}`,
  outlineLevel: 1,
  parentUid: null,
  wbs: null,
  ...of,
});
const plan = (...tasks: readonly PlanTask[]): PlanFile => ({
  format: 'mspdi',
  header: { ...BLANK_HEADER, name: 'P' },
  calendars: [],
  tasks,
  links: [],
  resources: [],
  assignments: [],
});

test('fields are named by their path, list elements matched by what tells them apart, and nothing is null', () => {
  const field = (fieldId: string, value: string) => ({ fieldId, value });
  expect([...fieldDifferences({ a: null, b: { c: 1 } }, { b: { c: 2 } })]).toEqual(['b.c']);
  expect([
    ...fieldDifferences(
      { list: [field('1', 'x'), field('2', 'y')] },
      { list: [field('2', 'y'), field('1', 'x')] },
    ),
  ]).toEqual([]);
  expect(
    [...fieldDifferences({ list: [field('1', 'x')] }, { list: [field('1', 'z'), field('3', 'y')] })].sort(),
  ).toEqual(['list.fieldId', 'list.value']);
  expect([...fieldDifferences({ link: { text: 'a', place: null } }, { link: null })]).toEqual(['link.text']);
  expect([...fieldDifferences({ cost: 1n, days: [1, 2] }, { cost: 1n, days: [1, 3] })]).toEqual(['days']);
});

test('a task that is missing, one that is new, and another order are losses; the same plan has none', () => {
  const whole = plan(task(1), task(2), task(3));
  expect(planLosses(whole, structuredClone(whole))).toEqual([]);
  expect(planLosses(whole, plan(task(1), task(3)))).toEqual([
    { kind: 'task', field: '*', count: 1, example: '"T2"' },
    { kind: 'task', field: 'order', count: 1, example: 'P' },
  ]);
  expect(planLosses(plan(task(1)), plan(task(1), task(9)))[0]).toMatchObject({ field: '*', example: '"T9"' });
  expect(planLosses(whole, plan(task(2), task(1), task(3)))).toMatchObject([{ field: 'order' }]);
});

test('a field of many tasks is one loss with its count and its first task', () => {
  const after = plan(task(1), task(2, { priority: 900 }), task(3, { priority: 100 }));
  expect(planLosses(plan(task(1), task(2), task(3)), after)).toEqual([
    { kind: 'task', field: 'priority', count: 2, example: '"T2"' },
  ]);
});
