/** A stretch of working time within one day, minutes from midnight; 1440 is the midnight at the end. */
export interface Shift {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The rule for one weekday, 1 Monday to 7 Sunday. No shifts: a day off. */
export interface WeekdayRule {
  readonly weekday: number;
  readonly shifts: readonly Shift[];
}

/** Days that follow another rule. Recurring exceptions are already written out, one for each run of days. */
export interface CalendarException {
  readonly name: string | null;
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly shifts: readonly Shift[];
}

/** A week that differs for a season. */
export interface WorkWeek {
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly WeekdayRule[];
}

export interface PlanCalendar {
  readonly uid: number;
  readonly guid: string | null;
  readonly name: string;
  /** A calendar of the project; false: made for one resource. */
  readonly isBase: boolean;
  /** The calendar whose rules hold where this one is silent. */
  readonly baseUid: number | null;
  /** Only the weekdays for which this calendar has its own rule. */
  readonly weekdays: readonly WeekdayRule[];
  readonly exceptions: readonly CalendarException[];
  readonly workWeeks: readonly WorkWeek[];
}
