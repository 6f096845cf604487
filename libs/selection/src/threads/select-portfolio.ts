import { Worker } from 'node:worker_threads';
import { checkSelection } from '../selection-check.js';
import type { CheckedSelection } from '../selection-check.js';
import type { Selection, SelectionProblem } from '../selection-problem.js';
import type { LimitPrice, SelectionNews, SelectionTask } from './selection-task.js';

export interface SelectionWish {
  readonly timeLimitMs: number;
  /** 0.01 stops at a proven 1 %; 0, the default, asks for the optimum. */
  readonly relativeGap?: number;
  readonly seed?: number;
  /** Selections found before: the next best is the best other than these. */
  readonly otherThan?: readonly Selection[];
  readonly signal?: AbortSignal;
}

/**
 * `optimal` is said only with a proof; `within-gap`: as good as was asked for, with a proof; `best-found`: time was over;
 * `none-found`: time was over before there was any; `impossible`: it is proven that no selection keeps all limits and rules.
 */
export interface PortfolioSelection {
  readonly proof: 'optimal' | 'within-gap' | 'best-found' | 'none-found' | 'impossible';
  readonly selection?: Selection;
  /** Exact, from the independent check. */
  readonly checked?: CheckedSelection;
  /** No selection is worth more, in the units of the values. */
  readonly bound?: number;
  /** (bound − value) / value; absent for a value of 0. */
  readonly gap?: number;
  readonly prices: readonly LimitPrice[];
}

/** What a thread gets beyond its own limit before it is ended: loading the solver, and handing over what it found. */
const GRACE_MS = 1_000;
/** What a solver in double precision cannot tell from nothing. */
const TOLERANCE = 1e-9;

/**
 * Selects the candidates and their starts that are worth most within the limits and rules: relaxation for the bound and the
 * prices, own search for a good selection at once, HiGHS for the proof. Runs in a thread of its own, which is ended when its
 * time is over or the signal says so; the caller is never blocked. What is returned has passed the independent check.
 */
export async function selectPortfolio(
  problem: SelectionProblem,
  { timeLimitMs, relativeGap = 0, seed = 1, otherThan = [], signal }: SelectionWish,
): Promise<PortfolioSelection> {
  const task: SelectionTask = { problem, timeLimitMs, relativeGap, seed, otherThan };
  const news = await lastNews(task, signal);
  const { selection, bound, prices = [] } = news;
  if (news.status === 'infeasible') return { proof: 'impossible', prices };
  if (!selection) return { proof: 'none-found', prices, ...(bound === undefined ? {} : { bound }) };
  const checked = checkSelection(problem, selection);
  if (checked.broken.length > 0)
    throw new Error(`The selection breaks ${checked.broken.join('; ')}: it was not let through.`);
  const value = Number(checked.value);
  const gap = bound === undefined || value === 0 ? undefined : Math.max(0, (bound - value) / Math.abs(value));
  return {
    proof: proofOf(news, relativeGap, gap),
    selection,
    checked,
    prices,
    ...(bound === undefined ? {} : { bound: Math.max(bound, value) }),
    ...(gap === undefined ? {} : { gap }),
  };
}

function proofOf(
  { status }: SelectionNews,
  relativeGap: number,
  gap: number | undefined,
): PortfolioSelection['proof'] {
  if (gap !== undefined && gap <= TOLERANCE) return 'optimal';
  if (status === 'solved') return relativeGap === 0 ? 'optimal' : 'within-gap';
  return gap !== undefined && gap <= relativeGap ? 'within-gap' : 'best-found';
}

function lastNews(task: SelectionTask, signal: AbortSignal | undefined): Promise<SelectionNews> {
  const worker = new Worker(new URL('./selection-worker.js', import.meta.url), { workerData: task });
  let news: SelectionNews = { isLast: false, status: 'out-of-time' };
  return new Promise<SelectionNews>((told, failed) => {
    const end = (): void => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', end);
      told(news);
      void worker.terminate();
    };
    const limit = setTimeout(end, task.timeLimitMs + GRACE_MS);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    worker.on('message', (more: SelectionNews) => {
      news = more;
      if (more.isLast) end();
    });
    worker.once('error', (error) => {
      clearTimeout(limit);
      failed(error);
    });
  });
}
