import { availableParallelism, loadavg, totalmem } from 'node:os';
import type { Figures } from './figures.js';

export interface Goal {
  readonly id: string;
  readonly figure: string;
  /** The goal in words, with its unit. */
  readonly goal: string;
  readonly holds: boolean;
}

/** A goal that a figure stays below or reaches. A figure that was not measured does not hold. */
export function goalOf(
  figures: Figures,
  id: string,
  figure: string,
  limit: { readonly below: number } | { readonly atLeast: number },
): Goal {
  const value = figures.has(figure) ? figures.median(figure) : Number.NaN;
  if ('below' in limit) return { id, figure, goal: `below ${limit.below}`, holds: value < limit.below };
  return { id, figure, goal: `at least ${limit.atLeast}`, holds: value >= limit.atLeast };
}

/** The one JSON object on standard output. */
export function printAnswer(name: string, at: Date, figures: Figures, goals: readonly Goal[]): void {
  const answer = {
    name,
    at: at.toISOString(),
    machine: {
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 1024 ** 3),
      node: process.versions.node,
      load: Number((loadavg()[0] ?? 0).toFixed(1)),
    },
    figures: figures.summary(),
    goals,
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/** Told on standard error, so that standard output stays one JSON object. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
