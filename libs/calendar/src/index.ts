export { compileCalendar, intersectCalendars, uniteCalendars } from './compile-calendar.js';
export { calendarFromTable, tableOfCalendar } from './calendar-table.js';
export type { CalendarTable } from './calendar-table.js';
export { deriveCalendar } from './calendar-definition.js';
export type {
  CalendarDefinition,
  CalendarDifference,
  CalendarException,
  Shift,
  WorkingWeek,
  WorkingWeekPeriod,
} from './calendar-definition.js';
export { holidays, workingMinutesByDay, workingMinutesInWeek, workingMinutesOn } from './capacity.js';
export type { Holiday } from './capacity.js';
export {
  dateFromDay,
  dateOf,
  dayFromDate,
  dayOf,
  isoFromMoment,
  MINUTES_PER_DAY,
  momentFromIso,
  weekdayOf,
} from './moment.js';
export type { DayNumber, IsoDate, Moment, Weekday } from './moment.js';
export { expandRecurrence, recurringException } from './recurrence.js';
export type { ItemOfMonth, PositionInMonth, Recurrence, RecurrenceRule } from './recurrence.js';
export { NIGHT_SHIFT_CALENDAR, ROUND_THE_CLOCK_CALENDAR, STANDARD_CALENDAR } from './well-known-calendars.js';
export { WorkingCalendar } from './working-calendar.js';
export {
  addElapsedMinutes,
  addWorkingMinutes,
  elapsedMinutesBetween,
  isWorking,
  nextWorkingStart,
  previousWorkingFinish,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './working-time.js';
