import type { Moment } from '@meridian/calendar';
import { ClashLog } from './clash-log.js';
import type { Clash } from './clash.js';
import { ACTIVITY, EXIT, FF, FIRST_START, FOREVER, FS, NEVER, SF } from './compiled-network.js';
import type { CompiledNetwork, Edges } from './compiled-network.js';
import { capsLate, constraintPlace, pullsLeft, pushesRight } from './constraint-place.js';
import { BY_ACTUAL, BY_CONSTRAINT, BY_MANUAL, BY_PROJECT_START, BY_STATUS_DATE } from './date-table.js';
import type { DateTable } from './date-table.js';
import { Places } from './places.js';
import { COMPLETED, PINNED, PLANNED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import type { ScheduleOptions } from './schedule-options.js';

/**
 * Early dates: each activity as soon as its links, dates and progress allow. Formulas of the precedence diagram method:
 * ES >= EF(p) + lag (FS), ES(p) + lag (SS), EF(p) + lag - d (FF), ES(p) + lag - d (SF). For FF and SF the lag is added to the
 * predecessor's date first and the duration is then taken back in the successor's calendar.
 */
export class ForwardPass {
  private readonly log: ClashLog;
  private readonly incoming: Edges;
  private readonly places: Places;
  /** What the links of the activity at hand ask for; scratch of `readLinks`. */
  private startBound: Moment = 0;
  private finishBound: Moment = 0;
  private startDriver = 0;
  private finishDriver = 0;

  constructor(
    private readonly network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    private readonly options: ScheduleOptions,
  ) {
    this.incoming = network.incoming;
    this.places = new Places(network, progress.duration);
    this.log = new ClashLog(network, progress, dates, this.places);
  }

  get clashes(): readonly Clash[] {
    return this.log.clashes;
  }

  run(projectStart: Moment): void {
    const { state } = this.progress;
    const earliest = Math.max(projectStart, this.options.statusDate ?? NEVER);
    const earliestBy = earliest === projectStart ? BY_PROJECT_START : BY_STATUS_DATE;
    for (let p = 0; p < this.network.count; p++) {
      if (this.network.role[p] !== ACTIVITY) this.placeSummaryEnd(p, projectStart);
      else if (state[p] === PLANNED) this.placePlanned(p, earliest, earliestBy);
      else this.placeGiven(p);
    }
  }

  private readLinks(p: number, startBound: Moment, startDriver: number): void {
    const { first, other, kind, lag, lagCalendar } = this.incoming;
    const { earlyStart, earlyFinish } = this.dates;
    this.finishBound = NEVER;
    this.finishDriver = BY_PROJECT_START;
    for (let k = first[p]!, end = first[p + 1]!; k < end; k++) {
      const from = other[k]!;
      const isFromFinish = kind[k] === FS || kind[k] === FF;
      let moment = isFromFinish ? earlyFinish[from]! : earlyStart[from]!;
      if (lagCalendar[k]! < 0) moment += lag[k]!;
      else moment = this.places.afterLag(moment, lag[k]!, lagCalendar[k]!);
      if (kind[k] === FF || kind[k] === SF) {
        if (moment > this.finishBound) {
          this.finishBound = moment;
          this.finishDriver = k;
        }
      } else if (moment > startBound || (moment === startBound && startDriver < 0)) {
        startBound = moment;
        startDriver = k;
      }
    }
    this.startBound = startBound;
    this.startDriver = startDriver;
  }

  private placePlanned(p: number, earliest: Moment, earliestBy: number): void {
    const { dates, places } = this;
    this.readLinks(p, earliest, earliestBy);
    let place = places.afterStart(p, this.startBound);
    let driver = this.startDriver;
    if (this.finishBound !== NEVER) {
      const byFinish = places.afterFinish(p, this.finishBound);
      if (byFinish > place) {
        place = byFinish;
        driver = this.finishDriver;
      }
    }
    dates.driver[p] = driver;
    dates.logicPlace[p] = place;
    dates.place[p] = this.network.constraint[p]! > 1 ? this.constrain(p, place) : place;
    dates.earlyStart[p] = places.startOf(p, dates.place[p]!);
    dates.earlyFinish[p] = places.finishOf(p, dates.place[p]!);
    if (this.network.deadline[p] !== FOREVER) this.log.deadline(p);
  }

  /** The place after the dated constraint, which may push, pull, or lose against the links. */
  private constrain(p: number, logic: number): number {
    const kind = this.network.constraint[p]!;
    const wanted = constraintPlace(this.network, this.places, p);
    if (wanted > logic && pushesRight(kind)) {
      this.dates.driver[p] = BY_CONSTRAINT;
      this.dates.logicPlace[p] = wanted;
      return wanted;
    }
    if (wanted >= logic || !capsLate(kind)) return logic;
    const isPulled = pullsLeft(kind) && this.options.honour !== 'link';
    this.log.constraint(p, logic, isPulled ? 'constraint' : 'link');
    if (!isPulled) return logic;
    this.dates.driver[p] = BY_CONSTRAINT;
    return wanted;
  }

  /** Entrances and exits of summaries: plain moments, no calendar. */
  private placeSummaryEnd(p: number, projectStart: Moment): void {
    const { dates, network } = this;
    const role = network.role[p]!;
    if (role === FIRST_START) this.readLeastStart(p);
    else this.readLinks(p, role === EXIT ? NEVER : projectStart, BY_PROJECT_START);
    let moment = this.startBound;
    let driver = this.startDriver;
    if (role !== EXIT && network.constraint[p]! > 0 && network.constraintAt[p]! > moment) {
      moment = network.constraintAt[p]!;
      driver = BY_CONSTRAINT;
    }
    dates.driver[p] = driver;
    dates.place[p] = dates.logicPlace[p] = dates.earlyStart[p] = dates.earlyFinish[p] = moment;
    if (role === EXIT && network.deadline[p] !== FOREVER) this.log.deadline(p);
  }

  private readLeastStart(p: number): void {
    const { first, other } = this.incoming;
    this.startBound = FOREVER;
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      if (this.dates.earlyStart[other[k]!]! >= this.startBound) continue;
      this.startBound = this.dates.earlyStart[other[k]!]!;
      this.startDriver = k;
    }
  }

  /** Manual, running and completed activities: their start is given. */
  private placeGiven(p: number): void {
    const { dates, places } = this;
    const { state, start, finish } = this.progress;
    this.readLinks(p, NEVER, BY_PROJECT_START);
    dates.earlyStart[p] = start[p]!;
    dates.driver[p] = state[p] === PINNED ? BY_MANUAL : BY_ACTUAL;
    this.log.given(p, {
      startBound: this.startBound,
      finishBound: this.finishBound,
      startDriver: this.startDriver,
      finishDriver: this.finishDriver,
    });
    if (state[p] === RUNNING) {
      dates.place[p] = this.placeOfRemainder(p);
      dates.earlyFinish[p] = places.finishOf(p, dates.place[p]!);
    } else {
      dates.place[p] = places.afterStart(p, start[p]!);
      dates.earlyFinish[p] = finish[p]!;
    }
    dates.logicPlace[p] = dates.place[p]!;
    if (state[p] !== COMPLETED && this.network.deadline[p] !== FOREVER) this.log.deadline(p);
  }

  /** What remains goes on at the status date (without one: right after what is done) and, in retained logic, after its links. */
  private placeOfRemainder(p: number): number {
    const { places } = this;
    const done = this.network.duration[p]! - this.progress.duration[p]!;
    const statusDate = this.options.statusDate;
    let place = places.afterStart(p, Math.max(this.progress.start[p]!, statusDate ?? NEVER));
    if (statusDate == null && done > 0) place += done;
    if (this.options.outOfSequence === 'progress-override') return place;
    if (this.startBound !== NEVER) place = Math.max(place, places.afterStart(p, this.startBound));
    if (this.finishBound !== NEVER) place = Math.max(place, places.afterFinish(p, this.finishBound));
    return place;
  }
}
