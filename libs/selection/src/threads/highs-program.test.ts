import { expect, test } from '@jest/globals';
import { solveProgram } from './highs-program.js';
import type { SolverProgram } from './solver-program.js';

/** Three candidates worth 6, 5 and 4 that cost 4, 3 and 3, against a budget of 6. */
const program: SolverProgram = {
  objective: Float64Array.of(6, 5, 4),
  upper: Float64Array.of(1, 1, 1),
  rows: [{ columns: [0, 1, 2], coefficients: [4, 3, 3], lower: -Infinity, upper: 6 }],
  timeLimitMs: 10_000,
  relativeGap: 0,
} as SolverProgram;

test('the best selection is found and proven', () => {
  const answer = solveProgram(program);
  expect(answer.status).toBe('solved');
  expect(Array.from(answer.solution ?? [], Math.round)).toEqual([0, 1, 1]);
  expect(answer.objective).toBeCloseTo(9);
  expect(answer.bound).toBeCloseTo(9);
});

test('the relaxation prices what is scarce: one more unit of budget is worth 1.5', () => {
  const { objective, rowDual } = solveProgram({ ...program, isRelaxed: true });
  expect(objective).toBeCloseTo(9.5);
  expect(Math.abs(rowDual?.[0] ?? 0)).toBeCloseTo(1.5);
});

test('what cannot be is called so', () => {
  const rows = [
    ...program.rows,
    { columns: [0], coefficients: [1], lower: 2, upper: 2 },
  ] as SolverProgram['rows'];
  expect(solveProgram({ ...program, rows })).toEqual({ status: 'infeasible' });
});
