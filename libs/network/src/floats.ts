import type { Moment } from '@meridian/calendar';
import type { CompiledNetwork } from './compiled-network.js';
import type { DateTable } from './date-table.js';
import { FreeFloat } from './free-float.js';
import { Places } from './places.js';
import { COMPLETED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import type { ScheduleOptions } from './schedule-options.js';

export interface FloatOptions extends Pick<ScheduleOptions, 'criticalFloatMinutes' | 'outOfSequence'> {
  /** Free float ends here. */
  readonly finish: Moment;
}

/** Late dates and floats of one activity, put together from the two passes when asked for. */
export class Floats {
  private readonly places: Places;
  private readonly free: FreeFloat;
  private readonly threshold: number;

  constructor(
    network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    options: FloatOptions,
  ) {
    this.places = new Places(network, progress.duration);
    this.free = new FreeFloat(network, progress, dates, options);
    this.threshold = options.criticalFloatMinutes ?? 0;
  }

  lateStartAt(p: number): Moment {
    return this.progress.state[p] === RUNNING ? this.dates.earlyStart[p]! : this.dates.lateStart[p]!;
  }

  lateFinishAt(p: number): Moment {
    if (this.progress.state[p] === COMPLETED) return this.dates.earlyFinish[p]!;
    return this.places.finishOf(p, this.dates.latePlace[p]!);
  }

  /** Of an activity that its constraint pulled to the left: from where logic wanted it, so negative. */
  totalAt(p: number): number {
    if (this.progress.state[p] === COMPLETED) return 0;
    const { place, scheduledPlace, logicPlace, latePlace } = this.dates;
    const hasMoved = scheduledPlace[p] !== place[p];
    const from = hasMoved ? scheduledPlace[p]! : Math.max(place[p]!, logicPlace[p]!);
    return this.places.minutesBetween(p, from, latePlace[p]!);
  }

  freeAt(p: number): number {
    return this.free.minutesAt(p);
  }

  /** Total float at most the threshold, and not completed. */
  isCriticalAt(p: number): boolean {
    return this.progress.state[p] !== COMPLETED && this.totalAt(p) <= this.threshold;
  }
}
