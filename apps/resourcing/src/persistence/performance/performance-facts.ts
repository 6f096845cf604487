import { weekCapacity, workingDates } from '../../domain/capacity.js';
import type { Figure } from '../../domain/performance/figure.js';
import type { EntryFact, WeekFact } from '../../domain/performance/performance-facts.js';
import type { Period } from '../../domain/performance/period.js';
import { personFigures } from '../../domain/performance/person-figures.js';
import { weekOf } from '../../domain/weeks.js';
import type { Tx } from '../database.js';
import { employmentsOf } from '../people.js';
import { taskFacts } from './task-facts.js';

/** The six figures of a person and period as they are today. */
export async function currentFigures(
  tx: Parameters<typeof taskFacts>[0] & Pick<Tx, 'employmentFact' | 'leave'>,
  personId: string,
  period: Period,
  today: string,
): Promise<Figure[]> {
  const [tasks, employments, leaves, lines] = await Promise.all([
    taskFacts(tx, personId),
    employmentsOf(tx, [personId], today),
    tx.leave.findMany({ where: { personId, isCancelled: false } }),
    tx.timeEntry.findMany({
      where: { personId, isApproved: true, day: { gte: period.from, lte: period.to } },
    }),
  ]);
  const periods = employments.get(personId)?.periods ?? [];
  const weeks = period.mondays.map((weekStart): WeekFact => {
    const gross = weekCapacity(periods, [], weekStart);
    const ofWeek = lines.filter(({ day }) => weekOf(day) === weekStart);
    return {
      weekStart,
      gross,
      leave: gross - weekCapacity(periods, leaves, weekStart),
      approved: minutesOf(ofWeek),
      forProjects: minutesOf(ofWeek.filter(({ projectId }) => projectId !== null)),
    };
  });
  const to = period.to < today ? period.to : today;
  const workingDays = to < period.from ? [] : workingDates(periods, leaves, { from: period.from, to });
  const entries = lines.flatMap(({ projectId, taskId, day, minutes }): EntryFact[] =>
    projectId === null ? [] : [{ projectId, taskId, day, minutes }],
  );
  return personFigures({ period, today, tasks, weeks, entries, workingDays });
}

function minutesOf(lines: readonly { readonly minutes: number }[]): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0);
}
