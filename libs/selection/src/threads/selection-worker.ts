import { parentPort, workerData } from 'node:worker_threads';
import { checkSelection } from '../selection-check.js';
import { otherThan, selectionModel, selectionOf, startOf } from '../selection-model.js';
import type { Selection } from '../selection-problem.js';
import { searchSelection } from '../selection-search.js';
import { solveProgram } from './highs-program.js';
import type { SolverAnswer } from './solver-program.js';
import type { LimitPrice, SelectionNews, SelectionTask } from './selection-task.js';

// A selection in a thread of its own: WebAssembly cannot be interrupted, a thread can be ended, and what it said before counts.
const task = workerData as SelectionTask;
const until = performance.now() + task.timeLimitMs;
/** Share of the time for the search, which finds most of it at once. */
const SEARCH_SHARE = 0.1;
const LONGEST_SEARCH_MS = 500;
/** How many options stay open in a core, one core after the other. */
const CORES = [150, 400];
/** A core of more than half of a program is hardly easier than the whole. */
const SMALLEST_TO_CORE = 2;
/** Share of the time that is left for each core: more when a gap will do, less when the optimum has to be proven anyway. */
const CORE_SHARE = { gap: 0.45, optimum: 0.1 };
/** Rounds between two looks at the clock. */
const LOOK_EVERY = 32;
/** What is nearer to a whole number than this is one. */
const WHOLE = 1e-6;

const model = selectionModel(task.problem);
const rows = [...model.rows, ...task.otherThan.map((selection) => otherThan(model, selection))];
const { objective, upper, columns, limits, valueScale } = model;
let news: SelectionNews = { isLast: false, status: 'out-of-time' };
let best = -Infinity;

select();

function select(): void {
  const program = { objective, upper, rows, relativeGap: task.relativeGap };
  const relaxed = solveProgram({ ...program, timeLimitMs: leftMs(), isRelaxed: true });
  if (relaxed.status === 'infeasible') return tell({ status: 'infeasible', isLast: true });
  if (relaxed.rowDual && relaxed.bound !== undefined)
    tell({ prices: pricesOf(relaxed.rowDual), bound: relaxed.bound / valueScale });
  // The search knows nothing of selections that are not wanted again.
  if (task.otherThan.length === 0) search(relaxed.solution ?? new Float64Array(columns.length));
  for (const size of CORES)
    if (!isGoodEnough() && size * SMALLEST_TO_CORE <= columns.length) solveCore(relaxed, size);
  if (isGoodEnough()) return tell({ status: 'solved', isLast: true });
  const answer = solveProgram({
    ...program,
    timeLimitMs: leftMs(),
    start: news.selection && startOf(model, news.selection),
    target: target(),
    isProof: task.relativeGap === 0 && news.selection !== undefined,
    onImprove: (solution) => offer(selectionOf(model, solution)),
  });
  if (answer.solution) offer(selectionOf(model, answer.solution));
  const bound = Math.min(news.bound ?? Infinity, (answer.bound ?? Infinity) / valueScale);
  tell({ status: answer.status, ...(Number.isFinite(bound) ? { bound } : {}), isLast: true });
}

function search(relaxed: Float64Array): void {
  const stop = performance.now() + Math.min(LONGEST_SEARCH_MS, task.timeLimitMs * SEARCH_SHARE);
  const found = searchSelection(task.problem, model, {
    prices: (news.prices ?? []).map(({ perUnit }) => perUnit),
    relaxed,
    seed: task.seed,
    isOver: (rounds, value) =>
      rounds % LOOK_EVERY === 0 &&
      (performance.now() >= stop || value * (1 + task.relativeGap) >= (news.bound ?? Infinity)),
  });
  if (found) offer(found);
}

/**
 * The core of a many-constrained knapsack: the options whose reduced cost is nearest to nothing stay open, all others are
 * done or not as the relaxation has them. A fraction of the program, and what is best in it is rarely far from the best.
 * Source: Puchinger, Raidl and Pferschy, The Multidimensional Knapsack Problem: Structure and Algorithms, 2010.
 */
function solveCore({ solution, reducedCost }: SolverAnswer, size: number): void {
  if (!solution || !reducedCost) return;
  const nearest = [...reducedCost.keys()].sort(
    (a, b) => Math.abs(reducedCost[a] ?? 0) - Math.abs(reducedCost[b] ?? 0),
  );
  const lower = Float64Array.from(solution, (share) => (share > 1 - WHOLE ? 1 : 0));
  const highest = Float64Array.from(solution, (share) => (share < WHOLE ? 0 : 1));
  for (const column of nearest.slice(0, size)) {
    lower[column] = 0;
    highest[column] = 1;
  }
  const share = task.relativeGap > 0 ? CORE_SHARE.gap : CORE_SHARE.optimum;
  const timeLimitMs = Math.max(1, leftMs() * share);
  const program = {
    objective,
    lower,
    upper: highest,
    rows,
    relativeGap: 1e-4,
    timeLimitMs,
    target: target(),
  };
  const found = solveProgram({ ...program, onImprove: (improved) => offer(selectionOf(model, improved)) });
  if (found.solution) offer(selectionOf(model, found.solution));
}

/** What a selection must be worth, in the program's units, to be as good as was asked for. */
function target(): number | undefined {
  const { bound } = news;
  return task.relativeGap > 0 && bound !== undefined
    ? (bound * valueScale) / (1 + task.relativeGap)
    : undefined;
}

function offer(selection: Selection): void {
  const { value, broken } = checkSelection(task.problem, selection);
  if (broken.length > 0 || Number(value) <= best) return;
  best = Number(value);
  tell({ selection });
}

function isGoodEnough(): boolean {
  return task.relativeGap > 0 && best * (1 + task.relativeGap) >= (news.bound ?? Infinity);
}

function tell(more: Partial<SelectionNews>): void {
  news = { ...news, ...more };
  parentPort?.postMessage(news);
}

function leftMs(): number {
  return Math.max(1, until - performance.now());
}

/** The duals of the limits' rows. */
function pricesOf(duals: Float64Array): readonly LimitPrice[] {
  return limits.map(({ resource, isBudget, period, row, scale }) => {
    const perUnit = (Math.abs(duals[row] ?? 0) * scale) / valueScale;
    return { resource, isBudget, period, perUnit };
  });
}
