import { expect, test } from '@jest/globals';
import { solveProgram } from './solve-program.js';
import type { SolverTask } from './solver-task.js';

/** Three candidates worth 6, 5 and 4 that cost 4, 3 and 3, against a budget of 6. */
const task: SolverTask = {
  objective: Float64Array.of(6, 5, 4),
  upper: Float64Array.of(1, 1, 1),
  rows: [{ columns: [0, 1, 2], coefficients: [4, 3, 3], lower: -Infinity, upper: 6 }],
  timeLimitMs: 10_000,
  relativeGap: 0,
} as SolverTask;

test('the best selection is found and proven', async () => {
  const answer = await solveProgram(task);
  expect(answer.status).toBe('solved');
  expect(Array.from(answer.solution ?? [], Math.round)).toEqual([0, 1, 1]);
  expect(answer.objective).toBeCloseTo(9);
  expect(answer.bound).toBeCloseTo(9);
});

test('the relaxation prices what is scarce: one more unit of budget is worth 1.5', async () => {
  const { objective, rowDual } = await solveProgram({ ...task, isRelaxed: true });
  expect(objective).toBeCloseTo(9.5);
  expect(Math.abs(rowDual?.[0] ?? 0)).toBeCloseTo(1.5);
});

test('what cannot be is called so', async () => {
  const rows = [...task.rows, { columns: [0], coefficients: [1], lower: 2, upper: 2 }] as SolverTask['rows'];
  await expect(solveProgram({ ...task, rows })).resolves.toEqual({ status: 'infeasible' });
});

test('a search that is called off ends without an answer', async () => {
  await expect(solveProgram(task, AbortSignal.abort())).resolves.toEqual({ status: 'out-of-time' });
});
