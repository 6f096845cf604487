import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { Model, ModelData } from 'highs';
import type { ModelRow } from '../domain/portfolio/selection-model.js';
import type { SolverAnswer, SolverTask } from './solver-task.js';

// One program, solved in a thread of its own: WebAssembly cannot be interrupted, a thread can be ended.
const task = workerData as SolverTask;
// Its types speak of CommonJS, where the function lies one level deeper; as a module it is the default itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
parentPort?.postMessage(highs.withModel(dataOf(task), (model) => solve(model, task)));

function solve(model: Model, { timeLimitMs, relativeGap, start, isRelaxed }: SolverTask): SolverAnswer {
  model.options.set({
    output_flag: false,
    time_limit: timeLimitMs / 1_000,
    mip_rel_gap: relativeGap,
    mip_abs_gap: 1e-9,
    mip_feasibility_tolerance: 1e-9,
    primal_feasibility_tolerance: 1e-9,
  });
  if (start) model.setSolution({ colValue: start });
  model.run();
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { status: 'infeasible' };
  const isSolved = status === modelStatus.optimal;
  const { colValue, rowDual } = model.getSolution();
  if (isRelaxed)
    return { status: isSolved ? 'solved' : 'out-of-time', objective: model.getObjectiveValue(), rowDual };
  const bound = Number(model.info.get('mip_dual_bound'));
  const hasSolution = Number(model.info.get('primal_solution_status')) === 2;
  return {
    status: isSolved ? 'solved' : 'out-of-time',
    bound,
    ...(hasSolution ? { solution: colValue, objective: model.getObjectiveValue() } : {}),
  };
}

function dataOf({ objective, upper, rows, isRelaxed }: SolverTask): ModelData {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, index) => (starts[index + 1] = (starts[index] as number) + columns.length));
  const numCols = objective.length;
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: objective,
    colLower: new Float64Array(numCols),
    colUpper: upper,
    rowLower: Float64Array.from(rows, ({ lower }) => bounded(lower)),
    rowUpper: Float64Array.from(rows, ({ upper: most }) => bounded(most)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts,
      indices: Int32Array.from(flat(rows, ({ columns }) => columns)),
      values: Float64Array.from(flat(rows, ({ coefficients }) => coefficients)),
    },
    ...(isRelaxed ? {} : { integrality: Array.from({ length: numCols }, () => variableType.integer) }),
  };
}

function bounded(value: number): number {
  return Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
}

function flat(rows: readonly ModelRow[], of: (row: ModelRow) => readonly number[]): number[] {
  return rows.flatMap((row) => [...of(row)]);
}
