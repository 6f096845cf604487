import { describe, expect, test } from '@jest/globals';
import { acceptedWork } from './accepted-work.js';
import { groupShares, groupSums } from './group-figures.js';
import type { PerformanceFacts, TaskFact, WeekFact } from './performance-facts.js';
import { lastPeriodOver, periodNamed } from './period.js';
import { personFigures } from './person-figures.js';
import { lifeOf } from './task-life.js';

const HOURS = 60;
const period = periodNamed('2026-Q3');

const task = (name: string, facts: Partial<TaskFact> = {}): TaskFact => ({
  taskId: name,
  projectId: 'bridge',
  name,
  agreedStart: '2026-07-06',
  agreedFinish: '2026-07-10',
  isBaseline: true,
  startedOn: '2026-07-06',
  finishedOn: '2026-07-10',
  acceptedOn: '2026-07-20',
  estimateMinutes: 100,
  spentMinutes: 100,
  reopenings: [],
  waitsFor: [],
  ...facts,
});

const figuresOf = (facts: Partial<PerformanceFacts>) => {
  const none = { tasks: [], weeks: [], entries: [], workingDays: [] };
  const figures = personFigures({ period, today: '2026-11-23', ...none, ...facts });
  return new Map(figures.map((figure) => [figure.kind, figure]));
};

describe('a period is the weeks that begin in a quarter', () => {
  test('whole weeks, none of them in two quarters', () => {
    expect(period).toMatchObject({ from: '2026-07-06', to: '2026-10-04' });
    expect(period.mondays).toHaveLength(13);
    expect(periodNamed('2026-Q4').from).toBe('2026-10-05');
  });

  test('the last one that is over is the one before the week of today', () => {
    expect(lastPeriodOver('2026-10-04').name).toBe('2026-Q2');
    expect(lastPeriodOver('2026-10-05').name).toBe('2026-Q3');
    expect(lastPeriodOver('2027-01-03').name).toBe('2026-Q3');
  });
});

describe('on time', () => {
  const tasks = [
    task('in time 1'),
    task('in time 2'),
    task('in time 3'),
    task('late', { finishedOn: '2026-07-13' }),
    task('late, never accepted', { finishedOn: '2026-08-13', acceptedOn: null }),
    task('before the period', { finishedOn: '2026-07-05' }),
  ];

  test('counts only accepted work of the period, and says nothing of four tasks', () => {
    const figure = figuresOf({ tasks }).get('on-time');
    expect(figure).toMatchObject({ counted: 3, of: 4, known: 4, needed: 5, isEnough: false });
    expect(figure).not.toHaveProperty('percent');
    expect(figure?.rows.map(({ name, of }) => [name, of])).toEqual([
      ['in time 1', 1],
      ['in time 2', 1],
      ['in time 3', 1],
      ['late', 1],
      ['late, never accepted', 0],
    ]);
  });

  test('with a fifth one it does', () => {
    const figure = figuresOf({ tasks: [...tasks, task('in time 4')] }).get('on-time');
    expect(figure).toMatchObject({ counted: 4, of: 5, percent: 80, ofWhat: 'accepted-tasks' });
  });
});

test('estimates are near within a quarter of them, and the middle half says how wide they are', () => {
  const spent = [50, 80, 100, 125, 126];
  const tasks = spent.map((spentMinutes) => task(String(spentMinutes), { spentMinutes }));
  const figure = figuresOf({ tasks: [...tasks, task('no time', { spentMinutes: 0 })] }).get(
    'estimate-accuracy',
  );
  expect(figure).toMatchObject({ counted: 3, of: 5, percent: 60, lowPercent: 80, highPercent: 125 });
});

test('rework is time for what was done once, from the day after it was opened again', () => {
  const again = task('again', { reopenings: [{ from: '2026-07-14', until: '2026-07-16' }] });
  const entry = (taskId: string | null, day: string, hours: number) => {
    return { projectId: 'bridge', taskId, day, minutes: hours * HOURS };
  };
  const entries = [
    entry('again', '2026-07-14', 8),
    entry('again', '2026-07-15', 8),
    entry('again', '2026-07-16', 2),
    entry('again', '2026-07-17', 8),
    entry(null, '2026-07-20', 14),
  ];
  const figure = figuresOf({ tasks: [again], entries }).get('rework');
  expect(figure).toMatchObject({ counted: 10 * HOURS, of: 40 * HOURS, percent: 25 });
  expect(figuresOf({ tasks: [again], entries: entries.slice(1) }).get('rework')?.isEnough).toBe(false);
});

/** Replicon knowledge base, article 3413: weeks of 40 hours, here in a row. */
test('utilisation is measured against the time net of leave, over weeks with approved time', () => {
  const week = (at: number, worked: number, leave: number): WeekFact => ({
    weekStart: period.mondays[at] ?? '',
    gross: 40 * HOURS,
    leave: leave * HOURS,
    approved: worked * HOURS,
    forProjects: worked * HOURS,
  });
  const weeks = [week(0, 32, 8), week(1, 16, 0), week(2, 16, 8), week(3, 50, 0), week(4, 0, 0)];
  const figures = figuresOf({ weeks });
  const utilisation = figures.get('utilisation');
  expect(utilisation).toMatchObject({ ofWhat: 'minutes-net-of-leave', known: 4, percent: 79.2 });
  expect(utilisation?.rows.map(({ counted, of }) => (counted * 100) / of)).toEqual([100, 40, 50, 125]);
  expect(figures.get('overtime')).toMatchObject({ counted: 10 * HOURS, of: 114 * HOURS, percent: 8.8 });
});

describe('waiting for others', () => {
  const days = Array.from({ length: 20 }, (_, at) => `2026-07-${String(at + 6).padStart(2, '0')}`);
  const late = { name: 'Foundation', agreedFinish: '2026-07-03', finishedOn: '2026-07-08' };

  test('is counted from the agreed start until the other task is done, a day once', () => {
    const startedOn = '2026-07-09';
    const tasks = [
      task('piers', { startedOn, waitsFor: [late] }),
      task('deck', { startedOn, waitsFor: [late] }),
    ];
    const figure = figuresOf({ tasks, workingDays: days }).get('waiting-for-others');
    expect(figure).toMatchObject({ counted: 3, of: 20, percent: 15 });
    expect(figure?.rows.map(({ name, counted }) => [name, counted])).toEqual([
      ['piers', 3],
      ['deck', 3],
    ]);
  });

  test('is not counted where the other task came as agreed, or work began without it', () => {
    const inTime = { ...late, agreedFinish: '2026-07-08' };
    const tasks = [
      task('piers', { startedOn: null, waitsFor: [inTime] }),
      task('deck', { waitsFor: [late] }),
    ];
    expect(figuresOf({ tasks, workingDays: days }).get('waiting-for-others')).toMatchObject({
      counted: 0,
      percent: 0,
    });
  });
});

test('a task that is done and goes below 100 percent is open again until it is done anew', () => {
  const report = (percentComplete: number, asOf: string) => {
    return { percentComplete, asOf, actualStart: null, actualFinish: null };
  };
  const life = lifeOf([
    report(50, '2026-07-06'),
    report(100, '2026-07-10'),
    report(80, '2026-07-14'),
    report(100, '2026-07-16'),
  ]);
  expect(life).toEqual({
    startedOn: '2026-07-06',
    finishedOn: '2026-07-16',
    reopenings: [{ from: '2026-07-14', until: '2026-07-16' }],
  });
});

test('an accepted milestone takes in all that it waits for, through summaries too', () => {
  const linked = (taskId: string, before: readonly string[], parentTaskId: string | null = null) => {
    const predecessors = before.map((one) => ({ taskId: one, kind: 'FS' }));
    return { taskId, parentTaskId, isSummary: taskId === 'phase', predecessors };
  };
  const tasks = [
    linked('phase', []),
    linked('a', [], 'phase'),
    linked('b', ['a'], 'phase'),
    linked('c', []),
    linked('milestone', ['phase']),
  ];
  const days = acceptedWork(tasks, new Map([['milestone', '2026-07-20']]));
  expect([...days.keys()].sort()).toEqual(['a', 'b', 'milestone', 'phase']);
});

describe('a group', () => {
  const person = (personId: string, hours = 40) => {
    const week = { gross: 40 * HOURS, leave: 0, approved: hours * HOURS, forProjects: 20 * HOURS };
    const weeks = period.mondays.slice(0, 4).map((weekStart) => ({ ...week, weekStart }));
    const none = { tasks: [], entries: [], workingDays: [] };
    return { personId, figures: personFigures({ period, today: '2026-11-23', ...none, weeks }) };
  };
  const five = ['a', 'b', 'c', 'd', 'e'].map((one) => person(one));

  test('of five is shown, of four it is not', () => {
    expect(groupShares(groupSums(five), new Set())).toEqual([
      { kind: 'utilisation', ofWhat: 'minutes-net-of-leave', percent: 50 },
      { kind: 'overtime', ofWhat: 'approved-minutes', percent: 0 },
    ]);
    expect(groupShares(groupSums(five.slice(1)), new Set())).toEqual([]);
  });

  test('of five is hidden from who knows the figures of one of them, oneself among them', () => {
    expect(groupShares(groupSums(five), new Set(['a']))).toEqual([]);
    expect(groupShares(groupSums([...five, person('f')]), new Set(['a']))).not.toEqual([]);
  });

  test('counts only those for whom there is something to count', () => {
    expect(groupShares(groupSums([...five.slice(1), person('f', 0)]), new Set())).toEqual([]);
  });
});
