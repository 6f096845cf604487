import type { Moment } from '@meridian/calendar';
import { ACTIVITY, FF, FOREVER, FS, LEAST_START, SF } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import type { DateTable } from './date-table.js';
import { Places } from './places.js';
import { COMPLETED, PINNED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import type { ScheduleOptions } from './schedule-options.js';

/** How far one activity may slip without moving another: computed when asked for, from the dates of its successors alone. */
export class FreeFloat {
  private readonly places: Places;
  private readonly skips: number;

  constructor(
    private readonly network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    /** Free float ends with the project. */
    private readonly options: Pick<ScheduleOptions, 'outOfSequence'> & { readonly finish: Moment },
  ) {
    this.places = new Places(network, progress.duration);
    this.skips = options.outOfSequence === 'progress-override' ? RUNNING : COMPLETED;
  }

  /** Minutes in the activity's own time, never negative. */
  minutesAt(p: number): number {
    if (this.progress.state[p] === COMPLETED) return 0;
    const minutes = this.places.minutesBetween(p, this.dates.scheduledPlace[p]!, this.latestPlace(p));
    return Math.max(0, minutes);
  }

  /** The latest place that moves no successor and not the project finish. */
  latestPlace(p: number): number {
    const { start, finish } = this.latestDates(p);
    const byFinish = this.places.beforeFinish(p, finish);
    if (start === FOREVER || this.progress.state[p] === RUNNING) return byFinish;
    return Math.min(byFinish, this.places.beforeStart(p, start));
  }

  /** The latest start and finish that successors leave when they stay where they are. */
  private latestDates(p: number): { start: Moment; finish: Moment } {
    const { first, kind } = this.network.outgoing;
    let start = FOREVER;
    let { finish } = this.options;
    for (let k = first[p]!, end = first[p + 1]!; k < end; k++) {
      const latest = this.latestBy(p, k);
      if (kind[k] === FS || kind[k] === FF) finish = Math.min(finish, latest);
      else start = Math.min(start, latest);
    }
    return { start, finish };
  }

  /** The outgoing edge that does not let a position be later; -1 when it is none. */
  holdingEdge(p: number): number {
    const { start, finish } = this.latestDates(p);
    const { first, kind } = this.network.outgoing;
    const isByStart = start !== FOREVER && this.places.beforeStart(p, start) === this.latestPlace(p);
    const held = this.network.role[p] === ACTIVITY ? isByStart : start <= finish;
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      const isFinish = kind[k] === FS || kind[k] === FF;
      if (isFinish !== held && this.latestBy(p, k) === (held ? start : finish)) return k;
    }
    return -1;
  }

  /** The latest start or finish, by kind of the edge, that one successor leaves. */
  private latestBy(p: number, k: number): Moment {
    const { other, kind, lag, lagCalendar } = this.network.outgoing;
    const to = other[k]!;
    const edge = kind[k]!;
    if (this.progress.state[to]! >= this.skips) return FOREVER;
    if (edge === LEAST_START && !this.isLeastStart(p, to)) return FOREVER;
    const held = edge === FF || edge === SF ? this.heldFinish(to) : this.heldStart(to);
    return lagCalendar[k]! < 0 ? held - lag[k]! : this.places.beforeLag(held, lag[k]!, lagCalendar[k]!);
  }

  /** Until when the start of a position may be pushed without moving it; of a summary's end, what lies behind it. */
  private heldStart(p: number): Moment {
    if (this.network.role[p] === ACTIVITY) {
      const isRunning = this.progress.state[p] === RUNNING;
      return isRunning ? this.places.startOf(p, this.dates.place[p]!) : this.dates.start[p]!;
    }
    const { start, finish } = this.latestDates(p);
    return Math.min(start, finish);
  }

  private heldFinish(p: number): Moment {
    const isGiven = this.progress.state[p] === PINNED;
    if (isGiven) return this.places.lastMomentOfFinish(p, this.dates.finish[p]!);
    return this.places.lastFinishOf(p, this.dates.scheduledPlace[p]!);
  }

  private isLeastStart(p: number, firstStart: number): boolean {
    return this.network.incoming.other[this.dates.driver[firstStart]!] === p;
  }
}
