import {
  compileCalendar,
  STANDARD_CALENDAR,
  workingMinutesOn,
  type CalendarDefinition,
} from '@meridian/calendar';
import { CompiledCalendars } from '../../domain/plan/calendar-key.js';
import type { PlanSettings } from '../../domain/plan/stored-plan.js';
import type { Tx } from '../database.js';

/** On which days a project works: those of its plan's calendar, without a plan Monday to Friday. */
export async function workingDays(tx: Tx, projectId: string): Promise<(date: string) => boolean> {
  const plan = await tx.plan.findUnique({
    where: { projectId },
    select: { settings: true, calendars: true },
  });
  const settings = plan?.settings as unknown as PlanSettings | undefined;
  const compiled = new CompiledCalendars(
    (plan?.calendars ?? {}) as unknown as Record<string, CalendarDefinition>,
  );
  const calendar = compiled.at(settings?.calendarKey ?? '') ?? compileCalendar(STANDARD_CALENDAR);
  return (date) => workingMinutesOn(calendar, date) > 0;
}
