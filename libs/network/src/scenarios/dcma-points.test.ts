import { describe, expect, test } from '@jest/globals';
import type { LinkKind } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { checkSchedule } from '../quality/check-schedule.js';
import { criticalPathLengthIndex } from '../quality/dcma-execution.js';
import { schedule } from '../schedule.js';
import { PRECEDENCE_DURATIONS, PRECEDENCE_LINKS } from './precedence-diagram-input.js';

describe('critical path length index as published', () => {
  /** AcqNotes and DAU: 720 and -60; Schedule Training Hub: 80 and 20, 800 and 20. */
  test.each([
    [720, -60, 0.917],
    [80, 20, 1.25],
    [800, 20, 1.025],
  ])('CPL %i, TF %i: %d', (length, float, index) => {
    expect(criticalPathLengthIndex(length, float)).toBeCloseTo(index, 3);
  });

  test('without a length there is none', () => {
    expect(criticalPathLengthIndex(0, 5)).toBeNull();
  });
});

/** The precedence diagram, its last activity with a deadline. */
function points(deadline: number) {
  const links = PRECEDENCE_LINKS.map(([from, kind, to]) => ({ from, to, kind: kind as LinkKind }));
  const activities = Object.entries(PRECEDENCE_DURATIONS).map(([id, durationMinutes]) => ({
    id,
    durationMinutes,
    deadline: id === 'N' ? deadline : null,
  }));
  const compiled = compileNetwork({ activities, links });
  const options = { projectStart: 0 };
  const tasks = schedule(compiled, options)
    .activities()
    .map((row) => ({
      ...row,
      name: row.id,
      isMilestone: false,
      durationMinutes: row.earlyFinish - row.earlyStart,
      hasResourcesOrCost: true,
    }));
  const { dcma } = checkSchedule({
    tasks,
    links: links.map((link) => ({ ...link, lagMinutes: 0 })),
    statusDate: null,
    minutesPerDay: 1,
    network: { compiled, options },
  });
  return dcma;
}

describe('the points of the precedence diagram', () => {
  test('16 of 19 links are FS, none leads or lags', () => {
    const dcma = points(38);
    expect(dcma[3]).toMatchObject({ count: 16, among: 19, passes: false });
    expect(dcma[3]!.value).toBeCloseTo(0.842, 3);
    expect([dcma[1]!.value, dcma[2]!.value]).toEqual([0, 0]);
    expect(dcma[11]).toMatchObject({ passes: true });
  });

  test('a deadline on day 36 fails the length index, one on day 37 only negative float', () => {
    expect(points(36)[12]).toMatchObject({ value: 36 / 38, passes: false });
    expect(points(37)[12]!.value).toBeCloseTo(0.974, 3);
    expect([points(37)[12]!.passes, points(37)[6]!.passes]).toEqual([true, false]);
    expect([points(38)[12]!.value, points(38)[6]!.passes]).toEqual([1, true]);
  });
});
