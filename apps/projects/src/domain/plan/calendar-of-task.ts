import { compileCalendar, STANDARD_CALENDAR } from '@meridian/calendar';
import type { WorkingCalendar } from '@meridian/calendar';
import { CompiledCalendars } from './calendar-key.js';
import type { StoredPlan, StoredTask } from './stored-plan.js';

/** The hours a task is worked in: its own calendar, or the one of the plan. */
export function calendarOfTask(
  { calendarKey }: Pick<StoredTask, 'calendarKey'>,
  { calendars, settings }: Pick<StoredPlan, 'calendars' | 'settings'>,
): WorkingCalendar {
  const compiled = new CompiledCalendars(calendars);
  const project = compiled.at(settings.calendarKey ?? '') ?? compileCalendar(STANDARD_CALENDAR);
  return calendarKey === null ? project : (compiled.at(calendarKey) ?? project);
}
