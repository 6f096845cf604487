import { loadByWeek, type BookedWork, type LoadWeek } from '../load.js';

export interface Conflict extends LoadWeek {
  /** Of the booking itself. */
  readonly workMinutes: number;
}

/**
 * Weeks in which a person is booked above capacity and the booking takes part in it. Minutes, as the capacity heat map has
 * them.
 *
 * @param weeks of the person, in order
 * @param isCounted the work is among the booked minutes already; that of a proposal is not
 */
export function conflictsOf(booking: BookedWork, weeks: readonly LoadWeek[], isCounted: boolean): Conflict[] {
  const own = loadByWeek([booking]);
  return weeks.flatMap((week) => {
    const workMinutes = own.get(week.weekStart) ?? 0;
    const bookedMinutes = week.bookedMinutes + (isCounted ? 0 : workMinutes);
    const isOver = workMinutes > 0 && bookedMinutes > week.capacityMinutes;
    return isOver ? [{ ...week, bookedMinutes, workMinutes }] : [];
  });
}
