import type { Moment } from '@meridian/calendar';
import { ACTIVITY, ALAP, FF, FOREVER, FS, LEAST_START, SF } from './compiled-network.js';
import type { CompiledNetwork, Edges } from './compiled-network.js';
import { capsLate, constraintPlace, isAboutStart } from './constraint-place.js';
import type { DateTable } from './date-table.js';
import { FreeFloat } from './free-float.js';
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
 * Late dates: each activity as late as its successors, caps and the project finish allow. An activity that is as late as
 * possible moves within its free float. Scheduled dates are settled here, for successors come first. Floats are left to
 * whoever asks for them (floats.ts).
 */
export class BackwardPass {
  private readonly outgoing: Edges;
  private readonly places: Places;
  private readonly freeFloat: FreeFloat;
  private readonly hasGiven: boolean;
  /** Progress from which a successor holds its predecessors no longer. */
  private readonly skips: number;
  /** Latest start and finish that links allow; scratch of `readLinks`. */
  private lateStartBound: Moment = 0;
  private lateFinishBound: Moment = 0;

  constructor(
    private readonly network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    private readonly options: ScheduleOptions & { readonly bounds: FinishBounds },
  ) {
    this.outgoing = network.outgoing;
    this.places = new Places(network, progress.duration);
    this.freeFloat = new FreeFloat(network, progress, dates, {
      finish: options.bounds.free,
      outOfSequence: options.outOfSequence,
    });
    this.hasGiven = progress.hasGiven;
    this.skips = options.outOfSequence === 'progress-override' ? RUNNING : COMPLETED;
  }

  run(): void {
    for (let p = this.network.count - 1; p >= 0; p--) this.settle(p);
  }

  /** Sets the late and the scheduled dates of one position from those of its successors. */
  settle(p: number): void {
    if (this.network.role[p] !== ACTIVITY) this.settleSummaryEnd(p);
    else if (this.progress.state[p] === COMPLETED) this.settleCompleted(p);
    else this.settleActivity(p);
  }

  private readLinks(p: number): void {
    const { first, other, kind, lag, lagCalendar } = this.outgoing;
    const { lateStart, latePlace } = this.dates;
    const { places, hasGiven, skips } = this;
    const { state } = this.progress;
    let lateStartBound = FOREVER;
    let lateFinishBound = FOREVER;
    for (let k = first[p]!, end = first[p + 1]!; k < end; k++) {
      const to = other[k]!;
      const edge = kind[k]!;
      if ((hasGiven && state[to]! >= skips) || (edge === LEAST_START && !this.isLeastStart(p, to))) continue;
      let late = edge === FF || edge === SF ? places.lastFinishOf(to, latePlace[to]!) : lateStart[to]!;
      if (lagCalendar[k]! < 0) late -= lag[k]!;
      else late = places.beforeLag(late, lag[k]!, lagCalendar[k]!);
      if (edge === FS || edge === FF) {
        if (late < lateFinishBound) lateFinishBound = late;
      } else if (late < lateStartBound) lateStartBound = late;
    }
    this.lateStartBound = lateStartBound;
    this.lateFinishBound = lateFinishBound;
  }

  private settleActivity(p: number): void {
    const { dates, places } = this;
    const isRunning = this.progress.state[p] === RUNNING;
    this.readLinks(p);
    const isLast = this.lateStartBound === FOREVER && this.lateFinishBound === FOREVER;
    const { late: finish } = this.options.bounds;
    let late = places.beforeFinish(p, this.lateFinishBound < finish ? this.lateFinishBound : finish);
    if (this.lateStartBound !== FOREVER && !isRunning) {
      const byStart = places.beforeStart(p, this.lateStartBound);
      if (byStart < late) late = byStart;
    }
    late = this.cap(p, late, isLast);
    dates.latePlace[p] = late;
    dates.lateStart[p] = places.startOf(p, late);
    if (dates.start !== dates.earlyStart) this.settleScheduled(p, late);
  }

  /** Scheduled is early, unless the activity or the whole plan is as late as possible. */
  private settleScheduled(p: number, late: number): void {
    const { dates, places } = this;
    const isPlanned = this.progress.state[p] === PLANNED;
    let place = dates.place[p]!;
    if (this.options.finishOn !== undefined && isPlanned) place = late;
    else if (this.network.constraint[p] === ALAP && isPlanned)
      place = Math.max(place, Math.min(this.freeFloat.latestPlace(p), late));
    const hasMoved = place !== dates.place[p];
    dates.scheduledPlace[p] = place;
    dates.start[p] = hasMoved ? places.startOf(p, place) : dates.earlyStart[p]!;
    dates.finish[p] = hasMoved ? places.finishOf(p, place) : dates.earlyFinish[p]!;
  }

  /** The late place after constraint, deadline and, with several critical paths, the activity's own finish. */
  private cap(p: number, late: number, isLast: boolean): number {
    const kind = this.network.constraint[p]!;
    const { deadline } = this.network;
    let capped = late;
    if (isLast && this.options.multipleCriticalPaths) capped = Math.min(capped, this.dates.place[p]!);
    if (capsLate(kind) && (this.progress.state[p] === PLANNED || !isAboutStart(kind))) {
      capped = Math.min(capped, constraintPlace(this.network, this.places, p));
    }
    if (deadline[p] !== FOREVER) capped = Math.min(capped, this.places.beforeFinish(p, deadline[p]!));
    return capped;
  }

  private settleSummaryEnd(p: number): void {
    const { dates, network } = this;
    this.readLinks(p);
    const byLinks = Math.min(this.lateStartBound, this.lateFinishBound, this.options.bounds.late);
    dates.latePlace[p] = dates.lateStart[p] = Math.min(byLinks, network.deadline[p]!);
    dates.scheduledPlace[p] = dates.start[p] = dates.finish[p] = dates.earlyStart[p]!;
  }

  private settleCompleted(p: number): void {
    const { dates } = this;
    dates.scheduledPlace[p] = dates.latePlace[p] = dates.place[p]!;
    dates.start[p] = dates.lateStart[p] = dates.earlyStart[p]!;
    dates.finish[p] = dates.earlyFinish[p]!;
  }

  /** Among the children of a summary, only the first to start holds the summary's start. */
  private isLeastStart(p: number, firstStart: number): boolean {
    return this.network.incoming.other[this.dates.driver[firstStart]!] === p;
  }
}
