import loadHighs from 'highs';
import type { CallbackData, InterruptCallbackEvent, Model, ModelData } from 'highs';
import type { ModelRow } from '../selection-model.js';
import type { SolverAnswer, SolverProgram } from './solver-program.js';

// Its types speak of CommonJS, where the function lies one level deeper; as a module it is the default itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/**
 * Cuts below the root and heuristics cost more than they give where the best is known: portfolios of 50 candidates with 4
 * starts took 1.1 to 3.5 s instead of 2.2 to 5.1 s.
 */
const FOR_PROOF = {
  mip_allow_cut_separation_at_nodes: false,
  mip_heuristic_effort: 0,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false,
};

/** Solves with HiGHS and blocks until it is done or its time is over: for threads that may be ended, and tests. */
export function solveProgram(program: SolverProgram): SolverAnswer {
  return highs.withModel(dataOf(program), (model) => solve(model, program));
}

function solve(model: Model, program: SolverProgram): SolverAnswer {
  const { timeLimitMs, relativeGap, target = Infinity, start, isProof, isRelaxed, onImprove } = program;
  model.options.set({
    output_flag: false,
    time_limit: timeLimitMs / 1_000,
    mip_rel_gap: relativeGap,
    mip_abs_gap: 1e-9,
    mip_feasibility_tolerance: 1e-9,
    primal_feasibility_tolerance: 1e-9,
    ...(isProof ? FOR_PROOF : {}),
  });
  if (start) model.setSolution({ colValue: start });
  const { modelStatus, callbackType } = highs.constants;
  model.run({
    [callbackType.mipImprovingSolution]: ({ data }: { data: CallbackData }) => {
      if (data.mip_solution) onImprove?.(data.mip_solution);
    },
    [callbackType.mipInterrupt]: (event: InterruptCallbackEvent) => {
      if ((event.data.mip_primal_bound ?? -Infinity) >= target) event.interrupt();
    },
  });
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { status: 'infeasible' };
  const isSolved = status === modelStatus.optimal;
  const { colValue, colDual, rowDual } = model.getSolution();
  const objective = model.getObjectiveValue();
  if (isRelaxed) {
    return isSolved
      ? { status: 'solved', solution: colValue, objective, bound: objective, rowDual, reducedCost: colDual }
      : { status: 'out-of-time' };
  }
  const hasSolution = Number(model.info.get('primal_solution_status')) === 2;
  return {
    status: isSolved ? 'solved' : 'out-of-time',
    bound: Number(model.info.get('mip_dual_bound')),
    ...(hasSolution ? { solution: colValue, objective } : {}),
  };
}

function dataOf({ objective, lower, upper, rows, isRelaxed }: SolverProgram): ModelData {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, index) => (starts[index + 1] = (starts[index] as number) + columns.length));
  const numCols = objective.length;
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: objective,
    colLower: lower ?? new Float64Array(numCols),
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
