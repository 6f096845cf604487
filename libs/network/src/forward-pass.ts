import type { Moment } from '@meridian/calendar';
import {
  ACTIVITY,
  ELAPSED_DELAY,
  EXIT,
  FIRST_START,
  FOREVER,
  NEVER,
  NO_DELAY,
  NOT_BEFORE,
} from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { constraintPlace, pullsLeft, pushesRight } from './constraint-place.js';
import { BY_ACTUAL, BY_CONSTRAINT, BY_MANUAL, BY_PROJECT_START, BY_STATUS_DATE } from './date-table.js';
import type { DateTable } from './date-table.js';
import { LinkBounds } from './link-bounds.js';
import { Places } from './places.js';
import { PINNED, PLANNED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import type { ScheduleOptions } from './schedule-options.js';

export type ForwardOptions = Pick<ScheduleOptions, 'honour' | 'statusDate' | 'outOfSequence'> & {
  readonly projectStart: Moment;
};

/**
 * Early dates: each activity as soon as its links, dates and progress allow. Formulas of the precedence diagram method:
 * ES >= EF(p) + lag (FS), ES(p) + lag (SS), EF(p) + lag - d (FF), ES(p) + lag - d (SF). For FF and SF the lag is added to the
 * predecessor's date first and the duration is then taken back in the successor's calendar.
 */
export class ForwardPass {
  readonly places: Places;
  /** What the links of the activity at hand ask for. */
  readonly bounds: LinkBounds;
  /** Where links put the planned activity at hand, and which edge it was; scratch of `readLogic`. */
  logicPlace = 0;
  logicDriver = 0;
  private readonly earliest: Moment;
  private readonly earliestBy: number;

  constructor(
    readonly network: CompiledNetwork,
    readonly progress: ProgressState,
    readonly dates: DateTable,
    readonly options: ForwardOptions,
  ) {
    this.places = new Places(network, progress.duration);
    this.bounds = new LinkBounds(network, dates, this.places);
    this.earliest = Math.max(options.projectStart, options.statusDate ?? NEVER);
    this.earliestBy = this.earliest === options.projectStart ? BY_PROJECT_START : BY_STATUS_DATE;
  }

  run(): void {
    for (let p = 0; p < this.network.count; p++) this.settle(p);
  }

  /** Sets the early dates of one position from those of its predecessors. */
  settle(p: number): void {
    if (this.network.role[p] !== ACTIVITY) this.placeSummaryEnd(p);
    else if (this.progress.state[p] === PLANNED) this.placePlanned(p);
    else this.placeGiven(p);
  }

  /** Where the links want a planned activity, and which of them. */
  readLogic(p: number): void {
    const { bounds, places } = this;
    bounds.read(p, this.earliest, this.earliestBy);
    this.logicPlace = places.afterStart(p, bounds.startBound);
    this.logicDriver = bounds.startDriver;
    if (bounds.finishBound === NEVER) return;
    const byFinish = places.afterFinish(p, bounds.finishBound);
    if (byFinish <= this.logicPlace) return;
    this.logicPlace = byFinish;
    this.logicDriver = bounds.finishDriver;
  }

  /** Where links and constraint put a planned activity, before levelling delays it. Writes nothing down. */
  undelayedPlace(p: number): number {
    this.readLogic(p);
    return this.network.constraint[p]! > 1 ? this.constrained(p, this.logicPlace) : this.logicPlace;
  }

  /** By how many minutes levelling puts a planned activity later than links and constraint; those of its own time, or as given. */
  delayMinutes(p: number): number {
    const kind = this.network.delayKind[p]!;
    if (kind === NO_DELAY) return 0;
    const place = this.undelayedPlace(p);
    const levelled = this.levelledPlace(p, place);
    if (levelled <= place) return 0;
    return kind === NOT_BEFORE ? this.places.minutesBetween(p, place, levelled) : this.network.delay[p]!;
  }

  /** Where the rest of a running activity goes on by its progress: at the status date, or without one after what is done. */
  placeAfterProgress(p: number): number {
    const { statusDate } = this.options;
    const place = this.places.afterStart(p, Math.max(this.progress.start[p]!, statusDate ?? NEVER));
    const done = this.network.duration[p]! - this.progress.duration[p]!;
    return statusDate == null && done > 0 ? place + done : place;
  }

  private placePlanned(p: number): void {
    const { dates, places } = this;
    const place = this.undelayedPlace(p);
    dates.driver[p] = place === this.logicPlace ? this.logicDriver : BY_CONSTRAINT;
    dates.logicPlace[p] = place > this.logicPlace ? place : this.logicPlace;
    dates.place[p] = this.network.delayKind[p] === NO_DELAY ? place : this.levelledPlace(p, place);
    dates.earlyStart[p] = places.startOf(p, dates.place[p]!);
    dates.earlyFinish[p] = places.finishOf(p, dates.place[p]!);
  }

  /** Where levelling puts it: the same place when that is late enough, or when it is held to a date. */
  private levelledPlace(p: number, place: number): number {
    const { network, places } = this;
    const isHeld = pullsLeft(network.constraint[p]!) && this.options.honour !== 'link';
    if (isHeld) return place;
    const [kind, minutes] = [network.delayKind[p]!, network.delay[p]!];
    if (kind === NOT_BEFORE) return Math.max(place, places.afterStart(p, minutes));
    return places.delayed(p, place, { minutes, isElapsed: kind === ELAPSED_DELAY });
  }

  /** The place after the dated constraint, which may push, pull, or lose against the links. */
  private constrained(p: number, logic: number): number {
    const kind = this.network.constraint[p]!;
    const wanted = constraintPlace(this.network, this.places, p);
    const isHeeded = wanted > logic ? pushesRight(kind) : pullsLeft(kind) && this.options.honour !== 'link';
    return isHeeded ? wanted : logic;
  }

  /** Entrances and exits of summaries: plain moments, no calendar. */
  private placeSummaryEnd(p: number): void {
    const { dates, network, bounds } = this;
    const role = network.role[p]!;
    if (role === FIRST_START) this.readLeastStart(p);
    else bounds.read(p, role === EXIT ? NEVER : this.options.projectStart, BY_PROJECT_START);
    let moment = bounds.startBound;
    let driver = bounds.startDriver;
    if (role !== EXIT && network.constraint[p]! > 0 && network.constraintAt[p]! > moment) {
      moment = network.constraintAt[p]!;
      driver = BY_CONSTRAINT;
    }
    dates.driver[p] = driver;
    dates.place[p] = dates.logicPlace[p] = dates.earlyStart[p] = dates.earlyFinish[p] = moment;
  }

  private readLeastStart(p: number): void {
    const { first, other } = this.network.incoming;
    this.bounds.startBound = FOREVER;
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      if (this.dates.earlyStart[other[k]!]! >= this.bounds.startBound) continue;
      this.bounds.startBound = this.dates.earlyStart[other[k]!]!;
      this.bounds.startDriver = k;
    }
  }

  /** Manual, running and completed activities: their start is given. */
  private placeGiven(p: number): void {
    const { dates, places } = this;
    const { state, start, finish } = this.progress;
    dates.earlyStart[p] = start[p]!;
    dates.driver[p] = state[p] === PINNED ? BY_MANUAL : BY_ACTUAL;
    if (state[p] === RUNNING) {
      dates.place[p] = this.placeOfRemainder(p);
      dates.earlyFinish[p] = places.finishOf(p, dates.place[p]!);
    } else {
      dates.place[p] = places.afterStart(p, start[p]!);
      dates.earlyFinish[p] = finish[p]!;
    }
    dates.logicPlace[p] = dates.place[p]!;
  }

  /** In retained logic the rest waits for the links as well. */
  private placeOfRemainder(p: number): number {
    const { places, bounds } = this;
    let place = this.placeAfterProgress(p);
    if (this.options.outOfSequence === 'progress-override') return place;
    bounds.read(p, NEVER, BY_PROJECT_START);
    if (bounds.startBound !== NEVER) place = Math.max(place, places.afterStart(p, bounds.startBound));
    if (bounds.finishBound !== NEVER) place = Math.max(place, places.afterFinish(p, bounds.finishBound));
    return place;
  }
}
