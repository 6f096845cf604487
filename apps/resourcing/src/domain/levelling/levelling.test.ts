import { describe, expect, test } from '@jest/globals';
import { compileProblem, searchPlan, violationsOf } from '@meridian/levelling';
import type { LevelledSchedule, Objective } from '@meridian/levelling';
import { buildProblem } from './build-problem.js';
import type { InputBooking, InputTask, LevellingInput } from './levelling-input.js';
import { levellingResult, settledSchedule } from './levelling-result.js';

const ALWAYS = [{ from: '2020-01-01', until: null, ftePercent: 100 }];
const ana = { personId: 'ana', role: 'Engineer', periods: ALWAYS, leaves: [] };
const ole = { personId: 'ole', role: 'Engineer', periods: ALWAYS, leaves: [] };

/** 2026-11-23 is a Monday. */
const base: LevellingInput = {
  today: '2026-11-23',
  projects: [{ projectId: 'p1' }, { projectId: 'p2' }],
  tasks: [],
  bookings: [],
  people: [ana, ole],
  sharedMilestones: [],
};

function task(
  taskId: string,
  projectId: string,
  start: string,
  finish: string,
  more: Partial<InputTask> = {},
): InputTask {
  const parts = {
    parentTaskId: null,
    isSummary: false,
    isMilestone: false,
    percentComplete: 0,
    predecessors: [],
  };
  return { taskId, projectId, start, finish, ...parts, ...more };
}

function booked(
  of: InputTask,
  personId: string | null,
  days: number,
  more: Partial<InputBooking> = {},
): InputBooking {
  const { taskId, projectId, start, finish } = of;
  return {
    taskId,
    projectId,
    start,
    finish,
    personId,
    resourceName: personId ?? 'Engineer',
    workMinutes: days * 480,
    ...more,
  };
}

function levelled(input: LevellingInput, objective: Objective = 'finish') {
  const built = buildProblem(input);
  const compiled = compileProblem(built.problem);
  const { best } = searchPlan(compiled, {
    objective,
    seed: 1,
    forMs: 50,
    lowerBound: 0,
    stop: (n) => n > 3_000,
  });
  const found: LevelledSchedule = { start: [...best.start], finish: [...best.finish] };
  const schedule = settledSchedule(built, found, { objective, stop: () => false });
  expect(violationsOf(built.problem, schedule)).toEqual([]);
  return { built, ...levellingResult(built, input.projects, schedule) };
}

const first = task('t1', 'p1', '2026-11-23', '2026-11-27');
const second = task('t2', 'p2', '2026-11-23', '2026-11-25');
const clash = {
  ...base,
  tasks: [first, second],
  bookings: [booked(first, 'ana', 5), booked(second, 'ana', 3)],
};

describe('two projects that book the same person in the same days', () => {
  test('are levelled: one waits, and its move says for whom, in which week, and whose work goes first', () => {
    const result = levelled(clash);
    expect(result).toMatchObject({
      makespanBeforeDays: 5,
      makespanAfterDays: 8,
      finishBefore: '2026-11-27',
      finishAfter: '2026-12-02',
      overbookedDaysBefore: 3,
      overbookedDaysAfter: 0,
    });
    expect(result.moves).toHaveLength(1);
    const [move] = result.moves;
    const other = move?.taskId === 't1' ? 't2' : 't1';
    expect(move?.reason).toMatchObject({
      kind: 'resource',
      poolId: 'person ana',
      weekStart: '2026-11-23',
      taskId: other,
    });
    expect(move?.reason.projectId).toBe(other === 't1' ? 'p1' : 'p2');
  });

  test('with a weight on one of them, the other is late', () => {
    const due = { dueOn: '2026-11-27' };
    const weighed = (weight: number) =>
      levelled(
        {
          ...clash,
          projects: [
            { projectId: 'p1', ...due, weight },
            { projectId: 'p2', ...due, weight: 1 },
          ],
        },
        'lateness',
      );
    expect(weighed(10).moves.map(({ taskId }) => taskId)).toEqual(['t2']);
    expect(weighed(0.1).moves.map(({ taskId }) => taskId)).toEqual(['t1']);
  });

  test('work of a project that is not chosen stays, and the chosen one goes around it', () => {
    const { moves } = levelled({ ...clash, projects: [{ projectId: 'p1' }], tasks: [first] });
    expect(moves).toMatchObject([
      { taskId: 't1', startAfter: '2026-11-26', delayDays: 3, reason: { projectId: 'p2' } },
    ]);
  });
});

describe('what a levelling respects', () => {
  test('a task that waits moves with the one before it, and says so', () => {
    const after = task('t3', 'p2', '2026-11-26', '2026-11-27', {
      predecessors: [{ taskId: 't2', kind: 'FS', lagMinutes: 0 }],
    });
    const input = { ...clash, tasks: [{ ...first, percentComplete: 20 }, second, after] };
    expect(levelled(input).moves).toMatchObject([
      { taskId: 't2', startAfter: '2026-11-30' },
      { taskId: 't3', startAfter: '2026-12-03', reason: { kind: 'link', taskId: 't2' } },
    ]);
  });

  test('another project waits for a shared milestone', () => {
    const gate = task('m', 'p1', '2026-11-27', '2026-11-27', {
      isMilestone: true,
      predecessors: [{ taskId: 't1', kind: 'FS', lagMinutes: 0 }],
    });
    const waits = task('t4', 'p2', '2026-11-30', '2026-11-30');
    const input: LevellingInput = {
      ...clash,
      tasks: [first, gate, { ...second, percentComplete: 50 }, waits],
      sharedMilestones: [{ milestoneId: 'm', sharedWith: ['p2'] }],
    };
    const moved = levelled(input).moves.map(({ taskId }) => taskId);
    expect(moved).toEqual(['t1', 'm', 't4']);
  });

  test('somebody on leave is waited for; an absence within long work does not interrupt it', () => {
    const away = { ...ana, leaves: [{ from: '2026-11-24', to: '2026-11-24' }] };
    const short = { ...base, tasks: [second], bookings: [booked(second, 'ana', 3)], people: [away] };
    expect(levelled(short).moves).toMatchObject([
      { taskId: 't2', startAfter: '2026-11-25', reason: { kind: 'absence', weekStart: '2026-11-23' } },
    ]);
    const long = task('t5', 'p1', '2026-11-23', '2026-12-18');
    expect(
      levelled({ ...base, tasks: [long], bookings: [booked(long, 'ana', 20)], people: [away] }).moves,
    ).toEqual([]);
  });

  test('work for a role takes turns among the people who have it', () => {
    const three = ['a', 'b', 'c'].map((id) => task(id, 'p1', '2026-11-23', '2026-11-23'));
    const input = { ...base, tasks: three, bookings: three.map((one) => booked(one, null, 1)) };
    expect(levelled(input)).toMatchObject({
      makespanBeforeDays: 1,
      makespanAfterDays: 2,
      overbookedDaysBefore: 1,
    });
  });

  test('where links are not known, the order of the plan is kept', () => {
    const later = task('t6', 'p2', '2026-11-26', '2026-11-26', { predecessors: null });
    const input = {
      ...clash,
      tasks: [{ ...first, percentComplete: 1 }, { ...second, predecessors: null }, later],
    };
    const { moves, built } = levelled(input);
    expect(moves.map(({ taskId, startAfter }) => [taskId, startAfter])).toEqual([
      ['t2', '2026-11-30'],
      ['t6', '2026-12-03'],
    ]);
    expect(built.assumptions.join(' ')).toContain('the order of their plans is kept');
  });

  test('tasks of hours that share a day do not push each other apart', () => {
    const morning = task('m1', 'p1', '2026-11-23', '2026-11-23');
    const afternoon = task('m2', 'p1', '2026-11-23', '2026-11-23', {
      predecessors: [{ taskId: 'm1', kind: 'FS', lagMinutes: 0 }],
    });
    const bookings = [booked(morning, 'ana', 0.5), booked(afternoon, 'ana', 0.5)];
    expect(levelled({ ...base, tasks: [morning, afternoon], bookings }).moves).toEqual([]);
  });

  test('a link of a summary holds for the work in it', () => {
    const summary = task('s', 'p1', '2026-11-23', '2026-11-27', { isSummary: true });
    const inside = { ...first, parentTaskId: 's' };
    const next = task('t7', 'p1', '2026-11-30', '2026-11-30', {
      predecessors: [{ taskId: 's', kind: 'FS', lagMinutes: 0 }],
    });
    const input = { ...clash, tasks: [summary, inside, next, { ...second, percentComplete: 10 }] };
    expect(levelled(input).moves.map(({ taskId }) => taskId)).toEqual(['t1', 't7']);
  });
});
