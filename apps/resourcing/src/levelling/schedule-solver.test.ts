import { afterAll, describe, expect, test } from '@jest/globals';
import type { LevellingProblem } from '@meridian/levelling';
import { ScheduleSolver } from './schedule-solver.js';

const solver = new ScheduleSolver({ threads: 2 });
afterAll(() => solver.close());

const CREWS = ['a', 'b', 'c'];

/**
 * So many tasks of two slots, each in need of two of three crews: any two want the same crew, so that only one fits at a time,
 * which no crew's own load shows.
 */
function oneAtATime(count: number): LevellingProblem {
  const tasks = Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    durationSlots: 2,
    needs: CREWS.filter((_, crew) => crew !== index % 3).map((poolId) => ({ poolId, units: 2 })),
  }));
  return { tasks, links: [], pools: CREWS.map((id) => ({ id, capacity: 3 })) };
}

describe('a problem in the time given', () => {
  test('gets a plan, and "optimal" only with the bound that meets it', async () => {
    const seen: number[] = [];
    const answer = await solver.solve(oneAtATime(5), {
      deadlineMs: 400,
      proofDeadlineMs: 20_000,
      seed: 1,
      onImprove: ({ makespan }) => seen.push(makespan),
    });
    expect(answer).toMatchObject({ makespan: 10, lowerBound: 10, gap: 0, isOptimal: true });
    expect(seen.at(-1)).toBe(10);
    expect([...answer.schedule.start].sort((a, b) => a - b)).toEqual([0, 2, 4, 6, 8]);
  });

  test('without time for a proof says how far it may be from the best', async () => {
    const problem = { ...oneAtATime(4), links: [{ from: 't0', to: 't1', lagSlots: 3 }] };
    const answer = await solver.solve(problem, { deadlineMs: 100, proofDeadlineMs: 0, seed: 1 });
    expect(answer.makespan).toBe(8);
    expect(answer.lowerBound).toBeLessThanOrEqual(8);
    expect(answer.gap).toBeCloseTo((8 - answer.lowerBound) / 8);
    expect(answer.isOptimal).toBe(answer.lowerBound === 8);
  });

  test('where work that cannot move is above capacity, is proven by the work that can', async () => {
    const problem = {
      ...oneAtATime(3),
      tasks: [
        ...oneAtATime(3).tasks,
        {
          id: 'fixed',
          durationSlots: 2,
          fixedStart: 1,
          needs: CREWS.map((poolId) => ({ poolId, units: 5 })),
        },
      ],
      pools: CREWS.map((id) => ({ id, capacity: 3, changes: [{ from: 4, capacity: 2 }] })),
    };
    const answer = await solver.solve(problem, { deadlineMs: 400, proofDeadlineMs: 20_000, seed: 1 });
    expect(answer).toMatchObject({ makespan: 9, lowerBound: 9, isOptimal: true });
  });

  test('ends at once when it is no longer wanted, with the best plan so far', async () => {
    const wanted = new AbortController();
    const begun = performance.now();
    const answer = await solver.solve(oneAtATime(60), {
      deadlineMs: 60_000,
      seed: 1,
      signal: wanted.signal,
      onImprove: () => wanted.abort(),
    });
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(answer.makespan).toBeGreaterThanOrEqual(120);
  });
});
