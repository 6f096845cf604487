import { compileCalendar, STANDARD_CALENDAR } from '@meridian/calendar';
import type { WorkingCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import { CompiledCalendars } from '../plan/calendar-key.js';
import type { StoredPlan } from '../plan/stored-plan.js';

/**
 * The calendar that a recurring task wants, or that of the project.
 *
 * @throws Refusal `projects/calendar-unknown`
 */
export function calendarOfRecurring(
  { calendars, settings }: StoredPlan,
  calendarKey: string | null,
): WorkingCalendar {
  const compiled = new CompiledCalendars(calendars);
  const ofProject = settings.calendarKey === null ? undefined : compiled.at(settings.calendarKey);
  if (calendarKey === null) return ofProject ?? compileCalendar(STANDARD_CALENDAR);
  const own = Object.hasOwn(calendars, calendarKey) ? compiled.at(calendarKey) : undefined;
  if (own) return own;
  throw new Refusal(
    'projects/calendar-unknown',
    `The plan has no calendar "${calendarKey}"; choose one of the plan, or none for that of the project.`,
    { kind: 'unprocessable', details: { found: calendarKey, allowed: Object.keys(calendars) } },
  );
}
