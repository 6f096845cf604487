import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileProblem } from '../compile-problem.js';
import type { LevellingProblem } from '../problem.js';
import { ParallelRule } from './parallel-rule.js';
import { PlainScheduler } from './plain-scheduler.js';
import { TaskOrder } from './task-order.js';

const crew = (units: number) => [{ poolId: 'crew', units }];

/** The order that the rule gives, and when the serial scheme starts the tasks in that order. */
function ordered(problem: LevellingProblem, keys: readonly number[], length = 100) {
  const compiled = compileProblem(problem);
  const movable = new TaskOrder(compiled).topological;
  const order = new Int32Array(movable.length);
  new ParallelRule(compiled, movable, length).order(Float64Array.from(keys), order);
  const scheduler = new PlainScheduler(compiled);
  scheduler.forward(order);
  return { order: [...order], start: [...scheduler.start] };
}

describe('a plan made slot by slot', () => {
  test('lets the urgent task wait and starts another rather than letting a crew stand idle', () => {
    const problem: LevellingProblem = {
      pools: [{ id: 'crew', capacity: 2 }],
      tasks: [
        { id: 'running', durationSlots: 2, needs: crew(1) },
        { id: 'urgent', durationSlots: 1, needs: crew(2) },
        { id: 'any-time', durationSlots: 3, needs: crew(1) },
      ],
      links: [],
    };
    expect(ordered(problem, [0, 1, 2])).toEqual({ order: [0, 2, 1], start: [0, 3, 0] });
  });

  test('begins what follows in the same slot, after releases, fixed work and slots without people', () => {
    const problem: LevellingProblem = {
      pools: [
        {
          id: 'crew',
          capacity: 2,
          changes: [
            { from: 2, capacity: 0 },
            { from: 4, capacity: 2 },
          ],
        },
      ],
      tasks: [
        { id: 'go', durationSlots: 0, needs: [], release: 1 },
        { id: 'first', durationSlots: 1, needs: crew(1) },
        { id: 'second', durationSlots: 2, needs: crew(1) },
        { id: 'fixed', durationSlots: 1, needs: crew(2), fixedStart: 4 },
      ],
      links: [
        { from: 'go', to: 'first' },
        { from: 'first', to: 'second' },
      ],
    };
    expect(ordered(problem, [0, 1, 2, 3])).toEqual({ order: [0, 1, 2], start: [1, 1, 5, 4] });
  });

  test('that is longer than was asked for ends with what is left, by key', () => {
    const tasks = [3, 1, 2].map((_, index) => ({ id: `t${index}`, durationSlots: 4, needs: crew(1) }));
    const problem = { pools: [{ id: 'crew', capacity: 1 }], tasks, links: [] };
    expect(ordered(problem, [3, 2, 1], 3).order).toEqual([2, 1, 0]);
  });

  test('names each task once, behind its predecessors', () => {
    const sizes = fc.array(fc.record({ slots: fc.nat(5), units: fc.nat(3), back: fc.nat(3) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(sizes, fc.constantFrom(5, 20, 100), (drawn, length) => {
        const problem: LevellingProblem = {
          pools: [{ id: 'crew', capacity: 3 }],
          tasks: drawn.map(({ slots, units }, at) => ({
            id: `t${at}`,
            durationSlots: slots,
            needs: crew(units),
          })),
          links: drawn.flatMap(({ back }, at) =>
            back > 0 && back <= at ? [{ from: `t${at - back}`, to: `t${at}` }] : [],
          ),
        };
        const { order } = ordered(
          problem,
          drawn.map(({ slots }, at) => at + 10 * slots),
          length,
        );
        expect([...order].sort((a, b) => a - b)).toEqual(drawn.map((_, at) => at));
        if (length < 100) return; // what is left at the end stands by key, and is mended by whoever asked
        drawn.forEach(({ back }, at) => {
          if (back > 0 && back <= at) expect(order.indexOf(at - back)).toBeLessThan(order.indexOf(at));
        });
      }),
      { numRuns: 200, seed: 20_261_123 },
    );
  });
});
