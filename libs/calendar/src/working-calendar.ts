import { Refusal } from '@meridian/refusal';
import type { DayPattern } from './day-pattern.js';
import { dayNumberOf, dayOf, isoFromMoment, MINUTES_PER_DAY } from './moment.js';
import type { DayNumber, Moment } from './moment.js';

/** What a run of days looks like: one pattern for each of `count` days from `firstDay`. */
export type DayPatterns = (firstDay: DayNumber, count: number) => DayPattern[];

/** Plans live between these two days; a date outside is a mistake of typing or conversion. */
export const FIRST_DAY = dayNumberOf(1900, 1, 1);
export const END_DAY = dayNumberOf(2200, 1, 1);
const FIRST_SPAN_DAYS = 731;
const BUCKET_SHIFT = 8;

/**
 * A calendar ready for computing. It maps moments to a *work coordinate*, the working minutes since an arbitrary but
 * fixed origin, and back; every duration is then a subtraction. Days are tabulated with running sums over the span asked
 * for so far, and the span grows on demand up to the years 1900 to 2200. Both directions take constant time on average.
 *
 * The coordinate of a closing bell and of the next opening bell is the same: that is why there are two ways back,
 * `startAt` (opening) and `finishAt` (closing).
 */
export class WorkingCalendar {
  private firstDay = 0;
  private endDay = 0;
  private originDay: DayNumber | undefined;
  /** Work coordinate at the beginning of each day, and one more at the end. */
  private workAtDay = new Int32Array(1);
  private days: DayPattern[] = [];
  /** Stretches of all patterns in a row (see DayPattern), and for each day where its own begin and end there. */
  private stretches = new Int32Array(0);
  private stretchAtDay = new Int32Array(0);
  private stretchEndAtDay = new Int32Array(0);
  /** For each run of 2^BUCKET_SHIFT working minutes the day in which it begins: where a search starts. */
  private dayOfBucket = new Int32Array(1);

  constructor(
    readonly name: string,
    /** The patterns behind the calendar; used to combine calendars. */
    readonly patterns: DayPatterns,
  ) {}

  /** Working minutes before a moment, counted from the origin of this calendar. */
  workBefore(moment: Moment): number {
    let index = Math.floor(moment / MINUTES_PER_DAY) - this.firstDay;
    if (index < 0 || index >= this.days.length) index = this.reach(moment);
    const minute = moment - (this.firstDay + index) * MINUTES_PER_DAY;
    const { stretches } = this;
    // The last stretch that has begun says it all: what was worked before it and how much of it is over.
    for (let i = this.stretchEndAtDay[index]! - 3; i >= this.stretchAtDay[index]!; i -= 3) {
      const from = stretches[i]!;
      if (minute <= from) continue;
      const to = stretches[i + 1]!;
      return this.workAtDay[index]! + stretches[i + 2]! + (minute < to ? minute : to) - from;
    }
    return this.workAtDay[index]!;
  }

  /** The latest moment with this work coordinate: work that begins here begins now. */
  startAt(work: number): Moment {
    if (this.originDay === undefined) this.reach(0);
    if (work < this.workAtDay[0]! || work >= this.workAtDay[this.days.length]!) this.reachWork(work);
    let index = this.dayOfBucket[(work - this.workAtDay[0]!) >> BUCKET_SHIFT]!;
    while (this.workAtDay[index + 1]! <= work) index++;
    const { stretches } = this;
    const offset = work - this.workAtDay[index]!;
    let i = this.stretchEndAtDay[index]! - 3;
    while (stretches[i + 2]! > offset) i -= 3;
    return (this.firstDay + index) * MINUTES_PER_DAY + stretches[i]! + offset - stretches[i + 2]!;
  }

  /** The earliest moment with this work coordinate: work that ends here ends now. */
  finishAt(work: number): Moment {
    return this.startAt(work - 1) + 1;
  }

  /** Is the minute that begins at this moment worked? */
  isWorking(moment: Moment): boolean {
    return this.workBefore(moment + 1) > this.workBefore(moment);
  }

  /** The pattern of a clock day: its stretches and its sum. */
  patternOn(day: DayNumber): DayPattern {
    const index = this.reach(day * MINUTES_PER_DAY);
    return this.days[index]!;
  }

  private reach(moment: Moment): number {
    const day = dayOf(moment);
    if (!(day >= FIRST_DAY && day < END_DAY)) throw this.outOfRange(moment);
    this.originDay ??= day;
    if (this.days.length === 0) this.tabulate(day - FIRST_SPAN_DAYS, day + FIRST_SPAN_DAYS);
    const span = this.endDay - this.firstDay;
    if (day < this.firstDay) this.tabulate(Math.min(day, this.firstDay - span), this.endDay);
    else if (day >= this.endDay) this.tabulate(this.firstDay, Math.max(day + 1, this.endDay + span));
    return day - this.firstDay;
  }

  private reachWork(work: number): void {
    const span = () => this.endDay - this.firstDay;
    while (work < this.workAtDay[0]!) {
      if (this.firstDay === FIRST_DAY) throw this.exhausted('before', FIRST_DAY);
      this.tabulate(this.firstDay - span(), this.endDay);
    }
    while (work >= this.workAtDay[this.days.length]!) {
      if (this.endDay === END_DAY) throw this.exhausted('after', END_DAY);
      this.tabulate(this.firstDay, this.endDay + span());
    }
  }

  private tabulate(fromDay: DayNumber, toDay: DayNumber): void {
    this.firstDay = Math.max(fromDay, FIRST_DAY);
    this.endDay = Math.min(toDay, END_DAY);
    const count = this.endDay - this.firstDay;
    this.days = this.patterns(this.firstDay, count);
    this.flatten(count);
    const sums = new Int32Array(count + 1);
    for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + this.days[i]!.minutes;
    const origin = sums[this.originDay! - this.firstDay]!;
    this.dayOfBucket = new Int32Array((sums[count]! >> BUCKET_SHIFT) + 1);
    for (let bucket = 0, day = 0; bucket < this.dayOfBucket.length; bucket++) {
      while (day < count - 1 && sums[day + 1]! <= bucket << BUCKET_SHIFT) day++;
      this.dayOfBucket[bucket] = day;
    }
    this.workAtDay = sums.map((sum) => sum - origin);
  }

  private flatten(count: number): void {
    const at = new Map<DayPattern, number>();
    const flat: number[] = [];
    this.stretchAtDay = new Int32Array(count);
    this.stretchEndAtDay = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const pattern = this.days[i]!;
      let begin = at.get(pattern);
      if (begin === undefined) {
        at.set(pattern, (begin = flat.length));
        flat.push(...pattern.stretches);
      }
      this.stretchAtDay[i] = begin;
      this.stretchEndAtDay[i] = begin + pattern.stretches.length;
    }
    this.stretches = Int32Array.from(flat);
  }

  private exhausted(side: string, day: DayNumber): Refusal {
    const bound = isoFromMoment(day * MINUTES_PER_DAY).slice(0, 10);
    return new Refusal(
      'calendar/no-working-time',
      `The calendar "${this.name}" has not enough working time up to ${bound} for what is planned in it; give it more shifts, or plan shorter durations and lags.`,
      { kind: 'unprocessable', details: { calendar: this.name, side, bound } },
    );
  }

  private outOfRange(moment: Moment): Refusal {
    const found = Number.isSafeInteger(Math.floor(moment))
      ? isoFromMoment(Math.floor(moment))
      : String(moment);
    return new Refusal(
      'calendar/out-of-range',
      `The moment ${found} is outside of the years 1900 to 2199 that plans may use.`,
      {
        kind: 'unprocessable',
        details: { calendar: this.name, found },
      },
    );
  }
}
