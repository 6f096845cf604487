import { CalendarPass } from './calendar-pass.js';
import { DrawnBlock } from './draw-block.js';
import { LinePass } from './line-pass.js';
import { BLOCK_RUNS } from './risk-model.js';
import type { BlockAnswer, RiskModel } from './risk-model.js';

type PassModel = Pick<RiskModel, 'plan' | 'planned' | 'isOverride' | 'criticalFloat'>;

/** How many blocks so many runs are. */
export function blocksOf(runs: number): number {
  return Math.ceil(runs / BLOCK_RUNS);
}

/** Computes blocks of runs, each the same whoever computes it when. */
export class RiskKernel {
  private readonly drawn: DrawnBlock;
  private readonly pass: LinePass | CalendarPass;

  constructor(private readonly model: RiskModel) {
    this.drawn = new DrawnBlock(model);
    this.pass = passOf(model);
  }

  /** @param runs of the whole simulation: the last block may have fewer than the others */
  block(block: number, runs: number): BlockAnswer {
    const { model, drawn, pass } = this;
    const count = Math.min(BLOCK_RUNS, runs - block * BLOCK_RUNS);
    const criticalRuns = new Int32Array(model.planned.length);
    drawn.draw(block);
    pass.run(drawn.duration, count, criticalRuns);
    return {
      finish: pass.projectFinish.slice(0, count),
      cost: drawn.cost.slice(0, count),
      criticalRuns,
      ...this.sums(count),
      ...this.eventSums(count),
    };
  }

  private sums(count: number): Pick<BlockAnswer, 'sumD' | 'sumDD' | 'sumDF'> {
    const { varied, planned, plannedFinish } = this.model;
    const { duration } = this.drawn;
    const { projectFinish } = this.pass;
    const sums = {
      sumD: new Float64Array(varied.length),
      sumDD: new Float64Array(varied.length),
      sumDF: new Float64Array(varied.length),
    };
    for (let i = 0; i < varied.length; i++) {
      const offset = varied[i]! * BLOCK_RUNS;
      const usual = planned[varied[i]!]!;
      let [sumD, sumDD, sumDF] = [0, 0, 0];
      for (let run = 0; run < count; run++) {
        const d = duration[offset + run]! - usual;
        sumD += d;
        sumDD += d * d;
        sumDF += d * (projectFinish[run]! - plannedFinish);
      }
      sums.sumD[i] = sumD;
      sums.sumDD[i] = sumDD;
      sums.sumDF[i] = sumDF;
    }
    return sums;
  }

  private eventSums(count: number): Pick<BlockAnswer, 'eventRuns' | 'eventSumF'> {
    const { happens } = this.drawn;
    const eventRuns = new Int32Array(happens.length);
    const eventSumF = new Float64Array(happens.length);
    happens.forEach((flags, i) => {
      for (let run = 0; run < count; run++) {
        if (!flags[run]) continue;
        eventRuns[i]!++;
        eventSumF[i]! += this.pass.projectFinish[run]! - this.model.plannedFinish;
      }
    });
    return { eventRuns, eventSumF };
  }
}

/** The finish when everything goes as planned. */
export function plannedFinish(model: PassModel): number {
  const duration = new Int32Array(model.planned.length * BLOCK_RUNS);
  model.planned.forEach((minutes, p) => duration.fill(minutes, p * BLOCK_RUNS, (p + 1) * BLOCK_RUNS));
  const pass = passOf(model);
  pass.run(duration, 1, new Int32Array(model.planned.length));
  return pass.projectFinish[0]!;
}

function passOf(model: PassModel): LinePass | CalendarPass {
  return model.plan.kind === 'line' ? new LinePass(model.plan, model) : new CalendarPass(model.plan, model);
}
