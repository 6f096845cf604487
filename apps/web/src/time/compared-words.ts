import type { PersonTimeWeek } from '@meridian/contracts-resourcing';
import type { HealthState } from '../health/health-state.js';
import { hoursText } from './hours.js';

const closeMinutes = 60;

/** What is missing between what was held, what was planned and what was logged, in words. */
export function gapWords(week: PersonTimeWeek): { readonly state: HealthState; readonly word: string } {
  const { unloggedMinutes, unplannedMinutes, plannedMinutes, loggedMinutes } = week;
  if (plannedMinutes === 0 && loggedMinutes === 0) return { state: 'unknown', word: 'Nothing planned' };
  if (unloggedMinutes > closeMinutes)
    return { state: 'at-risk', word: `${hoursText(unloggedMinutes)} h planned, not logged` };
  if (unloggedMinutes < -closeMinutes)
    return { state: 'at-risk', word: `${hoursText(-unloggedMinutes)} h more than planned` };
  if (unplannedMinutes > closeMinutes)
    return { state: 'at-risk', word: `${hoursText(unplannedMinutes)} h held without work` };
  return { state: 'on-track', word: 'As planned' };
}

/** A week that is not over cannot have all of it logged yet. */
export function isOver(weekStart: string, thisMonday: string): boolean {
  return weekStart < thisMonday;
}
