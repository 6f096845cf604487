import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EarnedValueMethod } from './earned-value-method.js';
import { dateOf, dayNumber } from '../plan/calendar-day.js';
import { sumTotals } from './rollup.js';
import { projectValue, taskValues } from './task-value.js';
import type { BudgetedTask } from './task-value.js';
import { workCalendar } from '../plan/working-days.js';

const calendar = workCalendar();
const day = { statusDate: '2026-03-13', calendar };
const refused = (code: string): unknown => expect.objectContaining({ code });

/** Two working weeks; on the status day, a Friday, the first of them is gone. */
function task(method: EarnedValueMethod, changes: Partial<BudgetedTask> = {}): BudgetedTask {
  return {
    taskId: 'task',
    budgetMinor: 1_000n,
    baselineStart: '2026-03-09',
    baselineFinish: '2026-03-20',
    actualMinor: 0n,
    method,
    ...changes,
  };
}
const earned = (method: EarnedValueMethod, changes?: Partial<BudgetedTask>): bigint | undefined =>
  taskValues([task(method, changes)], day)[0]?.evMinor;

describe('each method earns in its own way', () => {
  test('percent complete takes the reported percentage, decimals included', () => {
    expect(earned({ kind: 'percent-complete', percentComplete: 35 })).toBe(350n);
    expect(earned({ kind: 'percent-complete', percentComplete: '33.35' })).toBe(334n);
  });

  test('0/100 earns nothing until the finish has happened', () => {
    expect(earned({ kind: 'zero-hundred' }, { actualStart: '2026-03-09' })).toBe(0n);
    expect(earned({ kind: 'zero-hundred' }, { actualFinish: '2026-03-14' })).toBe(0n);
    expect(earned({ kind: 'zero-hundred' }, { actualFinish: '2026-03-13' })).toBe(1_000n);
  });

  test('50/50 earns half at the start and half at the finish', () => {
    expect(earned({ kind: 'fifty-fifty' })).toBe(0n);
    expect(earned({ kind: 'fifty-fifty' }, { actualStart: '2026-03-10' })).toBe(500n);
    expect(earned({ kind: 'fifty-fifty' }, { actualStart: '2026-03-10', actualFinish: '2026-03-12' })).toBe(
      1_000n,
    );
  });

  test('weighted milestones earn the weights reached by the status day', () => {
    const milestones = [
      { milestoneId: 'design', weight: 1, reachedOn: '2026-03-10', isAccepted: true },
      { milestoneId: 'build', weight: '2.5', reachedOn: '2026-03-14', isAccepted: true },
      { milestoneId: 'test', weight: '0.5', isAccepted: false },
    ];
    expect(earned({ kind: 'weighted-milestones', milestones })).toBe(250n);
  });

  test('physical progress is quantity done of quantity planned, and no more than all of it', () => {
    expect(earned({ kind: 'physical', quantityDone: '12.5', quantityPlanned: 50 })).toBe(250n);
    expect(earned({ kind: 'physical', quantityDone: 60, quantityPlanned: 50 })).toBe(1_000n);
  });

  test('agile work earns the points accepted of those the release was planned with, and no more than its budget', () => {
    expect(earned({ kind: 'agile-points', pointsAccepted: 13, pointsPlanned: 40 })).toBe(325n);
    expect(earned({ kind: 'agile-points', pointsAccepted: 45, pointsPlanned: 40 })).toBe(1_000n);
    expect(() => earned({ kind: 'agile-points', pointsAccepted: 1, pointsPlanned: 0 })).toThrow(
      refused('budgeting/quantity-out-of-range'),
    );
  });

  test('level of effort earns exactly what was planned', () => {
    expect(taskValues([task({ kind: 'level-of-effort' })], day)[0]).toMatchObject({
      pvMinor: 500n,
      evMinor: 500n,
    });
  });

  test('apportioned work earns the percentage of its base, also through another apportioned task', () => {
    const values = taskValues(
      [
        task({ kind: 'apportioned', baseTaskId: 'inspection' }, { taskId: 'records', budgetMinor: 200n }),
        task({ kind: 'apportioned', baseTaskId: 'build' }, { taskId: 'inspection', budgetMinor: 100n }),
        task({ kind: 'percent-complete', percentComplete: 40 }, { taskId: 'build' }),
      ],
      day,
    );
    expect(values.map(({ evMinor }) => evMinor)).toEqual([80n, 40n, 400n]);
  });
});

describe('what makes no sense is refused by name', () => {
  test.each([-1, 100.5, '101'])('percent complete of %s', (percentComplete) => {
    expect(() => earned({ kind: 'percent-complete', percentComplete })).toThrow(
      `percentComplete is ${percentComplete}; it must be between 0 and 100.`,
    );
  });

  test('a quantity planned of zero, milestones without weight, a negative budget, a finish before the start', () => {
    expect(() => earned({ kind: 'physical', quantityDone: 1, quantityPlanned: 0 })).toThrow(
      refused('budgeting/quantity-out-of-range'),
    );
    expect(() => earned({ kind: 'weighted-milestones', milestones: [] })).toThrow(
      refused('budgeting/milestone-weights'),
    );
    expect(() => earned({ kind: 'zero-hundred' }, { budgetMinor: -1n })).toThrow(
      refused('budgeting/negative-budget'),
    );
    expect(() => earned({ kind: 'zero-hundred' }, { baselineFinish: '2026-03-08' })).toThrow(
      refused('budgeting/finish-before-start'),
    );
    expect(() => earned({ kind: 'zero-hundred' }, { baselineFinish: '2026-02-30' })).toThrow(
      refused('budgeting/not-a-date'),
    );
  });

  test('apportioned work without a base, or in a circle', () => {
    expect(() => earned({ kind: 'apportioned', baseTaskId: 'gone' })).toThrow(
      refused('budgeting/apportioned-base-missing'),
    );
    expect(() => earned({ kind: 'apportioned', baseTaskId: 'task' })).toThrow(
      refused('budgeting/apportioned-cycle'),
    );
    const circle = [
      task({ kind: 'apportioned', baseTaskId: 'b' }, { taskId: 'a' }),
      task({ kind: 'apportioned', baseTaskId: 'a' }, { taskId: 'b' }),
    ];
    expect(() => taskValues(circle, day)).toThrow(refused('budgeting/apportioned-cycle'));
  });
});

test('half a cent rounds up, task by task', () => {
  const half = task({ kind: 'percent-complete', percentComplete: 50 }, { budgetMinor: 1n });
  const { figures } = projectValue([half, { ...half, taskId: 'other' }], day);
  expect(figures.evMinor).toBe(2n);
});

test('planned value is nothing before the start, all of it from the finish on', () => {
  const planned = (statusDate: string): bigint | undefined =>
    taskValues([task({ kind: 'zero-hundred' })], { statusDate, calendar })[0]?.pvMinor;
  expect(['2026-03-08', '2026-03-09', '2026-03-15', '2026-03-20', '2027-01-01'].map(planned)).toEqual([
    0n,
    100n,
    500n,
    1_000n,
    1_000n,
  ]);
});

test('earned and planned value stay between zero and the budget, and totals equal the tasks shown', () => {
  const date = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dateOf);
  const method: fc.Arbitrary<EarnedValueMethod> = fc.oneof(
    fc
      .integer({ min: 0, max: 100 })
      .map((percentComplete) => ({ kind: 'percent-complete', percentComplete }) as const),
    fc.constantFrom({ kind: 'zero-hundred' }, { kind: 'fifty-fifty' }, { kind: 'level-of-effort' } as const),
    fc
      .tuple(fc.nat(500), fc.integer({ min: 1, max: 300 }))
      .map(
        ([quantityDone, quantityPlanned]) => ({ kind: 'physical', quantityDone, quantityPlanned }) as const,
      ),
    fc.constant({ kind: 'apportioned', baseTaskId: 'base' } as const),
    fc
      .array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), reachedOn: date }), { minLength: 1 })
      .map((all) => ({
        kind: 'weighted-milestones' as const,
        milestones: all.map((one, index) => ({ ...one, milestoneId: `${index}`, isAccepted: true })),
      })),
  );
  const tasks = fc.array(
    fc.record({
      budgetMinor: fc.bigInt({ min: 0n, max: 10n ** 15n }),
      dates: fc.tuple(date, date),
      actualMinor: fc.bigInt({ min: 0n, max: 10n ** 15n }),
      method,
      actualStart: fc.option(date, { nil: undefined }),
      actualFinish: fc.option(date, { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(tasks, date, (drawn, statusDate) => {
      const base = task({ kind: 'percent-complete', percentComplete: 61 }, { taskId: 'base' });
      const all = drawn.map(({ dates, ...rest }, index): BudgetedTask => {
        const [baselineStart, baselineFinish] = [...dates].sort() as [string, string];
        return { ...rest, taskId: `${index}`, baselineStart, baselineFinish };
      });
      const { tasks: values, figures } = projectValue([...all, base], { statusDate, calendar });
      for (const { evMinor, pvMinor, bacMinor } of values) {
        expect(evMinor >= 0n && evMinor <= bacMinor && pvMinor >= 0n && pvMinor <= bacMinor).toBe(true);
      }
      expect(figures).toMatchObject(sumTotals(values));
    }),
    { numRuns: 300 },
  );
});
