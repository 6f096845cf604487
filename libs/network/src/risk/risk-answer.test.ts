import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import type { Activity, Link } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { simulateRisk } from './risk-answer.js';
import type { RiskInput } from './risk-input.js';
import type { Spread } from './spread.js';

const RUNS = 20_000;
const even: Spread = { kind: 'uniform', low: 0, high: 1_000 };

function plan(
  activities: readonly Activity[],
  links: readonly Link[],
  more: Partial<RiskInput> = {},
): RiskInput {
  const network = compileNetwork({ activities, links });
  return { network, options: { projectStart: 0 }, durations: new Map(), seed: 1, ...more };
}

const activity = (id: string, durationMinutes = 500): Activity => ({ id, durationMinutes });
const chain: Link[] = [{ from: 'A', to: 'B', kind: 'FS' }];
const both = new Map([
  ['A', even],
  ['B', even],
]);
const pair = [activity('A'), activity('B')];

test('two even activities in a row make a triangle, side by side the greater of the two', () => {
  const inRow = simulateRisk(plan(pair, chain, { durations: both }), RUNS);
  // Of the sum of two: P10 is sqrt(0.2) * 1000, P50 is 1000; deviation 1000 / sqrt(6).
  expect(inRow.finishAt(10) / 447.2).toBeCloseTo(1, 1);
  expect(inRow.finishAt(50) / 1_000).toBeCloseTo(1, 2);
  expect(inRow.finishAt(90) / 1_552.8).toBeCloseTo(1, 2);
  expect(inRow.delay.deviationMinutes / 408.25).toBeCloseTo(1, 2);
  expect(Math.abs(inRow.delay.meanMinutes)).toBeLessThan(10);
  expect(inRow.plannedFinish).toBe(1_000);
  const beside = simulateRisk(plan(pair, [], { durations: both }), RUNS);
  // Of the greater: P50 is sqrt(0.5) * 1000.
  expect(beside.finishAt(50) / 707.1).toBeCloseTo(1, 2);
  expect(beside.confidence({ finish: 500 })).toBeCloseTo(0.25, 2);
  expect(beside.delay.meanMinutes / 166.7).toBeCloseTo(1, 1);
});

test('criticality is the share of runs on the longest path, cruciality the correlation with the finish', () => {
  const [a, b] = simulateRisk(plan(pair, [], { durations: both }), RUNS).activities();
  expect(a!.criticality + b!.criticality).toBeGreaterThanOrEqual(1);
  expect(a!.criticality).toBeCloseTo(0.5, 2);
  const [first, second] = simulateRisk(plan(pair, chain, { durations: both }), RUNS).activities();
  expect([first!.criticality, second!.criticality]).toEqual([1, 1]);
  // Half of the variance of the sum comes from each: correlation sqrt(0.5), and so is the sensitivity.
  expect(first!.cruciality).toBeCloseTo(Math.SQRT1_2, 2);
  expect(first!.sensitivity).toBeCloseTo(Math.SQRT1_2, 2);
  const long = simulateRisk(
    plan([activity('A'), activity('B', 5_000)], [], { durations: new Map([['A', even]]) }),
    500,
  );
  expect(long.activities()).toEqual([
    { id: 'A', criticality: 0, cruciality: 0, sensitivity: 0 },
    { id: 'B', criticality: 1, cruciality: 0, sensitivity: 0 },
  ]);
});

describe('correlated durations', () => {
  const spreadOf = (coefficient: number) => {
    const correlations = [{ activityIds: ['A', 'B'], coefficient }];
    const answer = simulateRisk(plan(pair, chain, { durations: both, correlations }), RUNS);
    return (answer.delay.deviationMinutes / 1_000) ** 2;
  };

  /** Uniform ranks: the variance of the sum is (2 + 2r) / 12, r being the rank correlation. */
  test.each([1, 0.8, 0.3, 0, -0.5, -1])('of rank %d widen or narrow the finish as they should', (r) => {
    expect(spreadOf(r)).toBeCloseTo((2 + 2 * r) / 12, 2);
  });

  test('groups that overlap have all their correlations', () => {
    const three = ['A', 'B', 'C'].map((id) => activity(id));
    const durations = new Map(['A', 'B', 'C'].map((id) => [id, even]));
    const correlations = [
      { activityIds: ['A', 'B'], coefficient: 0.7 },
      { activityIds: ['B', 'C'], coefficient: 0.5 },
    ];
    const links: Link[] = [...chain, { from: 'B', to: 'C', kind: 'FS' }];
    const answer = simulateRisk(plan(three, links, { durations, correlations }), RUNS);
    expect((answer.delay.deviationMinutes / 1_000) ** 2).toBeCloseTo((3 + 2 * (0.7 + 0.5)) / 12, 2);
  });

  test('that contradict each other, lie outside of -1 to 1 or are too many are refused', () => {
    const simulate = (correlations: RiskInput['correlations']) => () =>
      simulateRisk(
        plan(
          ['A', 'B', 'C'].map((id) => activity(id)),
          [],
          { durations: both, correlations },
        ),
        10,
      );
    const contradiction = [
      { activityIds: ['A', 'B'], coefficient: 0.9 },
      { activityIds: ['B', 'C'], coefficient: 0.9 },
      { activityIds: ['A', 'C'], coefficient: -0.9 },
    ];
    expect(simulate(contradiction)).toThrow('contradict each other');
    expect(simulate([{ activityIds: ['A', 'B'], coefficient: 1.1 }])).toThrow('allowed is -1 to 1');
    const many = Array.from({ length: 301 }, (_, i) => `x${i}`);
    expect(simulate([{ activityIds: many, coefficient: -0.001 }])).toThrow('allowed are 300');
    expect(simulate([{ activityIds: ['A', 'Z'], coefficient: 0.5 }])).toThrow('"Z" is not in the network');
  });
});

describe('risks of the register', () => {
  const rain = {
    id: 'rain',
    probability: 0.25,
    effects: [{ activityId: 'A', delayMinutes: 400 }],
    costMinor: 90,
  };

  test('delay in the runs in which they happen, and cost there', () => {
    const answer = simulateRisk(plan(pair, chain, { events: [rain] }), RUNS);
    const { frequency, delayMinutes } = answer.events()[0]!;
    expect(frequency).toBeCloseTo(0.25, 2);
    expect(delayMinutes).toBe(400);
    expect([answer.finishAt(50), answer.finishAt(90), answer.costAt(50), answer.costAt(90)]).toEqual([
      1_000, 1_400, 0, 90,
    ]);
    expect(answer.activities()[0]!.cruciality).toBeCloseTo(1, 6);
  });

  const crane = { ...rain, id: 'crane', isOpportunity: true };

  test('shorten and save in the runs in which they happen when they are opportunities', () => {
    const answer = simulateRisk(plan(pair, chain, { events: [crane] }), RUNS);
    const { frequency, delayMinutes } = answer.events()[0]!;
    expect(frequency).toBeCloseTo(0.25, 2);
    expect(delayMinutes).toBe(-400);
    expect([answer.finishAt(10), answer.finishAt(50), answer.costAt(10), answer.costAt(50)]).toEqual([
      600, 1_000, -90, 0,
    ]);
  });

  test('shorten an activity to nothing at most, whatever prolongs it in the same run and in whatever order', () => {
    const longer = { ...rain, probability: 1, effects: [{ activityId: 'A', delayMinutes: 300 }] };
    const shorter = { ...crane, probability: 1, effects: [{ activityId: 'A', delayMinutes: 10_000 }] };
    const finishes = [[shorter], [longer, shorter], [shorter, longer]].map((events) =>
      simulateRisk(plan(pair, chain, { events }), RUNS).finishAt(50),
    );
    const without = simulateRisk(plan(pair, chain), RUNS).finishAt(50);
    expect(finishes).toEqual([without - 500, without - 500, without - 500]);
  });

  test('that always or never happen have no effect to compare', () => {
    const events = [0, 1].map((probability) => ({ ...rain, id: `p${probability}`, probability }));
    expect(simulateRisk(plan(pair, chain, { events }), 200).events()).toEqual([
      { id: 'p0', frequency: 0, delayMinutes: null },
      { id: 'p1', frequency: 1, delayMinutes: null },
    ]);
  });

  test('one risk more leaves the draws of all others as they were', () => {
    const without = simulateRisk(plan(pair, chain, { durations: both }), 500);
    const nothing = { ...rain, effects: [], costMinor: 0 };
    const withOne = simulateRisk(plan(pair, chain, { durations: both, events: [nothing] }), 500);
    expect([10, 50, 90].map((p) => withOne.finishAt(p))).toEqual(
      [10, 50, 90].map((p) => without.finishAt(p)),
    );
  });

  test('a probability above 1 is refused', () => {
    expect(() => simulateRisk(plan(pair, chain, { events: [{ ...rain, probability: 25 }] }), 10)).toThrow(
      'allowed is 0 to 1',
    );
  });
});

test('money follows time, and both targets can be asked for at once', () => {
  const costs = new Map([
    ['A', { perMinuteMinor: 2, fixedMinor: { kind: 'uniform', low: 100, high: 300 } as const }],
    ['B', { perMinuteMinor: 1, fixedMinor: 50 }],
  ]);
  const answer = simulateRisk(plan(pair, chain, { durations: new Map([['A', even]]), costs }), RUNS);
  // 2 * even + 200 on average + 500 + 50.
  expect(answer.costAt(50) / 1_750).toBeCloseTo(1, 1);
  expect(answer.costAt(0)).toBeGreaterThanOrEqual(650);
  expect(answer.costAt(100)).toBeLessThanOrEqual(2_850);
  const cheap = answer.confidence({ costMinor: 1_500 });
  const early = answer.confidence({ finish: 800 });
  const joint = answer.confidence({ costMinor: 1_500, finish: 800 });
  expect(early).toBeCloseTo(0.3, 1);
  expect(joint).toBeLessThanOrEqual(Math.min(cheap, early));
  expect(answer.confidence({})).toBe(1);
});

test('what is done is certain; of what runs, the rest is drawn in proportion', () => {
  const progress = new Map([
    ['A', { actualStart: 0, actualFinish: 900 }],
    ['B', { actualStart: 900, percentComplete: 80 }],
  ]);
  const costs = new Map([
    ['B', { perMinuteMinor: 1 }],
    ['A', { perMinuteMinor: 5, fixedMinor: 70 }],
  ]);
  const answer = simulateRisk(
    plan(pair, chain, { durations: both, costs, options: { projectStart: 0, progress } }),
    RUNS,
  );
  // B has done 400 of 500; what remains is a fifth of 0 to 1000.
  expect(answer.finishAt(0)).toBeGreaterThanOrEqual(1_300);
  expect(answer.finishAt(50) / 1_400).toBeCloseTo(1, 2);
  expect(answer.finishAt(100)).toBeLessThanOrEqual(1_500);
  expect(answer.costAt(50) / 570).toBeCloseTo(1, 2);
  expect(answer.activities()[0]).toMatchObject({ criticality: 0 });
});

test('in a calendar, finishes are shown at closings and delays are working minutes', () => {
  const network = compileNetwork({
    activities: [activity('A', 480)],
    links: [],
    projectCalendar: compileCalendar(STANDARD_CALENDAR),
  });
  const options = { projectStart: momentFromIso('2026-01-09T08:00') };
  const events = [{ id: 'late', probability: 0.5, effects: [{ activityId: 'A', delayMinutes: 480 }] }];
  const answer = simulateRisk({ network, options, durations: new Map(), events, seed: 3 }, 1_000);
  expect([20, 80].map((percent) => isoFromMoment(answer.finishAt(percent)))).toEqual([
    '2026-01-09T17:00:00',
    '2026-01-12T17:00:00',
  ]);
  expect(answer.events()[0]!.delayMinutes).toBe(480);
  expect([20, 80].map((percent) => answer.delayAt(percent))).toEqual([0, 480]);
  expect(answer.effort).toBe(1_000);
  expect(answer.confidence({ finish: momentFromIso('2026-01-10T12:00') })).toBeCloseTo(0.5, 1);
});

test('a plan from its finish, and risks of summaries or strangers, are refused', () => {
  const fromFinish = plan(pair, chain, { options: { finishOn: 5_000 } });
  expect(() => simulateRisk(fromFinish, 10)).toThrow('scheduled from its start');
  const summary = [...pair, { id: 'S', durationMinutes: 0 }, { ...activity('C'), parentId: 'S' }];
  expect(() => simulateRisk(plan(summary, [], { durations: new Map([['S', even]]) }), 10)).toThrow(
    'risk belongs to activities',
  );
  expect(() => simulateRisk(plan(pair, [], { durations: new Map([['Z', even]]) }), 10)).toThrow(
    '"Z" is not in the network',
  );
});
