import { figureOf, sumOf, type Figure } from './figure.js';
import type { PerformanceFacts, TaskFact, WeekFact } from './performance-facts.js';

/** A working week of project time, below which a share of it says nothing. */
const REWORK_MINUTES_NEEDED = 2_400;
const WEEKS_NEEDED = 4;

/** Of the approved time for projects: what went into work that was done once and was open again on that day. */
export function rework({ entries, tasks }: PerformanceFacts): Figure {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const of = sumOf(entries, ({ minutes }) => minutes);
  const again = new Map<TaskFact, number>();
  for (const { taskId, day, minutes } of entries) {
    const task = taskId === null ? undefined : byId.get(taskId);
    if (task && isReopened(task, day)) again.set(task, (again.get(task) ?? 0) + minutes);
  }
  const rows = [...again].map(([task, minutes]) => ({
    name: task.name,
    projectId: task.projectId,
    taskId: task.taskId,
    counted: Math.max(0, minutes),
    of: Math.max(
      0,
      sumOf(entriesOf(task, entries), (entry) => entry.minutes),
    ),
    note: `Done and open again ${task.reopenings.map(({ from, until }) => `from ${from}${until === null ? '' : ` to ${until}`}`).join(', ')}.`,
  }));
  const counted = sumOf(rows, (row) => row.counted);
  return figureOf({
    kind: 'rework',
    ofWhat: 'approved-project-minutes',
    counted,
    of: Math.max(0, of),
    known: Math.max(0, of),
    needed: REWORK_MINUTES_NEEDED,
    rows,
  });
}

/** Approved time for projects in the time that is left when leave is taken off, over the weeks with approved time. */
export function projectUtilisation({ weeks }: PerformanceFacts): Figure {
  const known = approvedWeeks(weeks);
  const rows = known.map(({ weekStart, gross, leave, forProjects }) => ({
    name: `Week of ${weekStart}`,
    day: weekStart,
    counted: Math.max(0, forProjects),
    of: Math.max(0, gross - leave),
    note: leave > 0 ? `${leave / 60} of ${gross / 60} hours were leave.` : 'No leave.',
  }));
  return weekly('utilisation', 'minutes-net-of-leave', rows);
}

/** Of all approved time: what lies above the time that there was in its week (LibrePlan's overtime ratio, by week). */
export function overtime({ weeks }: PerformanceFacts): Figure {
  const rows = approvedWeeks(weeks).map(({ weekStart, gross, leave, approved }) => ({
    name: `Week of ${weekStart}`,
    day: weekStart,
    counted: Math.max(0, approved - Math.max(0, gross - leave)),
    of: approved,
    note: `${approved / 60} hours approved, ${(gross - leave) / 60} there were.`,
  }));
  return weekly('overtime', 'approved-minutes', rows);
}

function weekly(
  kind: 'utilisation' | 'overtime',
  ofWhat: 'minutes-net-of-leave' | 'approved-minutes',
  rows: Figure['rows'],
): Figure {
  const share = { counted: sumOf(rows, (row) => row.counted), of: sumOf(rows, (row) => row.of) };
  return figureOf({ kind, ofWhat, ...share, known: rows.length, needed: WEEKS_NEEDED, rows });
}

/** A week whose sheet did not come says nothing about how much was worked. */
function approvedWeeks(weeks: readonly WeekFact[]): WeekFact[] {
  return weeks.filter(({ approved }) => approved > 0);
}

function entriesOf({ taskId }: TaskFact, entries: PerformanceFacts['entries']): PerformanceFacts['entries'] {
  return entries.filter((entry) => entry.taskId === taskId);
}

/** On the day itself it may have been worked on before: that counts as rework only from the next day on. */
function isReopened({ reopenings }: TaskFact, day: string): boolean {
  return reopenings.some(({ from, until }) => from < day && (until === null || day <= until));
}
