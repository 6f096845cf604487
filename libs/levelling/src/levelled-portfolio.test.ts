import { describe, expect, test } from '@jest/globals';
import { compileProblem } from './compile-problem.js';
import { StartCauses } from './explain-starts.js';
import { overloadedSlots } from './pool-load.js';
import type { LevellingProblem } from './problem.js';
import { leftShift } from './search/left-shift.js';
import { searchPlan } from './search/search-plan.js';
import { smoothLoad } from './search/smooth-load.js';
import { violationsOf } from './violations.js';

/** Ana is asked by two projects in the same slots and is away in slot 6; test waits for build. */
const problem: LevellingProblem = {
  pools: [
    {
      id: 'ana',
      capacity: 100,
      changes: [
        { from: 6, capacity: 0 },
        { from: 7, capacity: 100 },
      ],
    },
  ],
  tasks: [
    { id: 'build', durationSlots: 3, needs: [{ poolId: 'ana', units: 60 }] },
    { id: 'migrate', durationSlots: 3, needs: [{ poolId: 'ana', units: 60 }] },
    { id: 'test', durationSlots: 2, needs: [] },
    { id: 'train', durationSlots: 1, needs: [{ poolId: 'ana', units: 100 }], release: 5 },
  ],
  links: [{ from: 'migrate', to: 'test' }],
};
const compiled = compileProblem(problem);
const asPlanned = { start: [0, 0, 3, 5], finish: [3, 3, 5, 6] };
const levelled = leftShift(compiled, { start: [0, 1, 4, 5], finish: [3, 4, 6, 6] });

describe('a plan in which somebody is booked above capacity', () => {
  test('counts the slots in which they are', () => {
    expect(overloadedSlots(problem, asPlanned)).toBe(3);
  });

  test('is levelled without a violation, and every later start has its cause', () => {
    expect(violationsOf(problem, levelled)).toEqual([]);
    expect(overloadedSlots(problem, levelled)).toBe(0);
    expect(levelled.start).toEqual([0, 3, 6, 7]);
    const causes = new StartCauses(compiled, levelled);
    expect([0, 1, 2, 3].map((task) => causes.of(task))).toEqual([
      { kind: 'release' },
      { kind: 'pool', poolId: 'ana', slot: 2, holders: ['build'] },
      { kind: 'link', before: 'migrate' },
      { kind: 'capacity', poolId: 'ana', slot: 6 },
    ]);
  });
});

describe('load that is to be even', () => {
  test('work moves within its float to where there is less, and the end stays', () => {
    const crew: LevellingProblem = {
      pools: [{ id: 'crew', capacity: 4 }],
      tasks: [
        { id: 'long', durationSlots: 6, needs: [{ poolId: 'crew', units: 1 }] },
        { id: 'a', durationSlots: 2, needs: [{ poolId: 'crew', units: 2 }] },
        { id: 'b', durationSlots: 2, needs: [{ poolId: 'crew', units: 2 }] },
        { id: 'c', durationSlots: 2, needs: [{ poolId: 'crew', units: 2 }] },
      ],
      links: [],
    };
    const early = { start: [0, 0, 2, 0], finish: [6, 2, 4, 2] };
    expect(violationsOf(crew, early)).not.toEqual([]);
    const feasible = leftShift(compileProblem(crew), { start: [0, 0, 0, 1], finish: [6, 2, 2, 3] });
    const smooth = smoothLoad(compileProblem(crew), { ...feasible, start: [...feasible.start] }, () => false);
    expect(violationsOf(crew, smooth)).toEqual([]);
    expect(Math.max(...smooth.finish)).toBe(6);
    expect(smooth.start.slice(1).sort((a, b) => a - b)).toEqual([0, 2, 4]);
  });
});

test('a plan in which all work is fixed is what it is', () => {
  const fixed: LevellingProblem = {
    pools: [{ id: 'crew', capacity: 1 }],
    tasks: [{ id: 'running', durationSlots: 4, fixedStart: 0, needs: [{ poolId: 'crew', units: 2 }] }],
    links: [],
  };
  const done = compileProblem(fixed);
  const { best } = searchPlan(done, {
    objective: 'finish',
    seed: 1,
    forMs: 10,
    lowerBound: 0,
    stop: () => false,
  });
  expect(best.value).toBe(4);
  expect(leftShift(done, { start: [0], finish: [4] })).toEqual({ start: [0], finish: [4] });
});

test('work that would be interrupted is refused rather than planned wrongly', () => {
  const interrupted: LevellingProblem = {
    pools: [],
    tasks: [{ id: 'shift', durationSlots: 4, needs: [], calendarId: 'nights' }],
    calendars: [{ id: 'nights', closed: [{ from: 1, to: 2 }] }],
    links: [],
  };
  expect(() => leftShift(compileProblem(interrupted), { start: [0], finish: [5] })).toThrow(
    'count working slots',
  );
});
