import type { StoredTask } from './stored-plan.js';

/** What was reported of a task before its plan was imported again. */
export type EarlierProgress = Pick<StoredTask, 'percentComplete' | 'actualStart' | 'actualFinish'>;

type Line = Pick<StoredTask, 'isSummary' | 'isActive' | 'durationMinutes' | 'idleMinutes'> &
  EarlierProgress & { readonly remainingMinutes: number | null };

/** Reported progress outlives an import, unless the file has progress of its own for the task: then the file counts. */
export function keptProgress<T extends Line>(line: T, earlier: EarlierProgress | undefined): T {
  if (!earlier || earlier.actualStart === null) return line;
  if (line.isSummary || !line.isActive || line.actualStart !== null) return line;
  const { percentComplete, actualStart, actualFinish } = earlier;
  const open = 100 - percentComplete;
  const remaining = Math.round(((line.durationMinutes + line.idleMinutes) * open) / 100);
  return {
    ...line,
    percentComplete,
    actualStart,
    actualFinish,
    remainingMinutes: open === 0 ? null : remaining,
  };
}
