import { workCalendar } from './working-days.js';

/** The days that budgets are planned over: Monday to Friday, until sites have calendars of their own. */
export const HOUSE_CALENDAR = workCalendar();
