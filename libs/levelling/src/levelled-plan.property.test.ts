import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileProblem } from './compile-problem.js';
import { lowerBound } from './lower-bound.js';
import type { LevellingProblem, LinkKind } from './problem.js';
import { searchPlan } from './search/search-plan.js';
import { violationsOf } from './violations.js';

const KINDS: readonly LinkKind[] = ['FS', 'FS', 'SS', 'FF', 'SF'];

/** Small portfolios with every kind of link, leads and lags, releases, capacity that changes and work that is fixed. */
const problems: fc.Arbitrary<LevellingProblem> = fc
  .record({
    tasks: fc.array(
      fc.record({
        durationSlots: fc.nat(6),
        units: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
        release: fc.nat(5),
        links: fc.array(
          fc.record({
            back: fc.integer({ min: 1, max: 4 }),
            kind: fc.nat(4),
            lag: fc.integer({ min: -2, max: 3 }),
          }),
          { maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    fixed: fc.array(fc.record({ start: fc.nat(12), durationSlots: fc.nat(4), units: fc.nat(4) }), {
      maxLength: 2,
    }),
    changes: fc.array(
      fc.record({ from: fc.integer({ min: 1, max: 20 }), capacity: fc.integer({ min: 0, max: 5 }) }),
      { maxLength: 3 },
    ),
  })
  .map(({ tasks, fixed, changes }) => ({
    pools: [0, 1, 2].map((pool) => ({
      id: `P${pool}`,
      capacity: 4,
      ...(pool === 0
        ? { changes: [...changes.sort((a, b) => a.from - b.from), { from: 21, capacity: 4 }] }
        : {}),
    })),
    tasks: [
      ...tasks.map(({ durationSlots, units, release }, index) => ({
        id: `T${index}`,
        durationSlots,
        release,
        needs: units.map((asked, pool) => ({ poolId: `P${pool}`, units: asked })),
      })),
      ...fixed.map(({ start, durationSlots, units }, index) => ({
        id: `F${index}`,
        durationSlots,
        fixedStart: start,
        needs: [{ poolId: 'P1', units }],
      })),
    ],
    links: tasks.flatMap(({ links }, index) =>
      links
        .filter(({ back }) => back <= index)
        .map(({ back, kind, lag }) => ({
          from: `T${index - back}`,
          to: `T${index}`,
          kind: KINDS[kind],
          lagSlots: lag,
        })),
    ),
  }));

test('a levelled plan breaks no link, no release, no fixed work and no capacity, and no bound is above it', () => {
  fc.assert(
    fc.property(problems, fc.nat(1_000), (problem, seed) => {
      const compiled = compileProblem(problem);
      const { best } = searchPlan(compiled, {
        objective: 'finish',
        seed,
        forMs: 1,
        lowerBound: 0,
        stop: (schedules) => schedules > 60,
      });
      expect(violationsOf(problem, { start: [...best.start], finish: [...best.finish] })).toEqual([]);
      const bound = lowerBound(compiled, { upper: best.value + 10, stop: () => false });
      expect(bound).toBeLessThanOrEqual(best.value);
    }),
    { numRuns: 300 },
  );
});

test('the same seed gives the same plan after the same number of schedules', () => {
  fc.assert(
    fc.property(problems, fc.nat(1_000), (problem, seed) => {
      const run = () =>
        searchPlan(compileProblem(problem), {
          objective: 'finish',
          seed,
          forMs: 5,
          lowerBound: 0,
          stop: (schedules) => schedules > 100,
        });
      expect(run().best.start).toEqual(run().best.start);
    }),
    { numRuns: 20 },
  );
});
