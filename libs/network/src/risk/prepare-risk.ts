import { tableOfCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { ACTIVITY } from '../compiled-network.js';
import { notFromStart } from '../not-from-start.js';
import { COMPLETED, PINNED, readProgress, RUNNING } from '../progress-state.js';
import type { ProgressState } from '../progress-state.js';
import type { Moment } from '@meridian/calendar';
import type { ScheduleOptions } from '../schedule-options.js';
import { correlate } from './correlate.js';
import { linePlan } from './line-plan.js';
import { plannedFinish } from './risk-kernel.js';
import type { RiskInput } from './risk-input.js';
import type {
  CalendarPlan,
  DrawnCost,
  DrawnDuration,
  DrawnEvent,
  DrawnFigure,
  RiskModel,
} from './risk-model.js';
import { samplerOf } from './sampler.js';
import { checkSpread } from './spread.js';
import type { Spread } from './spread.js';
import { streamOf } from './threefry.js';

type FromStart = ScheduleOptions & { readonly projectStart: Moment };

/**
 * Makes a plan and its uncertainty ready for simulation: plain data that a thread can be given.
 *
 * @throws Refusal `network/not-from-start` for a plan that is scheduled from its finish, `network/spread-invalid`,
 * `network/correlation-invalid`, `network/probability-invalid`, `network/unknown-activity`; those of `schedule` as well.
 */
export function prepareRisk(input: RiskInput): RiskModel {
  const { network, options } = input;
  if (options.finishOn !== undefined) throw notFromStart();
  const progress = readProgress(network, options);
  const reader = new RiskReader(input, progress);
  const durations = reader.durations();
  const events = reader.events();
  const varied = new Set([
    ...durations.map(({ position }) => position),
    ...events.flatMap(({ effects }) => effects.map(({ position }) => position)),
  ]);
  const costs = reader.costs();
  const isCertain = ({ position, fixed, perMinute }: DrawnCost) =>
    fixed.sampler === null && (perMinute === 0 || !varied.has(position));
  const model = {
    seed: input.seed | 0,
    plan: linePlan(network, progress, options) ?? calendarPlan(input, progress, options),
    planned: progress.duration.slice(),
    plannedFinish: 0,
    isOverride: options.outOfSequence === 'progress-override',
    criticalFloat: options.criticalFloatMinutes ?? 0,
    normals: reader.correlated.normals,
    durations,
    events,
    costs: costs.filter((cost) => !isCertain(cost)),
    certainCost: costs.filter(isCertain).reduce((sum, { position, fixed, perMinute, done }) => {
      return sum + fixed.certain + perMinute * (done + progress.duration[position]!);
    }, 0),
    varied: Int32Array.from(varied).sort(),
  };
  return { ...model, plannedFinish: plannedFinish(model) };
}

class RiskReader {
  readonly correlated;
  private readonly tables = new Map<string, Float64Array>();

  constructor(
    private readonly input: RiskInput,
    private readonly progress: ProgressState,
  ) {
    this.correlated = correlate(input.correlations ?? []);
    for (const id of this.correlated.loadings.keys()) this.positionOf(id);
  }

  durations(): DrawnDuration[] {
    const { network, durations } = this.input;
    const drawn: DrawnDuration[] = [];
    for (const [id, spread] of durations) {
      const position = this.positionOf(id);
      checkSpread(spread, `"${id}"`);
      if (!this.isOpen(position)) continue;
      const whole = network.duration[position]!;
      const isRunning = this.progress.state[position] === RUNNING && whole > 0;
      const loading = this.correlated.loadings.get(id);
      drawn.push({
        position,
        stream: streamOf(`duration/${id}`),
        sampler: samplerOf(spread, this.tables),
        share: isRunning ? this.progress.duration[position]! / whole : 1,
        rows: loading?.rows ?? new Int32Array(0),
        weights: loading?.weights ?? new Float64Array(0),
      });
    }
    return drawn;
  }

  events(): DrawnEvent[] {
    return (this.input.events ?? []).map(({ id, probability, effects, costMinor, isOpportunity = false }) => {
      if (!(probability >= 0 && probability <= 1)) throw invalidProbability(id, probability);
      return {
        stream: streamOf(`event/${id}`),
        probability,
        effects: effects
          .map(({ activityId, delayMinutes }) => ({
            position: this.positionOf(activityId),
            delay: figure(`event/${id}/${activityId}`, delayMinutes),
          }))
          .filter(({ position }) => this.isOpen(position)),
        cost: figure(`event-cost/${id}`, costMinor ?? 0),
        isOpportunity,
      };
    });
  }

  costs(): DrawnCost[] {
    const { network, costs } = this.input;
    return [...(costs ?? [])].map(([id, { fixedMinor, perMinuteMinor }]) => {
      const position = this.positionOf(id);
      const isCompleted = this.progress.state[position] === COMPLETED;
      const isRunning = this.progress.state[position] === RUNNING;
      return {
        position,
        fixed: figure(`cost/${id}`, fixedMinor ?? 0),
        perMinute: isCompleted ? 0 : (perMinuteMinor ?? 0),
        done: isRunning ? Math.max(0, network.duration[position]! - this.progress.duration[position]!) : 0,
      };
    });
  }

  /** May its duration still turn out otherwise? */
  private isOpen(position: number): boolean {
    const state = this.progress.state[position];
    return state !== COMPLETED && state !== PINNED;
  }

  private positionOf(id: string): number {
    const { network } = this.input;
    const index = network.indexOf.get(id);
    const position = index === undefined ? -1 : network.positionOf[index]!;
    if (position >= 0 && network.role[position] === ACTIVITY) return position;
    throw new Refusal(
      'network/unknown-activity',
      `"${id}" is not in the network, or is a summary; risk belongs to activities.`,
      { kind: 'not-found', details: { id } },
    );
  }
}

function figure(name: string, value: number | Spread): DrawnFigure {
  const stream = streamOf(name);
  if (typeof value === 'number') return { stream, certain: value, sampler: null };
  checkSpread(value, name);
  return { stream, certain: 0, sampler: samplerOf(value) };
}

function calendarPlan(
  { network }: RiskInput,
  progress: ProgressState,
  { projectStart, honour, statusDate, outOfSequence }: FromStart,
): CalendarPlan {
  const { calendars, activities: _a, links: _l, findings: _f, indexOf: _i, ...rest } = network;
  return {
    kind: 'calendars',
    network: rest,
    calendars: calendars.map(tableOfCalendar),
    progress,
    options: { projectStart, honour, statusDate, outOfSequence },
  };
}

function invalidProbability(id: string, found: number): Refusal {
  return new Refusal(
    'network/probability-invalid',
    `The risk "${id}" has the probability ${found}; allowed is 0 to 1.`,
    { kind: 'unprocessable', details: { id, found } },
  );
}
