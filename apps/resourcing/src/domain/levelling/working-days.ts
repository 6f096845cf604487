import { compileCalendar, STANDARD_CALENDAR, workingMinutesByDay } from '@meridian/calendar';
import { dateAfter } from '../weeks.js';

const CALENDAR = compileCalendar(STANDARD_CALENDAR);
/** Read so far ahead at a time. */
const STRETCH_DAYS = 730;

/** The working days around a date, numbered in order; 0 is the first that is not before it. The slots of a levelling. */
export class WorkingDays {
  readonly #dates: string[] = [];
  readonly #before: number;
  #readTo: string;

  /** Days before `earliest` count as that day. */
  constructor(today: string, earliest = today) {
    this.#readTo = dateAfter(earliest < today ? earliest : today, -1);
    this.#before = this.#placeFrom(today);
  }

  /** The number of the first working day that is not before this date; negative in the past. */
  numberFrom(date: string): number {
    return this.#placeFrom(date) - this.#before;
  }

  /** The number after the last working day up to this date: the exclusive end of work that finishes on it. */
  numberAfter(date: string): number {
    return this.numberFrom(dateAfter(date, 1));
  }

  dateOf(number: number): string {
    const place = number + this.#before;
    while (this.#dates.length <= place) this.#readOn();
    return this.#dates[Math.max(0, place)] as string;
  }

  #placeFrom(date: string): number {
    while (this.#readTo < date) this.#readOn();
    let low = 0;
    let high = this.#dates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dates[middle] as string) >= date) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #readOn(): void {
    const from = dateAfter(this.#readTo, 1);
    this.#readTo = dateAfter(from, STRETCH_DAYS - 1);
    for (const { date, minutes } of workingMinutesByDay(CALENDAR, from, this.#readTo))
      if (minutes > 0) this.#dates.push(date);
  }
}
