import { describe, expect, test } from '@jest/globals';
import { compileProblem } from '../compile-problem.js';
import { lowerBound } from '../lower-bound.js';
import type { LevellingProblem, Pool } from '../problem.js';

function boundOf(asked: readonly number[], crew: Omit<Pool, 'id'>): number {
  const problem: LevellingProblem = {
    tasks: asked.map((units, index) => ({
      id: `t${index}`,
      durationSlots: 2,
      needs: [{ poolId: 'crew', units }],
    })),
    links: [],
    pools: [{ id: 'crew', ...crew }],
  };
  return lowerBound(compileProblem(problem), { upper: Infinity, stop: () => true });
}

describe('what a pool must do before anything ends', () => {
  test('fills the pool when its tasks do', () => {
    expect(boundOf([1, 1, 2, 2], { capacity: 3 })).toBe(4);
  });

  test('is one after the other where no two tasks fit side by side, whatever is left beside them', () => {
    expect(boundOf([2, 2, 2, 2, 2], { capacity: 3 })).toBe(10);
  });

  test('is two by two where no three fit, also beside larger ones', () => {
    expect(boundOf([4, 4, 4, 4], { capacity: 11 })).toBe(4);
    expect(boundOf([7, 4, 4, 4], { capacity: 11 })).toBe(4);
  });

  test('stands still in slots in which too few are there for any of its tasks', () => {
    const away = [
      { from: 2, capacity: 1 },
      { from: 6, capacity: 3 },
    ];
    expect(boundOf([2, 2], { capacity: 3, changes: away })).toBe(8);
  });
});
