import { weekCapacity } from '../domain/capacity.js';
import { loadByWeek } from '../domain/load.js';
import { allocatedInWeek, type WeekTimes } from '../domain/time-compared.js';
import { endOfWeek, weekOf } from '../domain/weeks.js';
import type { Tx } from './database.js';
import { employmentsOf } from './people.js';

/** What a person had, was booked for and logged in weeks that follow each other. */
export async function timesOfWeeks(
  tx: Pick<Tx, 'employmentFact' | 'leave' | 'booking' | 'timeEntry'>,
  personId: string,
  mondays: readonly string[],
  today: string,
): Promise<WeekTimes[]> {
  const [first, last] = [mondays[0] ?? today, endOfWeek(mondays.at(-1) ?? today)];
  const [employments, leaves, bookings, entries] = await Promise.all([
    employmentsOf(tx, [personId], today),
    tx.leave.findMany({ where: { personId, isCancelled: false } }),
    tx.booking.findMany({ where: { personId, start: { lte: last }, finish: { gte: first } } }),
    tx.timeEntry.findMany({ where: { personId, day: { gte: first, lte: last } } }),
  ]);
  const periods = employments.get(personId)?.periods ?? [];
  const work = bookings.map((booking) => ({ booking, planned: loadByWeek([booking]) }));
  return mondays.map((week) => {
    const gross = weekCapacity(periods, [], week);
    const logged = entries.filter(({ day }) => weekOf(day) === week);
    return {
      gross,
      leave: gross - weekCapacity(periods, leaves, week),
      allocated: sum(
        work.map(({ booking, planned }) => allocatedInWeek(booking, week, planned.get(week) ?? 0)),
      ),
      planned: sum(work.map(({ planned }) => planned.get(week) ?? 0)),
      logged: sum(logged.map(({ minutes }) => minutes)),
      forProjects: sum(logged.filter((line) => line.projectId !== null).map(({ minutes }) => minutes)),
    };
  });
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((total, one) => total + one, 0);
}
