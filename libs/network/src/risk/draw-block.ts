import { normalCdf, normalQuantile } from './normal.js';
import { BLOCK_RUNS } from './risk-model.js';
import type { DrawnDuration, DrawnEvent, DrawnFigure, RiskModel } from './risk-model.js';
import { drawFrom } from './sampler.js';
import { drawUniforms } from './threefry.js';
import type { Stream } from './threefry.js';

/** Two centuries: the far tail of a lognormal must not run over. */
const MOST_MINUTES = 100_000_000;

/** What is drawn for a block of runs: remaining minutes by position and run, costs by run, events by run. */
export class DrawnBlock {
  readonly duration: Int32Array;
  readonly cost = new Float64Array(BLOCK_RUNS);
  readonly happens: readonly Uint8Array[];
  private readonly numbers = new Float64Array(BLOCK_RUNS);
  private readonly normals: readonly Float64Array[];
  private firstRun = 0;

  constructor(private readonly model: RiskModel) {
    this.duration = new Int32Array(model.planned.length * BLOCK_RUNS);
    this.normals = model.normals.map(() => new Float64Array(BLOCK_RUNS));
    this.happens = model.events.map(() => new Uint8Array(BLOCK_RUNS));
    for (let p = 0; p < model.planned.length; p++) this.rowOf(p).fill(model.planned[p]!);
  }

  draw(block: number): void {
    this.firstRun = block * BLOCK_RUNS;
    for (const p of this.model.varied) this.rowOf(p).fill(this.model.planned[p]!);
    this.model.normals.forEach((stream, i) => this.drawNormals(stream, this.normals[i]!));
    for (const duration of this.model.durations) this.drawDuration(duration);
    this.cost.fill(this.model.certainCost);
    this.drawEvents();
    this.drawCosts();
  }

  private rowOf(position: number): Int32Array {
    return this.duration.subarray(position * BLOCK_RUNS, (position + 1) * BLOCK_RUNS);
  }

  private uniforms(stream: Stream, into: Float64Array): void {
    drawUniforms(into, stream, { seed: this.model.seed, firstRun: this.firstRun, count: BLOCK_RUNS });
  }

  private drawNormals(stream: Stream, into: Float64Array): void {
    this.uniforms(stream, into);
    for (let run = 0; run < BLOCK_RUNS; run++) into[run] = normalQuantile(into[run]!);
  }

  private drawDuration({ position, stream, sampler, share, rows, weights }: DrawnDuration): void {
    const { numbers, duration } = this;
    if (rows.length === 0) this.uniforms(stream, numbers);
    else this.mix(rows, weights);
    drawFrom(sampler, numbers, BLOCK_RUNS);
    const offset = position * BLOCK_RUNS;
    for (let run = 0; run < BLOCK_RUNS; run++)
      duration[offset + run] = Math.min(MOST_MINUTES, numbers[run]! * share + 0.5);
  }

  private mix(rows: Int32Array, weights: Float64Array): void {
    const { numbers } = this;
    numbers.fill(0);
    rows.forEach((row, i) => {
      const normal = this.normals[row]!;
      const weight = weights[i]!;
      for (let run = 0; run < BLOCK_RUNS; run++) numbers[run]! += weight * normal[run]!;
    });
    for (let run = 0; run < BLOCK_RUNS; run++) numbers[run] = normalCdf(numbers[run]!);
  }

  /** Opportunities after threats: what is shortened to nothing would otherwise depend on the order of the register. */
  private drawEvents(): void {
    this.model.events.forEach((event, i) => !event.isOpportunity && this.drawEvent(event, i));
    this.model.events.forEach((event, i) => event.isOpportunity && this.drawEvent(event, i));
  }

  private drawEvent(
    { stream, probability, effects, cost: price, isOpportunity }: DrawnEvent,
    at: number,
  ): void {
    const { numbers, duration, cost } = this;
    const happens = this.happens[at]!;
    const sign = isOpportunity ? -1 : 1;
    this.uniforms(stream, numbers);
    for (let run = 0; run < BLOCK_RUNS; run++) happens[run] = numbers[run]! < probability ? 1 : 0;
    for (const { position, delay } of effects) {
      this.drawFigure(delay);
      const offset = position * BLOCK_RUNS;
      for (let run = 0; run < BLOCK_RUNS; run++)
        if (happens[run])
          duration[offset + run] = Math.max(0, duration[offset + run]! + sign * Math.round(numbers[run]!));
    }
    this.drawFigure(price);
    for (let run = 0; run < BLOCK_RUNS; run++) if (happens[run]) cost[run]! += sign * numbers[run]!;
  }

  private drawCosts(): void {
    const { numbers, duration, cost } = this;
    for (const { position, fixed, perMinute, done } of this.model.costs) {
      this.drawFigure(fixed);
      const offset = position * BLOCK_RUNS;
      for (let run = 0; run < BLOCK_RUNS; run++)
        cost[run]! += numbers[run]! + perMinute * (done + duration[offset + run]!);
    }
  }

  private drawFigure({ stream, certain, sampler }: DrawnFigure): void {
    if (sampler === null) {
      this.numbers.fill(certain);
      return;
    }
    this.uniforms(stream, this.numbers);
    drawFrom(sampler, this.numbers, BLOCK_RUNS);
  }
}
