import type { Moment } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { onlyCalendar } from './line-plan.js';
import { prepareRisk } from './prepare-risk.js';
import type { RiskInput } from './risk-input.js';
import { blocksOf, RiskKernel } from './risk-kernel.js';
import type { BlockAnswer, RiskModel } from './risk-model.js';

/** How an activity shapes the finish. */
export interface ActivityRisk {
  readonly id: string;
  /** Share of the runs in which it is critical (criticality index, Van Slyke 1963). */
  readonly criticality: number;
  /** Correlation of its duration with the finish of the project (cruciality index, Williams 1992); 0 when either is certain. */
  readonly cruciality: number;
  /** Criticality times the share of its deviation in that of the project (schedule sensitivity index, PMBOK; Vanhoucke 2010). */
  readonly sensitivity: number;
}

/** How a risk of the register shapes the finish. */
export interface EventRisk {
  readonly id: string;
  /** Share of the runs in which it happened. */
  readonly frequency: number;
  /** By how many minutes the project finishes later on average when it happens; null when it always or never did. */
  readonly delayMinutes: number | null;
}

/** Runs a simulation on this thread. @throws as `prepareRisk`, `network/runs-invalid`. */
export function simulateRisk(input: RiskInput, runs: number): RiskAnswer {
  const model = prepareRisk(input);
  const kernel = new RiskKernel(model);
  const blocks = Array.from({ length: blocksOf(checkedRuns(runs)) }, (_, block) => kernel.block(block, runs));
  return new RiskAnswer(input, model, blocks);
}

/** @throws Refusal `network/runs-invalid`. */
export function checkedRuns(runs: number): number {
  if (Number.isInteger(runs) && runs >= 1 && runs <= 1_000_000) return runs;
  throw new Refusal('network/runs-invalid', `${runs} runs; allowed are whole numbers from 1 to 1,000,000.`, {
    kind: 'unprocessable',
    details: { found: runs },
  });
}

/** What all runs came to. Minutes are in the time of the plan: working minutes when one calendar rules it, else minutes on the clock. */
export class RiskAnswer {
  readonly runs: number;
  readonly plannedFinish: Moment;
  /** Finishes in the order of runs; places of the plan. */
  private readonly finish: Int32Array;
  private readonly cost: Float64Array;
  private readonly sortedFinish: Int32Array;
  private readonly sortedCost: Float64Array;

  /** @param blocks in their order */
  constructor(
    private readonly input: RiskInput,
    private readonly model: RiskModel,
    private readonly blocks: readonly BlockAnswer[],
  ) {
    this.finish = Int32Array.from(blocks.flatMap(({ finish }) => [...finish]));
    this.cost = Float64Array.from(blocks.flatMap(({ cost }) => [...cost]));
    this.runs = this.finish.length;
    this.sortedFinish = this.finish.slice().sort();
    this.sortedCost = this.cost.slice().sort();
    this.plannedFinish = this.momentOf(model.plannedFinish);
  }

  /** The finish that so many percent of the runs keep: P80 is `finishAt(80)`. */
  finishAt(percent: number): Moment {
    return this.momentOf(this.sortedFinish[rank(percent, this.runs)]!);
  }

  /** By how many minutes that finish is later than planned. */
  delayAt(percent: number): number {
    return this.sortedFinish[rank(percent, this.runs)]! - this.model.plannedFinish;
  }

  /** The cost that so many percent of the runs keep, in whole minor units. */
  costAt(percent: number): number {
    return Math.round(this.sortedCost[rank(percent, this.runs)]!);
  }

  /** Share of the runs that finish by a moment, cost no more than a sum, or both. */
  confidence(target: { readonly finish?: Moment; readonly costMinor?: number }): number {
    const finish = target.finish === undefined ? Number.POSITIVE_INFINITY : this.placeOf(target.finish);
    const cost = target.costMinor ?? Number.POSITIVE_INFINITY;
    let kept = 0;
    for (let run = 0; run < this.runs; run++)
      if (this.finish[run]! <= finish && this.cost[run]! <= cost) kept++;
    return kept / this.runs;
  }

  /** By how many minutes the finish is later than planned, on average; and its standard deviation. */
  get delay(): { readonly meanMinutes: number; readonly deviationMinutes: number } {
    const { mean, variance } = this.spreadOfFinish();
    return { meanMinutes: mean, deviationMinutes: Math.sqrt(variance) };
  }

  /** What it took: activities times runs; several calendars take eight times as long as one (measured). */
  get effort(): number {
    return this.runs * this.model.planned.length * (this.model.plan.kind === 'line' ? 1 : 8);
  }

  /** Of all activities, in topological order. */
  activities(): ActivityRisk[] {
    const { network } = this.input;
    const critical = this.total('criticalRuns');
    const variedAt = new Map([...this.model.varied].map((position, i) => [position, i]));
    const figures = this.crucialities();
    const rows: ActivityRisk[] = [];
    for (let p = 0; p < network.count; p++) {
      if (network.role[p] !== 0) continue;
      const criticality = critical[p]! / this.runs;
      const found = figures[variedAt.get(p) ?? -1] ?? { cruciality: 0, shareOfDeviation: 0 };
      rows.push({
        id: network.activities[network.activityAt[p]!]!.id,
        criticality,
        cruciality: found.cruciality,
        sensitivity: criticality * found.shareOfDeviation,
      });
    }
    return rows;
  }

  /** In the order of the input. */
  events(): EventRisk[] {
    const happened = this.total('eventRuns');
    const sumF = this.total('eventSumF');
    const all = this.spreadOfFinish().mean * this.runs;
    return (this.input.events ?? []).map(({ id }, i) => {
      const runs = happened[i]!;
      const others = this.runs - runs;
      const delay = sumF[i]! / runs - (all - sumF[i]!) / others;
      return { id, frequency: runs / this.runs, delayMinutes: runs && others ? delay : null };
    });
  }

  private crucialities(): { cruciality: number; shareOfDeviation: number }[] {
    const { mean, variance } = this.spreadOfFinish();
    const [sumD, sumDD, sumDF] = [this.total('sumD'), this.total('sumDD'), this.total('sumDF')];
    return Array.from(sumD, (sum, i) => {
      const varianceD = sumDD[i]! / this.runs - (sum / this.runs) ** 2;
      if (varianceD <= 0 || variance <= 0) return { cruciality: 0, shareOfDeviation: 0 };
      const covariance = sumDF[i]! / this.runs - (sum / this.runs) * mean;
      return {
        cruciality: covariance / Math.sqrt(varianceD * variance),
        shareOfDeviation: Math.sqrt(varianceD / variance),
      };
    });
  }

  private spreadOfFinish(): { mean: number; variance: number } {
    let sum = 0;
    for (const finish of this.finish) sum += finish - this.model.plannedFinish;
    const mean = sum / this.runs;
    let squares = 0;
    for (const finish of this.finish) squares += (finish - this.model.plannedFinish - mean) ** 2;
    return { mean, variance: squares / this.runs };
  }

  /** Blocks are added in their order, so that the last bit does not depend on who computed them. */
  private total(
    column: 'criticalRuns' | 'sumD' | 'sumDD' | 'sumDF' | 'eventRuns' | 'eventSumF',
  ): Float64Array {
    const sums = new Float64Array(this.blocks[0]?.[column].length ?? 0);
    for (const block of this.blocks) block[column].forEach((value, i) => (sums[i]! += value));
    return sums;
  }

  private momentOf(place: number): Moment {
    const calendar = this.calendar();
    return calendar ? calendar.finishAt(place) : place;
  }

  private placeOf(moment: Moment): number {
    return this.calendar()?.workBefore(moment) ?? moment;
  }

  private calendar() {
    const calendar = this.model.plan.kind === 'line' ? onlyCalendar(this.input.network) : null;
    return calendar === 'several' ? null : calendar;
  }
}

/** The least rank such that at least so many percent of the runs are not above it. */
function rank(percent: number, runs: number): number {
  return Math.min(runs, Math.max(1, Math.ceil((percent / 100) * runs))) - 1;
}
