import type { StoredTask } from './stored-plan.js';

/** What was reported of a task before its plan was imported again. */
export type EarlierProgress = Pick<StoredTask, 'percentComplete' | 'actualStart' | 'actualFinish'> & {
  /** Items of the backlog say how far it is. */
  readonly followsItems?: boolean;
};

type Line = Pick<StoredTask, 'isSummary' | 'isActive' | 'durationMinutes' | 'idleMinutes'> &
  EarlierProgress & { readonly remainingMinutes: number | null };

/**
 * Reported progress outlives an import, unless the file has progress of its own for the task: then the file counts. What
 * items of the backlog say of a task always counts.
 */
export function keptProgress<T extends Line>(line: T, earlier: EarlierProgress | undefined): T {
  if (!earlier || line.isSummary || !line.isActive) return line;
  if (!earlier.followsItems && (earlier.actualStart === null || line.actualStart !== null)) return line;
  const { percentComplete, actualStart, actualFinish } = earlier;
  const open = 100 - percentComplete;
  const remaining = Math.round(((line.durationMinutes + line.idleMinutes) * open) / 100);
  return {
    ...line,
    percentComplete,
    actualStart,
    actualFinish,
    remainingMinutes: open === 0 || actualStart === null ? null : remaining,
  };
}
