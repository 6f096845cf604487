import type { Moment } from '@meridian/calendar';
import { ACTIVITY, ALAP, FF, FOREVER, FS, LEAST_START, SF } from './compiled-network.js';
import type { CompiledNetwork, Edges } from './compiled-network.js';
import { capsLate, constraintPlace, isAboutStart } from './constraint-place.js';
import type { DateTable } from './date-table.js';
import { Places } from './places.js';
import { COMPLETED, PLANNED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import type { ScheduleOptions } from './schedule-options.js';

/** Where the late dates end: the finish that may not be passed, and the one that free float may use up. */
export interface FinishBounds {
  readonly late: Moment;
  readonly free: Moment;
}

/**
 * Late dates and floats: each activity as late as its successors, caps and the project finish allow. An activity that is
 * as late as possible moves within its free float. Scheduled dates are settled here, for successors come first.
 */
export class BackwardPass {
  private readonly outgoing: Edges;
  private readonly places: Places;
  /** Latest start and finish that links allow, and the same for successors at their scheduled dates; scratch. */
  private lateStartBound: Moment = 0;
  private lateFinishBound: Moment = 0;
  private freeStartBound: Moment = 0;
  private freeFinishBound: Moment = 0;
  private isLast = false;
  /** Moment up to which the start of each position may be pushed without moving it. */
  private readonly holdStart: Int32Array;

  constructor(
    private readonly network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    private readonly options: ScheduleOptions,
  ) {
    this.outgoing = network.outgoing;
    this.places = new Places(network, progress.duration);
    const isStart = !network.hasSummaryEnds && !progress.hasGiven;
    this.holdStart = isStart ? dates.start : new Int32Array(network.count);
  }

  run(bounds: FinishBounds): void {
    for (let p = this.network.count - 1; p >= 0; p--) {
      this.readLinks(p, bounds);
      if (this.network.role[p] !== ACTIVITY) this.settleSummaryEnd(p);
      else if (this.progress.state[p] === COMPLETED) this.settleCompleted(p);
      else this.settle(p);
    }
  }

  private readLinks(p: number, bounds: FinishBounds): void {
    const { first, other, kind, lag, lagCalendar } = this.outgoing;
    const { lateStart } = this.dates;
    const { state, hasGiven } = this.progress;
    const { places, holdStart } = this;
    const skips = this.options.outOfSequence === 'progress-override' ? RUNNING : COMPLETED;
    let lateStartBound = FOREVER;
    let lateFinishBound = FOREVER;
    let freeStartBound = FOREVER;
    let freeFinishBound = bounds.free;
    for (let k = first[p]!, end = first[p + 1]!; k < end; k++) {
      const to = other[k]!;
      const edge = kind[k]!;
      if ((hasGiven && state[to]! >= skips) || (edge === LEAST_START && !this.isLeastStart(p, to))) continue;
      const bindsFinish = edge === FF || edge === SF;
      let late = bindsFinish ? places.lastMomentOfFinish(to, this.dates.lateFinish[to]!) : lateStart[to]!;
      let free = bindsFinish ? places.lastMomentOfFinish(to, this.dates.finish[to]!) : holdStart[to]!;
      if (lagCalendar[k]! < 0) {
        late -= lag[k]!;
        free -= lag[k]!;
      } else {
        late = places.beforeLag(late, lag[k]!, lagCalendar[k]!);
        free = places.beforeLag(free, lag[k]!, lagCalendar[k]!);
      }
      if (edge === FS || edge === FF) {
        if (late < lateFinishBound) lateFinishBound = late;
        if (free < freeFinishBound) freeFinishBound = free;
      } else {
        if (late < lateStartBound) lateStartBound = late;
        if (free < freeStartBound) freeStartBound = free;
      }
    }
    this.isLast = lateStartBound === FOREVER && lateFinishBound === FOREVER;
    this.lateStartBound = lateStartBound;
    this.lateFinishBound = lateFinishBound < bounds.late ? lateFinishBound : bounds.late;
    this.freeStartBound = freeStartBound;
    this.freeFinishBound = freeFinishBound;
  }

  private settle(p: number): void {
    const { dates, places } = this;
    const isRunning = this.progress.state[p] === RUNNING;
    const late = this.cap(p, this.latest(p, this.lateStartBound, this.lateFinishBound, isRunning));
    const free = this.latest(p, this.freeStartBound, this.freeFinishBound, isRunning);
    let place = dates.place[p]!;
    const wantsLate = this.network.constraint[p] === ALAP && this.progress.state[p] === PLANNED;
    if (this.options.finishOn !== undefined && this.progress.state[p] === PLANNED) place = late;
    else if (wantsLate) place = Math.max(place, Math.min(free, late));
    const hasMoved = place !== dates.place[p];
    dates.lateStart[p] = places.startOf(p, late);
    dates.lateFinish[p] = places.finishOf(p, late);
    dates.start[p] = hasMoved ? places.startOf(p, place) : dates.earlyStart[p]!;
    dates.finish[p] = hasMoved ? places.finishOf(p, place) : dates.earlyFinish[p]!;
    const pulledFrom = hasMoved ? place : Math.max(place, dates.logicPlace[p]!);
    dates.totalFloat[p] = places.minutesBetween(p, pulledFrom, late);
    dates.freeFloat[p] = Math.max(0, places.minutesBetween(p, place, free));
    this.holdStart[p] = isRunning ? places.startOf(p, place) : dates.start[p]!;
  }

  private latest(p: number, startBound: Moment, finishBound: Moment, isRunning: boolean): number {
    const byFinish = this.places.beforeFinish(p, finishBound);
    if (startBound === FOREVER || isRunning) return byFinish;
    const byStart = this.places.beforeStart(p, startBound);
    return byStart < byFinish ? byStart : byFinish;
  }

  /** The late place after constraint, deadline and, with several critical paths, the activity's own finish. */
  private cap(p: number, late: number): number {
    const kind = this.network.constraint[p]!;
    const { deadline } = this.network;
    let capped = late;
    if (this.options.multipleCriticalPaths && this.isLast) capped = Math.min(capped, this.dates.place[p]!);
    if (capsLate(kind) && (this.progress.state[p] === PLANNED || !isAboutStart(kind))) {
      capped = Math.min(capped, constraintPlace(this.network, this.places, p));
    }
    if (deadline[p] !== FOREVER) capped = Math.min(capped, this.places.beforeFinish(p, deadline[p]!));
    return capped;
  }

  private settleSummaryEnd(p: number): void {
    const { dates, network } = this;
    const late = Math.min(this.lateStartBound, this.lateFinishBound, network.deadline[p]!);
    dates.lateStart[p] = dates.lateFinish[p] = late;
    dates.start[p] = dates.finish[p] = dates.earlyStart[p]!;
    dates.totalFloat[p] = late - dates.place[p]!;
    this.holdStart[p] = Math.min(this.freeStartBound, this.freeFinishBound);
  }

  private settleCompleted(p: number): void {
    const { dates } = this;
    dates.start[p] = dates.lateStart[p] = dates.earlyStart[p]!;
    dates.finish[p] = dates.lateFinish[p] = dates.earlyFinish[p]!;
  }

  /** Among the children of a summary, only the first to start holds the summary's start. */
  private isLeastStart(p: number, firstStart: number): boolean {
    return this.network.incoming.other[this.dates.driver[firstStart]!] === p;
  }
}
