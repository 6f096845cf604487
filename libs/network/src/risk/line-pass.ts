import { FF, FS, SF, SS } from '../compiled-network.js';
import { COMPLETED, PLANNED, RUNNING } from '../progress-state.js';
import { BLOCK_RUNS } from './risk-model.js';
import type { LinePlan, RiskModel } from './risk-model.js';

/**
 * Early finishes and late starts of a block of runs side by side: one edge is read once for all runs, and the inner loops
 * run over neighbouring numbers.
 */
export class LinePass {
  /** Finish of the whole, by run. */
  readonly projectFinish = new Int32Array(BLOCK_RUNS);
  /** By position and run. */
  readonly finish: Int32Array;
  private readonly start: Int32Array;
  private readonly lateStart: Int32Array;
  private readonly row = new Int32Array(BLOCK_RUNS);
  private readonly skips: number;

  constructor(
    private readonly plan: LinePlan,
    private readonly model: Pick<RiskModel, 'isOverride' | 'criticalFloat'>,
  ) {
    this.start = new Int32Array(plan.count * BLOCK_RUNS);
    this.finish = new Int32Array(plan.count * BLOCK_RUNS);
    this.lateStart = new Int32Array(plan.count * BLOCK_RUNS);
    this.skips = model.isOverride ? RUNNING : COMPLETED;
    for (let p = 0; p < plan.count; p++) {
      if (plan.state[p] === PLANNED) continue;
      this.start.fill(plan.start[p]!, p * BLOCK_RUNS, (p + 1) * BLOCK_RUNS);
      this.finish.fill(plan.finish[p]!, p * BLOCK_RUNS, (p + 1) * BLOCK_RUNS);
    }
  }

  /** Computes a block from its remaining durations; counts the runs (of the first `runs`) in which each position is critical. */
  run(duration: Int32Array, runs: number, criticalRuns: Int32Array): void {
    const { count } = this.plan;
    this.projectFinish.fill(-0x80000000);
    for (let p = 0; p < count; p++) this.forward(p, duration);
    for (let p = count - 1; p >= 0; p--) {
      if (this.plan.state[p] === COMPLETED) continue;
      this.backward(p, duration);
      criticalRuns[p] = this.countCritical(p, runs);
    }
  }

  private forward(p: number, duration: Int32Array): void {
    const { finish, projectFinish, row } = this;
    const offset = p * BLOCK_RUNS;
    const state = this.plan.state[p]!;
    if (state === PLANNED || state === RUNNING) {
      row.fill(this.plan.least[p]!);
      if (state === PLANNED || !this.model.isOverride) this.readIncoming(p, duration);
      if (state === PLANNED) this.start.set(row, offset);
      for (let run = 0; run < BLOCK_RUNS; run++) finish[offset + run] = row[run]! + duration[offset + run]!;
    }
    for (let run = 0; run < BLOCK_RUNS; run++) {
      if (finish[offset + run]! > projectFinish[run]!) projectFinish[run] = finish[offset + run]!;
    }
  }

  /** Raises the row to the place that links ask for. */
  private readIncoming(p: number, duration: Int32Array): void {
    const { first, other, kind, lag } = this.plan.incoming;
    const { row } = this;
    const own = p * BLOCK_RUNS;
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      const dates = kind[k] === FS || kind[k] === FF ? this.finish : this.start;
      const from = other[k]! * BLOCK_RUNS;
      const wait = lag[k]!;
      if (kind[k] === FS || kind[k] === SS) {
        for (let run = 0; run < BLOCK_RUNS; run++) {
          const place = dates[from + run]! + wait;
          if (place > row[run]!) row[run] = place;
        }
      } else {
        for (let run = 0; run < BLOCK_RUNS; run++) {
          const place = dates[from + run]! + wait - duration[own + run]!;
          if (place > row[run]!) row[run] = place;
        }
      }
    }
  }

  /** The row becomes the late finish. */
  private backward(p: number, duration: Int32Array): void {
    const { first, other, kind, lag } = this.plan.outgoing;
    const { row, lateStart } = this;
    const { state } = this.plan;
    const own = p * BLOCK_RUNS;
    row.set(this.projectFinish);
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      const edge = kind[k]!;
      const to = other[k]! * BLOCK_RUNS;
      const isFromStart = edge === SS || edge === SF;
      if (state[other[k]!]! >= this.skips || (isFromStart && state[p] === RUNNING)) continue;
      const wait = lag[k]!;
      // A late date of the successor, less the lag, is a late finish, or a late start that the duration makes one.
      const isToFinish = edge === FF || edge === SF ? 1 : 0;
      const adds = isFromStart ? 1 : 0;
      if (edge === FS) {
        for (let run = 0; run < BLOCK_RUNS; run++) {
          const late = lateStart[to + run]! - wait;
          if (late < row[run]!) row[run] = late;
        }
      } else {
        for (let run = 0; run < BLOCK_RUNS; run++) {
          const late =
            lateStart[to + run]! + isToFinish * duration[to + run]! - wait + adds * duration[own + run]!;
          if (late < row[run]!) row[run] = late;
        }
      }
    }
    for (let run = 0; run < BLOCK_RUNS; run++) lateStart[own + run] = row[run]! - duration[own + run]!;
  }

  private countCritical(p: number, runs: number): number {
    const { row, finish } = this;
    const { criticalFloat } = this.model;
    const own = p * BLOCK_RUNS;
    let critical = 0;
    for (let run = 0; run < runs; run++) if (row[run]! - finish[own + run]! <= criticalFloat) critical++;
    return critical;
  }
}
