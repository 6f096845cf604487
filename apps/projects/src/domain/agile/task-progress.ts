import type { ProgressClaim } from '../plan/report-progress.js';
import type { StoredTask } from '../plan/stored-plan.js';
import type { BacklogItem } from './backlog-item.js';

/** An item of a task, as its progress sees it. */
export type ItemOfTask = Pick<BacklogItem, 'state' | 'points' | 'startedOn' | 'doneOn' | 'movedOn'>;

/**
 * How far a task is by its items: done points over all points, rounded down (weighted milestones with points as weights:
 * Sulaiman, Barton, Blackburn, AgileEVM, Agile 2006). Only when every item is done it is 100, also where some are not
 * estimated: those count for nothing until then. Dropped items are no part of it.
 *
 * @returns null for a task without items: it takes progress by hand
 */
export function percentOfItems(items: readonly ItemOfTask[]): number | null {
  const live = items.filter(({ state }) => state !== 'dropped');
  if (live.length === 0) return null;
  const done = live.filter(({ state }) => state === 'done');
  if (done.length === live.length) return 100;
  const all = pointsOf(live);
  return all === 0 ? 0 : Math.min(99, Math.floor((100 * pointsOf(done)) / all));
}

/**
 * What the items of a task report of it, when that is other than what the plan says. A task that began stays begun.
 *
 * @param on the day on which the items changed
 */
export function claimOfItems(
  task: Pick<StoredTask, 'percentComplete' | 'actualStart'>,
  items: readonly ItemOfTask[],
  on: string,
): ProgressClaim | null {
  const percentComplete = percentOfItems(items);
  if (percentComplete === null) return null;
  const live = items.filter(({ state }) => state !== 'dropped');
  const begun = live.flatMap(({ startedOn }) => startedOn ?? []).sort()[0];
  const hasBegunAnew = task.actualStart === null && begun !== undefined;
  if (percentComplete === task.percentComplete && !hasBegunAnew) return null;
  const start = task.actualStart?.slice(0, 10);
  const asOf = latest([
    on,
    ...live.flatMap(({ movedOn }) => movedOn ?? []),
    ...(start === undefined ? [] : [start]),
  ]);
  const actualStart = start === undefined ? begun : percentComplete === 0 ? start : undefined;
  if (percentComplete < 100) return { percentComplete, asOf, actualStart };
  const ended = latest([...live.flatMap(({ doneOn }) => doneOn ?? []), start ?? begun ?? on]);
  return { percentComplete, asOf, actualStart, actualFinish: ended };
}

function pointsOf(items: readonly ItemOfTask[]): number {
  return items.reduce((sum, { points }) => sum + (points ?? 0), 0);
}

function latest(days: readonly string[]): string {
  return days.reduce((last, day) => (day > last ? day : last));
}
