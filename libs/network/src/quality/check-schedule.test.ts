import { compileCalendar, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import { compileNetwork } from '../compile-network.js';
import { checkSchedule } from './check-schedule.js';
import type { CheckedLink, CheckedTask, PlanToCheck } from './plan-to-check.js';

/** Days on a plain number line. */
const DAYS = { minutesPerDay: 1 };

function task(id: string, more: Partial<CheckedTask> = {}): CheckedTask {
  return {
    id,
    name: id,
    isSummary: false,
    isMilestone: false,
    start: 10,
    finish: 20,
    baselineStart: 10,
    baselineFinish: 20,
    durationMinutes: 10,
    totalFloatMinutes: 0,
    isCritical: false,
    hasResourcesOrCost: true,
    ...more,
  };
}

function link(from: string, to: string, more: Partial<CheckedLink> = {}): CheckedLink {
  return { from, to, kind: 'FS', lagMinutes: 0, ...more };
}

/** The figure of a DCMA point. */
function point(number: number, plan: Partial<PlanToCheck> & Pick<PlanToCheck, 'tasks'>) {
  return checkSchedule({ links: [], statusDate: null, ...DAYS, ...plan }).dcma[number - 1]!;
}

function practice(number: number, plan: Partial<PlanToCheck> & Pick<PlanToCheck, 'tasks'>) {
  return checkSchedule({ links: [], statusDate: null, ...DAYS, ...plan }).gao[number - 1]!;
}

const done = { actualStart: 10, actualFinish: 20 };

describe('1 Logic', () => {
  const tasks = [
    task('A', { start: 0, finish: 5 }),
    task('B'),
    task('C', { finish: 18 }),
    task('M', { isMilestone: true, start: 20 }),
    task('old', done),
    task('S', { isSummary: true }),
    task('L', { isLevelOfEffort: true }),
  ];
  const links = [link('A', 'B'), link('B', 'M'), link('A', 'C', { kind: 'FF' }), link('X', 'A')];

  test('names incomplete tasks without predecessor or successor; finished, summary and support do not count', () => {
    const figure = point(1, { tasks, links });
    expect(figure).toMatchObject({
      taskIds: ['A', 'C', 'M'],
      count: 3,
      among: 4,
      value: 0.75,
      passes: false,
    });
  });

  test('variants: the first and the last are excused; dangling ends are those that no date hangs on', () => {
    const [inside, dangling] = point(1, { tasks, links }).variants;
    expect(inside).toMatchObject({ taskIds: ['C'], value: 0.25 });
    expect(dangling).toMatchObject({ taskIds: ['A', 'C', 'M'] });
    const whole = point(1, { tasks: tasks.slice(0, 2), links: [link('A', 'B')] });
    expect(whole.variants[0]).toMatchObject({ taskIds: [], passes: true });
  });

  test('5 % are allowed', () => {
    const chain = Array.from({ length: 40 }, (_, i) => task(`t${i}`));
    const figure = point(1, { tasks: chain, links: chain.slice(1).map(({ id }, i) => link(`t${i}`, id)) });
    expect(figure).toMatchObject({ taskIds: ['t0', 't39'], value: 0.05, passes: true });
  });
});

describe('2 to 4: links', () => {
  const tasks = [task('A'), task('B'), task('C'), task('old', done)];
  const links = [
    link('A', 'B', { lagMinutes: -2 }),
    link('B', 'C', { lagMinutes: 3, kind: 'SS' }),
    link('A', 'C', { kind: 'SF' }),
    link('A', 'old', { lagMinutes: -9, kind: 'FF' }),
    link('old', 'C'),
    link('A', 'gone'),
  ];

  test('count while their successor is incomplete and both ends exist', () => {
    expect(point(2, { tasks, links })).toMatchObject({
      linkIndexes: [0],
      among: 4,
      value: 0.25,
      passes: false,
    });
    expect(point(3, { tasks, links })).toMatchObject({
      linkIndexes: [1],
      among: 4,
      value: 0.25,
      passes: false,
    });
    const kinds = point(4, { tasks, links });
    expect(kinds).toMatchObject({ linkIndexes: [1, 2], count: 2, among: 4, value: 0.5, passes: false });
    expect(kinds.variants[0]).toMatchObject({ linkIndexes: [2], value: 0.25, passes: false });
  });

  test('without links there is nothing to say', () => {
    for (const number of [2, 3, 4])
      expect(point(number, { tasks })).toMatchObject({ value: null, passes: null });
  });
});

test('5 Hard constraints: four kinds, or the two mandatory ones', () => {
  const kinds = [
    'MSO',
    'MFO',
    'SNLT',
    'FNLT',
    'SNET',
    'FNET',
    'START_ON',
    'FINISH_ON',
    'ASAP',
    'ALAP',
  ] as const;
  const tasks = [
    ...kinds.map((kind) => task(kind, { constraint: kind })),
    task('old', { ...done, constraint: 'MSO' }),
  ];
  const figure = point(5, { tasks });
  expect(figure).toMatchObject({ taskIds: ['MSO', 'MFO', 'SNLT', 'FNLT'], value: 0.4, passes: false });
  expect(figure.variants[0]).toMatchObject({ taskIds: ['MSO', 'MFO'], value: 0.2 });
});

test('6 and 7: more than 44 days of float, less than none', () => {
  const floats = [44, 45, 0, -1].map((days) => task(`f${days}`, { totalFloatMinutes: days }));
  const tasks = [
    ...floats,
    task('M', { isMilestone: true, totalFloatMinutes: -9 }),
    task('old', { ...done, totalFloatMinutes: 99 }),
  ];
  expect(point(6, { tasks })).toMatchObject({ taskIds: ['f45'], value: 0.25, passes: false });
  expect(point(7, { tasks })).toMatchObject({ taskIds: ['f-1'], value: 0.25, passes: false });
  const days = floats.map((of) => ({ ...of, totalFloatMinutes: of.totalFloatMinutes * 480 }));
  expect(point(6, { tasks: days, minutesPerDay: undefined })).toMatchObject({ taskIds: ['f45'] });
});

test('8 High duration: the baseline says it, or as a variant the current plan', () => {
  const tasks = [
    task('A', { baselineDurationMinutes: 45, durationMinutes: 10 }),
    task('B', { baselineDurationMinutes: 44, durationMinutes: 50 }),
    task('C', { durationMinutes: 45 }),
  ];
  const figure = point(8, { tasks });
  expect(figure.taskIds).toEqual(['A', 'C']);
  expect(figure.variants[0]!.taskIds).toEqual(['B', 'C']);
});

test('9 Invalid dates: forecasts before the status date, actual dates after it', () => {
  const tasks = [
    task('planned early', { start: 14, finish: 30 }),
    task('ends early', { actualStart: 10, finish: 14 }),
    task('future start', { actualStart: 16 }),
    task('future finish', { actualStart: 10, actualFinish: 16 }),
    task('today', { start: 15 }),
    task('running', { actualStart: 15, finish: 15 }),
    task('done', { actualStart: 10, actualFinish: 15, finish: 15 }),
  ];
  const figure = point(9, { tasks, statusDate: 15 });
  expect(figure).toMatchObject({
    taskIds: ['planned early', 'ends early', 'future start', 'future finish'],
    value: 4,
    passes: false,
  });
  expect(point(9, { tasks: tasks.slice(4), statusDate: 15 })).toMatchObject({ value: 0, passes: true });
  expect(point(9, { tasks })).toMatchObject({ value: null, passes: null });
});

test('10 Resources: a day of work or more needs somebody or some money', () => {
  const nobody = { hasResourcesOrCost: false };
  const tasks = [
    task('A', nobody),
    task('B'),
    task('short', { ...nobody, durationMinutes: 0.5 }),
    task('day', { ...nobody, durationMinutes: 1 }),
    task('M', { ...nobody, isMilestone: true }),
  ];
  expect(point(10, { tasks })).toMatchObject({ taskIds: ['A', 'day'], among: 3, passes: false });
});

test('11 Missed tasks: of those due, what was or will be late', () => {
  const tasks = [
    task('late', { actualStart: 10, actualFinish: 21, finish: 21 }),
    task('will be late', { actualStart: 10, finish: 40 }),
    task('in time', done),
    task('not due', { baselineFinish: 26, finish: 99 }),
    task('due today', { baselineFinish: 25, finish: 25, actualStart: 1, actualFinish: 25 }),
    task('unplanned', { baselineFinish: null, finish: 99 }),
    task('M', { isMilestone: true, finish: 99 }),
  ];
  expect(point(11, { tasks, statusDate: 25 })).toMatchObject({
    taskIds: ['late', 'will be late'],
    among: 4,
    value: 0.5,
  });
  expect(point(11, { tasks })).toMatchObject({ value: null });
});

describe('12 Critical path test', () => {
  const plan = (deadlock: 'none' | 'MFO') => {
    const network = compileNetwork({
      activities: [
        { id: 'A', durationMinutes: 4 },
        { id: 'B', durationMinutes: 6, constraint: deadlock === 'none' ? null : { kind: 'MFO', at: 10 } },
        { id: 'C', durationMinutes: 5 },
      ],
      links: [{ from: 'A', to: 'B', kind: 'FS' }],
    });
    return { compiled: network, options: { projectStart: 0 } };
  };
  const tasks = [task('A'), task('B'), task('C')];

  test('600 days longer, 600 days later', () => {
    expect(point(12, { tasks, network: plan('none') })).toMatchObject({
      taskIds: ['A'],
      count: 600,
      value: 1,
      passes: true,
    });
  });

  test('a finish that is held by a date fails', () => {
    const figure = point(12, { tasks, network: plan('MFO') });
    // A alone then ends last, at day 604.
    expect(figure).toMatchObject({ taskIds: ['A'], count: 594, passes: false });
  });

  test('what has begun is not probed, and without a network nothing is', () => {
    const begun = [task('A', { actualStart: 10 }), task('B'), task('C')];
    expect(point(12, { tasks: begun, network: plan('none') }).taskIds).toEqual(['B']);
    expect(point(12, { tasks })).toMatchObject({ value: null, passes: null, taskIds: [] });
    const all = tasks.map((of) => ({ ...of, actualStart: 10 }));
    expect(point(12, { tasks: all, network: plan('none') }).value).toBeNull();
    const backwards = { ...plan('none'), options: { finishOn: 50 } };
    expect(point(12, { tasks, network: backwards }).value).toBeNull();
  });

  test('a task that is worked day and night is prolonged by as much as 600 days of the project', () => {
    const calendar = compileCalendar(STANDARD_CALENDAR);
    const compiled = compileNetwork({
      activities: [{ id: 'A', durationMinutes: 1_440, durationKind: 'elapsed' }],
      links: [],
      projectCalendar: calendar,
    });
    const options = { projectStart: momentFromIso('2026-01-05T08:00') };
    const figure = point(12, {
      tasks: [task('A')],
      network: { compiled, options },
      calendar,
      minutesPerDay: 480,
    });
    expect(figure).toMatchObject({ value: 1, passes: true });
  });
});

test('13 Critical path length index, and against the baseline', () => {
  const tasks = [
    task('A', { start: 0, finish: 30, baselineFinish: 30 }),
    task('N', { start: 30, finish: 38, baselineFinish: 36, totalFloatMinutes: 1 }),
    task('M', { start: 30, finish: 38, baselineFinish: 37, totalFloatMinutes: 3 }),
  ];
  const figure = point(13, { tasks });
  expect(figure).toMatchObject({ value: 39 / 38, among: 38, count: 39, passes: true, taskIds: ['N', 'M'] });
  expect(figure.variants[0]).toMatchObject({ value: 37 / 38, passes: true });
  expect(point(13, { tasks, statusDate: 18 })).toMatchObject({ value: 21 / 20, among: 20 });
  const finished = tasks.map((of) => ({ ...of, actualFinish: of.finish }));
  expect(point(13, { tasks: finished })).toMatchObject({ value: null, passes: null });
  const unplanned = tasks.map((of) => ({ ...of, baselineFinish: null }));
  expect(point(13, { tasks: unplanned }).variants[0]).toMatchObject({ value: null });
});

test('14 Baseline execution index, with the two other definitions', () => {
  const tasks = [
    task('done', done),
    task('done early', { ...done, baselineFinish: 90 }),
    task('open', { actualStart: 10 }),
    task('unplanned', { baselineFinish: null }),
    task('later', { baselineFinish: 90 }),
    task('M', { ...done, isMilestone: true }),
  ];
  const figure = point(14, { tasks, statusDate: 25 });
  // Two finished; due are "done" and "open", and one has no baseline.
  expect(figure).toMatchObject({ value: 2 / 3, taskIds: ['open', 'unplanned'], passes: false });
  expect(figure.variants[0]).toMatchObject({ value: 1, taskIds: ['open'], passes: true });
  expect(figure.variants[1]).toMatchObject({ value: 0.5, taskIds: ['open'], passes: false });
  expect(point(14, { tasks })).toMatchObject({ value: null, passes: null });
});

describe('practices of GAO', () => {
  const tree = [
    task('S', { isSummary: true, start: 0, finish: 30 }),
    task('A', { parentId: 'S', start: 0, finish: 10 }),
    task('B', { parentId: 'S', start: 10, finish: 30 }),
    task('E', { isSummary: true }),
  ];

  test('there are ten, built from the fourteen points and more', () => {
    const { dcma, gao, population } = checkSchedule({ tasks: tree, links: [], statusDate: null });
    expect(dcma).toHaveLength(14);
    expect(gao.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(gao[1]!.figures.slice(0, 5)).toEqual(dcma.slice(0, 5));
    expect(gao[2]!.figures).toEqual([dcma[9]]);
    expect(gao[3]!.figures).toEqual([dcma[7]]);
    expect(gao[5]!.figures[0]).toEqual(dcma[11]);
    expect(gao[6]!.figures).toEqual([dcma[5], dcma[6]]);
    expect(gao[8]!.figures[0]).toEqual(dcma[8]);
    expect(gao[9]!.figures.slice(1)).toEqual([dcma[10], dcma[12], dcma[13]]);
    expect(population).toContain('Incomplete tasks');
  });

  test('1: names given twice, empty summaries, much level of effort', () => {
    const twins = [task('X', { name: 'A' }), task('L', { isLevelOfEffort: true })];
    const [names, empty, effort] = practice(1, { tasks: [...tree, ...twins] }).figures;
    expect(names!.taskIds).toEqual(['A', 'X']);
    expect(empty).toMatchObject({ taskIds: ['E'], among: 2, passes: false });
    expect(effort).toMatchObject({ taskIds: ['L'], among: 4, value: 0.25, passes: false });
    expect(practice(1, { tasks: tree.slice(0, 3) }).passes).toBe(true);
  });

  test('2: links of summaries', () => {
    const links = [link('A', 'B'), link('S', 'C'), link('C', 'S')];
    expect(practice(2, { tasks: [...tree, task('C')], links }).figures[5]).toMatchObject({
      linkIndexes: [1, 2],
      passes: false,
    });
  });

  test('5: every task leads to the finish, through summaries too, and summaries span what they hold', () => {
    const outside = [
      task('X', { start: 30, finish: 40 }),
      task('lost', { finish: 35 }),
      task('Y', { start: 0, finish: 1 }),
    ];
    const links = [link('S', 'X'), link('Y', 'S')];
    const [horizontal, vertical] = practice(5, { tasks: [...tree, ...outside], links }).figures;
    expect(horizontal!.taskIds).toEqual(['lost']);
    expect(vertical).toMatchObject({ taskIds: [], passes: true });
    const inner = practice(5, { tasks: [...tree, ...outside], links: [link('B', 'X'), link('Y', 'S')] });
    expect(inner.figures[0]!.taskIds).toEqual(['A', 'lost']);
    for (const dates of [{ start: 1 }, { finish: 31 }]) {
      const moved = [{ ...tree[0]!, ...dates }, ...tree.slice(1)];
      expect(practice(5, { tasks: moved }).figures[1]).toMatchObject({ taskIds: ['S'], passes: false });
    }
  });

  test('6: critical by logic, not by a date', () => {
    const critical = { isCritical: true };
    const tasks = [
      task('A', critical),
      task('B', { ...critical, constraint: 'ASAP' }),
      task('C', { ...critical, constraint: 'SNET' }),
      task('D', { constraint: 'MSO' }),
    ];
    expect(practice(6, { tasks }).figures[1]).toMatchObject({ taskIds: ['C'], among: 3, passes: false });
  });

  test('8: the risk was analysed, and not long ago', () => {
    const at = (riskAnalysedAt: number | null | undefined, statusDate: number | null = 100) =>
      practice(8, { tasks: tree, riskAnalysedAt, statusDate }).passes;
    expect([at(10), at(9), at(null), at(undefined), at(10, null)]).toEqual([true, false, false, null, null]);
  });

  test('9: what began before its unfinished predecessors', () => {
    const begun = { actualStart: 10 };
    const tasks = [
      task('open'),
      task('fs', begun),
      task('ss', begun),
      task('ff', { ...begun, actualFinish: 20 }),
      task('sf', { ...begun, actualFinish: 20 }),
      task('ff running', begun),
      task('after running', begun),
      task('running', begun),
    ];
    const links = [
      link('open', 'fs'),
      link('open', 'ss', { kind: 'SS' }),
      link('open', 'ff', { kind: 'FF' }),
      link('open', 'sf', { kind: 'SF' }),
      link('open', 'ff running', { kind: 'FF' }),
      link('running', 'after running', { kind: 'SS' }),
      link('gone', 'running'),
    ];
    expect(practice(9, { tasks, links }).figures[1]!.taskIds).toEqual(['fs', 'ss', 'ff', 'sf']);
  });

  test('10: everything has a baseline', () => {
    const tasks = [task('A'), task('B', { baselineStart: null }), task('C', { baselineFinish: null })];
    expect(practice(10, { tasks }).figures[0]).toMatchObject({ taskIds: ['B', 'C'], passes: false });
  });
});

test('an empty plan has no figures to pass or fail', () => {
  const { dcma } = checkSchedule({ tasks: [], links: [], statusDate: 5 });
  const answers = dcma.map(({ passes }) => passes);
  // Only "no invalid dates" is true of nothing.
  expect(answers).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    true,
    null,
    null,
    null,
    null,
    null,
  ]);
});
