import { figureOf, type Figure } from './figure.js';
import type { PerformanceFacts, TaskFact } from './performance-facts.js';

const TASKS_NEEDED = 5;

/**
 * Estimates are good when they are within a quarter of what it took: PRED(25) of S. D. Conte, H. E. Dunsmore and
 * V. Y. Shen, Software Engineering Metrics and Models, 1986.
 */
const NEAR_PERCENT = 25;

/** Of the work that was finished in the period and accepted with a milestone: what came by the day that was agreed. */
export function onTime({ period, tasks }: PerformanceFacts): Figure {
  const rows = finishedIn(period, tasks).map((task) => {
    const { name, projectId, taskId, agreedFinish, acceptedOn, isBaseline } = task;
    const by = isBaseline ? 'the baseline' : 'the plan in which it first stood';
    const isCounted = acceptedOn !== null;
    const isInTime = task.finishedOn <= agreedFinish;
    const note = isCounted
      ? `Agreed for ${agreedFinish} by ${by}, done on ${task.finishedOn}, accepted on ${acceptedOn}.`
      : 'Done; no milestone that waits for it was accepted yet, so it is not counted.';
    const share = { counted: Number(isCounted && isInTime), of: Number(isCounted) };
    return { name, projectId, taskId, day: task.finishedOn, ...share, note };
  });
  const of = rows.filter((row) => row.of > 0).length;
  const counted = rows.filter((row) => row.counted > 0).length;
  const share = { counted, of, known: of, needed: TASKS_NEEDED };
  return figureOf({ kind: 'on-time', ofWhat: 'accepted-tasks', ...share, rows });
}

/** How many of the finished tasks took the person about what the assignment had for them, and how wide the middle half is. */
export function estimateAccuracy({ period, tasks }: PerformanceFacts): Figure {
  const measured = finishedIn(period, tasks)
    .filter(({ estimateMinutes, spentMinutes }) => estimateMinutes > 0 && spentMinutes > 0)
    .map((task) => ({ task, percent: Math.round((task.spentMinutes * 100) / task.estimateMinutes) }));
  const rows = measured.map(({ task, percent }) => {
    const { name, projectId, taskId, finishedOn, estimateMinutes, spentMinutes } = task;
    const isNear = Math.abs(spentMinutes - estimateMinutes) * 100 <= estimateMinutes * NEAR_PERCENT;
    const note = `${hours(spentMinutes)} of ${hours(estimateMinutes)} hours: ${percent} percent.`;
    return { name, projectId, taskId, day: finishedOn, counted: Number(isNear), of: 1, note };
  });
  const counted = rows.filter((row) => row.counted > 0).length;
  const share = { counted, of: rows.length, known: rows.length, needed: TASKS_NEEDED };
  const figure = figureOf({
    kind: 'estimate-accuracy',
    ofWhat: 'finished-tasks-with-estimate',
    ...share,
    rows,
  });
  if (!figure.isEnough) return figure;
  const percents = measured.map(({ percent }) => percent).sort((a, b) => a - b);
  return { ...figure, lowPercent: quantile(percents, 0.25), highPercent: quantile(percents, 0.75) };
}

function finishedIn(
  { from, to }: PerformanceFacts['period'],
  tasks: readonly TaskFact[],
): (TaskFact & { readonly finishedOn: string })[] {
  return tasks.flatMap((task) => {
    const { finishedOn } = task;
    return finishedOn !== null && finishedOn >= from && finishedOn <= to ? [{ ...task, finishedOn }] : [];
  });
}

/** By the nearest rank. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}
