import { describe, expect, test } from '@jest/globals';
import type { Activity, Link, LinkKind } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { schedule } from '../schedule.js';
import { PRECEDENCE_DURATIONS, PRECEDENCE_LINKS } from './precedence-diagram-input.js';

/** Source and agreement of the figures: see the input. */
const activities: Activity[] = Object.entries(PRECEDENCE_DURATIONS).map(([id, days]) => ({
  id,
  durationMinutes: days,
}));
const links: Link[] = PRECEDENCE_LINKS.map(([from, kind, to]) => ({ from, to, kind: kind as LinkKind }));
const network = compileNetwork({ activities, links });
const result = schedule(network, { projectStart: 0 });

describe('dates and float of the precedence diagram', () => {
  test.each([
    ['A', 0, 2, 0, 2, 0],
    ['B', 0, 10, 4, 14, 4],
    ['C', 2, 15, 10, 23, 8],
    ['D', 2, 14, 2, 14, 0],
    ['E', 10, 22, 15, 27, 5],
    ['F', 10, 17, 14, 21, 4],
    ['G', 14, 24, 23, 33, 9],
    ['H', 14, 30, 14, 30, 0],
    ['I', 17, 23, 21, 27, 4],
    ['J', 15, 27, 23, 35, 8],
    ['K', 17, 22, 22, 27, 5],
    ['L', 23, 31, 27, 35, 4],
    ['M', 30, 35, 30, 35, 0],
    ['N', 35, 38, 35, 38, 0],
  ])('%s', (id, earlyStart, earlyFinish, lateStart, lateFinish, totalFloatMinutes) => {
    expect(result.at(id)).toMatchObject({
      earlyStart,
      earlyFinish,
      lateStart,
      lateFinish,
      totalFloatMinutes,
    });
  });
});

test('the project takes 38 days along A-D-H-M-N', () => {
  expect(result.projectFinish).toBe(38);
  expect(result.criticalPaths()).toEqual([['A', 'D', 'H', 'M', 'N']]);
});

test('a deadline on day 36 makes the path two days late', () => {
  const late = schedule(
    compileNetwork({
      activities: activities.map((activity) =>
        activity.id === 'N' ? { ...activity, deadline: 36 } : activity,
      ),
      links,
    }),
    { projectStart: 0 },
  );
  expect(late.at('N')).toMatchObject({
    earlyFinish: 38,
    lateFinish: 36,
    totalFloatMinutes: -2,
    isCritical: true,
  });
  expect(late.at('A').totalFloatMinutes).toBe(-2);
  expect(late.clashes).toMatchObject([
    { kind: 'deadline', activityId: 'N', wantedAt: 36, logicAt: 38, honoured: 'none' },
  ]);
  expect(schedule(network, { projectStart: 0, mustFinishBy: 36 }).at('A').totalFloatMinutes).toBe(-2);
});

test('scheduled from its finish the plan starts on the latest possible day', () => {
  const fromFinish = schedule(network, { finishOn: 100 });
  expect(fromFinish.projectStart).toBe(62);
  expect(fromFinish.projectFinish).toBe(100);
  expect(fromFinish.at('B')).toMatchObject({ start: 66, finish: 76, earlyStart: 62, totalFloatMinutes: 0 });
});

test('with several critical paths each loose end has its own', () => {
  const open = compileNetwork({ activities, links: links.filter((link) => link.from !== 'J') });
  expect(schedule(open, { projectStart: 0 }).at('J').isCritical).toBe(false);
  const several = schedule(open, { projectStart: 0, multipleCriticalPaths: true });
  expect(several.criticalPaths()).toEqual([
    ['A', 'D', 'H', 'M', 'N'],
    ['A', 'C', 'J'],
  ]);
});
