import type { Moment, WorkingCalendar } from '@meridian/calendar';
import { FOREVER, NEVER } from './compiled-network.js';
import type { CompiledNetwork, Tracks } from './compiled-network.js';

/**
 * Where activities can stand. The *place* of an activity is a number in which time runs evenly for it:
 *
 * - elapsed activities, and all of them when there are no calendars: the moment of the start;
 * - activities with work: the work coordinate of the start in their calendar (a closing bell and the next opening bell
 *   are one place);
 * - milestones: a moment within the working time of their calendar, opening and closing bells included.
 *
 * Forward, a bound becomes the earliest place that meets it; backward, the latest. Each pair is exact (a Galois
 * connection), and so is float: one minute more than it breaks something.
 */
export class Places {
  private readonly calendars: readonly WorkingCalendar[];
  private readonly calendarOf: Int16Array;
  private readonly tracks: Tracks | null;

  constructor(
    network: CompiledNetwork,
    private readonly duration: Int32Array,
  ) {
    this.calendars = network.calendars;
    this.calendarOf = network.calendar;
    this.tracks = network.tracks;
  }

  /** Earliest place whose start is not before the bound. */
  afterStart(p: number, bound: Moment): number {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0) return bound;
    if (this.duration[p] === 0) return this.openingOf(calendar, bound);
    return this.calendars[calendar]!.workBefore(bound);
  }

  /** Earliest place whose finish is not before the bound, in the working time of the activity. */
  afterFinish(p: number, bound: Moment): number {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0) return bound - this.duration[p]!;
    if (this.duration[p] === 0) return this.openingOf(calendar, bound);
    if (this.hasPieces(p)) return this.afterFinishOfPieces(p, bound);
    return this.calendars[calendar]!.workBefore(bound) - this.duration[p]!;
  }

  /** Latest place whose start is not after the bound. */
  beforeStart(p: number, bound: Moment): number {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0) return bound;
    if (this.duration[p] === 0) return this.closingOf(calendar, bound);
    return this.calendars[calendar]!.workBefore(bound + 1) - 1;
  }

  /** Latest place whose finish is not after the bound. */
  beforeFinish(p: number, bound: Moment): number {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0) return bound - this.duration[p]!;
    if (this.duration[p] === 0) return this.closingOf(calendar, bound);
    if (this.hasPieces(p)) return this.beforeFinishOfPieces(p, bound);
    return this.calendars[calendar]!.workBefore(bound) - this.duration[p]!;
  }

  startOf(p: number, place: number): Moment {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0 || this.duration[p] === 0) return place;
    return this.calendars[calendar]!.startAt(place);
  }

  finishOf(p: number, place: number): Moment {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0) return place + this.duration[p]!;
    if (this.duration[p] === 0) return place;
    if (this.hasPieces(p)) return this.finishOfPieces(p, place);
    return this.calendars[calendar]!.finishAt(place + this.duration[p]!);
  }

  /** The place so many minutes later, in the own time of the activity or on the clock. */
  delayed(
    p: number,
    place: number,
    delay: { readonly minutes: number; readonly isElapsed: boolean },
  ): number {
    const calendar = this.calendarOf[p]!;
    if (delay.isElapsed || calendar < 0) return this.afterStart(p, this.startOf(p, place) + delay.minutes);
    if (this.duration[p]! > 0) return place + delay.minutes;
    return this.calendars[calendar]!.finishAt(this.calendars[calendar]!.workBefore(place) + delay.minutes);
  }

  /** Minutes from one place of an activity to another, in its own time. */
  minutesBetween(p: number, from: number, to: number): number {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0 || this.duration[p]! > 0) return to - from;
    return this.calendars[calendar]!.workBefore(to) - this.calendars[calendar]!.workBefore(from);
  }

  /** The last moment that is the same point of an activity's work as its finish: the next opening after a closing. */
  lastMomentOfFinish(p: number, finish: Moment): Moment {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0 || this.duration[p] === 0) return finish;
    return this.calendars[calendar]!.startAt(this.calendars[calendar]!.workBefore(finish));
  }

  /** The same for the finish that a place leads to. */
  lastFinishOf(p: number, place: number): Moment {
    const calendar = this.calendarOf[p]!;
    if (calendar < 0) return place + this.duration[p]!;
    if (this.duration[p] === 0) return place;
    if (this.hasPieces(p)) return this.lastFinishOfPieces(p, place);
    return this.calendars[calendar]!.startAt(place + this.duration[p]!);
  }

  /** The moment a lag after another one. Lags count in their calendar, elapsed ones on the clock. */
  afterLag(moment: Moment, lag: number, calendar: number): Moment {
    if (lag === 0) return moment;
    if (calendar < 0) return moment + lag;
    return this.calendars[calendar]!.finishAt(this.calendars[calendar]!.workBefore(moment) + lag);
  }

  /** The latest moment from which a lag does not lead beyond `bound`: the inverse of `afterLag`. */
  beforeLag(bound: Moment, lag: number, calendar: number): Moment {
    if (lag === 0) return bound;
    if (calendar < 0) return bound - lag;
    return this.calendars[calendar]!.startAt(this.calendars[calendar]!.workBefore(bound) - lag);
  }

  private hasPieces(p: number): boolean {
    return this.tracks !== null && this.tracks.first[p]! < this.tracks.first[p + 1]!;
  }

  /** The last of the pieces ends. */
  private finishOfPieces(p: number, place: number): Moment {
    const start = this.startOf(p, place);
    return this.overPieces(p, NEVER, Math.max, (calendar, minutes) =>
      calendar.finishAt(calendar.workBefore(start) + minutes),
    );
  }

  private lastFinishOfPieces(p: number, place: number): Moment {
    const start = this.startOf(p, place);
    return this.overPieces(p, NEVER, Math.max, (calendar, minutes) =>
      calendar.startAt(calendar.workBefore(start) + minutes),
    );
  }

  /** One piece is enough to reach the bound. */
  private afterFinishOfPieces(p: number, bound: Moment): number {
    return this.overPieces(p, FOREVER, Math.min, (calendar, minutes) =>
      this.afterStart(p, calendar.finishAt(calendar.workBefore(bound) - minutes)),
    );
  }

  /** Every piece must keep the bound. */
  private beforeFinishOfPieces(p: number, bound: Moment): number {
    return this.overPieces(p, FOREVER, Math.min, (calendar, minutes) =>
      this.beforeStart(p, calendar.startAt(calendar.workBefore(bound) - minutes)),
    );
  }

  private overPieces(
    p: number,
    from: number,
    choose: (a: number, b: number) => number,
    of: (calendar: WorkingCalendar, minutes: number) => number,
  ): number {
    const { first, calendar, beyond } = this.tracks!;
    let chosen = from;
    for (let k = first[p]!; k < first[p + 1]!; k++) {
      const minutes = Math.max(1, beyond[k]! + this.duration[p]!);
      chosen = choose(chosen, of(this.calendars[calendar[k]!]!, minutes));
    }
    return chosen;
  }

  private openingOf(calendar: number, moment: Moment): Moment {
    const clock = this.calendars[calendar]!;
    const work = clock.workBefore(moment);
    return clock.finishAt(work) === moment ? moment : clock.startAt(work);
  }

  private closingOf(calendar: number, moment: Moment): Moment {
    const clock = this.calendars[calendar]!;
    const work = clock.workBefore(moment);
    return clock.startAt(work) === moment ? moment : clock.finishAt(work);
  }
}
