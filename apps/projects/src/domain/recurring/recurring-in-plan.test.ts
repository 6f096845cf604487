import { compileCalendar, STANDARD_CALENDAR } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import type { StoredPlan, StoredTask } from '../plan/stored-plan.js';
import { occurrenceDays } from './occurrence-days.js';
import { newLine } from './recurring-lines.js';
import { withoutRecurring, withRecurring } from './recurring-in-plan.js';
import type { RecurringTask } from './recurring-task.js';

const standard = compileCalendar(STANDARD_CALENDAR);
const mondays: RecurringTask = {
  taskId: 'meeting',
  name: 'Status meeting',
  parentTaskId: null,
  pattern: { every: 'week', weekdays: ['monday'], from: '2026-03-02', occurrences: 3 },
  startsAt: '09:00',
  durationMinutes: 60,
  onFreeDay: 'move',
  calendarKey: null,
};
const dig: StoredTask = { ...line('dig', 1), name: 'Dig', wbs: '1', durationMinutes: 480 };

function line(taskId: string, uid: number): StoredTask {
  return {
    ...newLine(
      () => taskId,
      () => uid,
      { planVersion: 1 },
    ),
    isRecurring: false,
  };
}

function ids(): () => string {
  let count = 0;
  return () => `new-${++count}`;
}

function placed(
  wanted: RecurringTask,
  tasks: readonly StoredTask[] = [dig],
  days = occurrenceDays(wanted, standard),
) {
  return withRecurring(tasks, wanted, { days, planVersion: 2, newId: ids() });
}

function daysIn(tasks: readonly StoredTask[]) {
  return tasks.filter((task) => task.parentTaskId === 'meeting').map(({ constraintAt }) => constraintAt);
}

function computed(tasks: readonly StoredTask[]) {
  const settings = {
    projectStart: '2026-03-02T08:00:00',
    projectFinish: null,
    calendarKey: null,
    honour: 'constraint' as const,
    multipleCriticalPaths: false,
    criticalFloatMinutes: 0,
  };
  const plan: StoredPlan = { settings, calendars: {}, tasks, links: [] };
  return schedulePlan(planNetwork(plan), tasks);
}

describe('a task that repeats', () => {
  test('is a summary with a task for each occurrence, which starts no earlier than its day', () => {
    const { tasks, occurrences, kept } = placed(mondays);
    expect({ occurrences, kept }).toEqual({ occurrences: 3, kept: 0 });
    expect(tasks.map(({ wbs, name, constraintKind }) => [wbs, name, constraintKind])).toEqual([
      ['1', 'Dig', 'ASAP'],
      ['2', 'Status meeting', 'ASAP'],
      ['2.1', 'Status meeting 1', 'SNET'],
      ['2.2', 'Status meeting 2', 'SNET'],
      ['2.3', 'Status meeting 3', 'SNET'],
    ]);
    expect(daysIn(tasks)).toEqual(['2026-03-02T09:00:00', '2026-03-09T09:00:00', '2026-03-16T09:00:00']);
    expect(tasks.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(tasks.map(({ uid }) => uid)).size).toBe(5);
  });

  test('spans its occurrences, and each of them has the float that the rest of the plan leaves it', () => {
    const { tasks } = placed(mondays);
    const { dates, finish } = computed(tasks);
    expect(finish).toBe('2026-03-16T10:00:00');
    const [meeting, first, , last] = tasks.slice(1).map(({ taskId }) => dates.get(taskId));
    expect(meeting).toMatchObject({ start: '2026-03-02T09:00:00', finish: '2026-03-16T10:00:00' });
    // Ten working days of eight hours lie between the end of the first and the end of the project.
    expect(first).toMatchObject({ start: '2026-03-02T09:00:00', totalFloatMinutes: 10 * 480 });
    expect(last).toMatchObject({ totalFloatMinutes: 0, isCritical: true });
    expect(dates.get('dig')).toMatchObject({ totalFloatMinutes: 10 * 480 - 480 + 120 });
  });

  test('stands behind what is below the summary it is placed under, with a number of the outline that is free', () => {
    const phase: StoredTask = { ...line('phase', 5), name: 'Phase', wbs: '1', isSummary: true };
    const inside: StoredTask = { ...dig, parentTaskId: 'phase', wbs: '1.2' };
    const after: StoredTask = { ...line('after', 9), name: 'After', wbs: '2' };
    const { tasks } = placed({ ...mondays, parentTaskId: 'phase' }, [phase, inside, after]);
    expect(tasks.map(({ name }) => name)).toEqual([
      'Phase',
      'Dig',
      'Status meeting',
      'Status meeting 1',
      'Status meeting 2',
      'Status meeting 3',
      'After',
    ]);
    expect(tasks[2]).toMatchObject({ wbs: '1.3', parentTaskId: 'phase' });
    expect(() => placed({ ...mondays, parentTaskId: 'dig' })).toThrow('is no summary');
  });

  test('keeps what has begun when its pattern changes, and the tasks of days that stay', () => {
    const { tasks } = placed(mondays);
    const held = tasks.map((task) =>
      task.name === 'Status meeting 1'
        ? {
            ...task,
            percentComplete: 100,
            actualStart: '2026-03-02T09:00:00',
            actualFinish: '2026-03-02T10:00:00',
          }
        : task,
    );
    const pattern = { ...mondays.pattern, weekdays: ['monday', 'thursday'] as const, from: '2026-03-09' };
    const again = placed({ ...mondays, name: 'Stand-up', pattern }, held);
    expect({ occurrences: again.occurrences, kept: again.kept }).toEqual({ occurrences: 4, kept: 1 });
    expect(again.tasks.map(({ name }) => name)).toEqual([
      'Dig',
      'Stand-up',
      'Status meeting 1',
      'Stand-up 2',
      'Stand-up 3',
      'Stand-up 4',
    ]);
    const idOf = (name: string, of: readonly StoredTask[]) => of.find((task) => task.name === name)?.taskId;
    expect(idOf('Stand-up 2', again.tasks)).toBe(idOf('Status meeting 2', tasks));
    expect(daysIn(again.tasks).map((at) => at?.slice(0, 10))).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-12',
      '2026-03-16',
    ]);
  });

  test('leaves the plan wholly when nothing of it has begun, else what has stays as tasks like any others', () => {
    const { tasks } = placed(mondays);
    expect(withoutRecurring(tasks, 'meeting')).toEqual({ tasks: [dig], removed: 3, kept: 0 });
    const held = tasks.map((task) => (task.wbs === '2.1' ? { ...task, percentComplete: 50 } : task));
    const left = withoutRecurring(held, 'meeting');
    expect({ removed: left.removed, kept: left.kept }).toEqual({ removed: 2, kept: 1 });
    expect(left.tasks.map(({ name, isRecurring }) => [name, isRecurring])).toEqual([
      ['Dig', false],
      ['Status meeting', false],
      ['Status meeting 1', false],
    ]);
    expect(() => withoutRecurring(tasks, 'dig')).toThrow('"Dig" is no recurring task');
  });

  test('takes the place of no task that does not repeat', () => {
    expect(() => placed({ ...mondays, taskId: 'dig' })).toThrow('"Dig" is no recurring task');
  });
});

describe('the days on which a task repeats', () => {
  const daily = { every: 'day', from: '2026-03-05', occurrences: 5 } as const;

  test('move to the next day with work, where those that meet are one, or are left out', () => {
    expect(occurrenceDays({ pattern: daily, onFreeDay: 'move' }, standard)).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ]);
    expect(occurrenceDays({ pattern: daily, onFreeDay: 'skip' }, standard)).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
    ]);
    const sundays = { every: 'week', weekdays: ['sunday'], from: '2026-03-01', occurrences: 2 } as const;
    expect(occurrenceDays({ pattern: sundays, onFreeDay: 'move' }, standard)).toEqual([
      '2026-03-02',
      '2026-03-09',
    ]);
    expect(() => occurrenceDays({ pattern: sundays, onFreeDay: 'skip' }, standard)).toThrow(
      'No day of the pattern',
    );
  });

  test('follow the holidays of the calendar that the task has', () => {
    const site = compileCalendar({
      ...STANDARD_CALENDAR,
      exceptions: [{ name: 'Holiday', from: '2026-04-06', to: '2026-04-06', shifts: [] }],
    });
    const firstMondays = {
      every: 'month',
      position: 'first',
      item: 'monday',
      from: '2026-03-01',
      until: '2026-05-31',
    } as const;
    expect(occurrenceDays({ pattern: firstMondays, onFreeDay: 'move' }, site)).toEqual([
      '2026-03-02',
      '2026-04-07',
      '2026-05-04',
    ]);
  });

  test('are those of a rule that is whole: an end, and what its kind needs', () => {
    const days = (pattern: RecurringTask['pattern']) => () =>
      occurrenceDays({ pattern, onFreeDay: 'move' }, standard);
    const from = '2026-03-02';
    expect(days({ every: 'day', from })).toThrow('has no end');
    expect(days({ every: 'day', from, until: '2026-03-01' })).toThrow('before it begins');
    expect(days({ every: 'week', from, occurrences: 2 })).toThrow('at least one weekday');
    expect(days({ every: 'month', from, occurrences: 2 })).toThrow('one of the two');
    expect(
      days({ every: 'month', from, occurrences: 2, dayOfMonth: 1, position: 'last', item: 'day' }),
    ).toThrow('one of the two');
    expect(days({ every: 'year', from, occurrences: 2, dayOfMonth: 1 })).toThrow('names its month');
    expect(days({ every: 'day', from: '2026-02-30', occurrences: 2 })).toThrow('is no day');
    expect(days({ every: 'day', from, until: '2036-03-02' })).toThrow('more than 999');
  });
});
