import { Refusal } from '@meridian/refusal';
import type { StoredTask } from './stored-plan.js';

export interface ProgressClaim {
  readonly percentComplete: number;
  /** The day on which it was true. */
  readonly asOf: string;
  readonly actualStart?: string | undefined;
  readonly actualFinish?: string | undefined;
}

/**
 * Takes a report over into a task. It may lower the figure, because it can correct an earlier one. A first report above
 * zero starts the task on its planned day or on the day of the report, whichever is earlier; 100 percent finishes it.
 *
 * @param planned start and finish as the network has them now
 */
export function reportProgress(
  task: StoredTask,
  claim: ProgressClaim,
  planned: { readonly start: string; readonly finish: string },
): StoredTask {
  requireReportable(task, claim);
  const { percentComplete, asOf } = claim;
  const version = task.version + 1;
  if (percentComplete === 0 && claim.actualStart === undefined) {
    return {
      ...task,
      version,
      percentComplete,
      actualStart: null,
      actualFinish: null,
      remainingMinutes: null,
    };
  }
  const begun = task.actualStart ?? (planned.start.slice(0, 10) <= asOf ? planned.start : `${asOf}T08:00:00`);
  const actualStart = claim.actualStart === undefined ? begun : `${claim.actualStart}T08:00:00`;
  if (percentComplete < 100) {
    const remainingMinutes = Math.round(
      ((task.durationMinutes + task.idleMinutes) * (100 - percentComplete)) / 100,
    );
    return { ...task, version, percentComplete, actualStart, actualFinish: null, remainingMinutes };
  }
  const ended = planned.finish.slice(0, 10) <= asOf ? planned.finish : `${asOf}T17:00:00`;
  const actualFinish =
    claim.actualFinish === undefined ? later(ended, actualStart) : `${claim.actualFinish}T17:00:00`;
  return { ...task, version, percentComplete, actualStart, actualFinish, remainingMinutes: null };
}

function requireReportable(
  task: StoredTask,
  { actualStart, actualFinish, percentComplete, asOf }: ProgressClaim,
): void {
  if (task.isSummary) {
    throw new Refusal(
      'projects/summary-takes-no-progress',
      `"${task.name}" is a summary; its progress follows from the tasks below it. Report on those.`,
    );
  }
  if (!task.isActive) {
    throw new Refusal(
      'projects/task-inactive',
      `"${task.name}" is inactive in the plan and takes no progress.`,
    );
  }
  if (actualFinish !== undefined && percentComplete < 100) {
    throw new Refusal(
      'projects/finish-without-completion',
      `An actual finish needs 100 percent; ${percentComplete} percent was reported.`,
      { kind: 'unprocessable' },
    );
  }
  const start = actualStart ?? task.actualStart?.slice(0, 10);
  if (actualFinish !== undefined && start !== undefined && actualFinish < start) {
    throw new Refusal(
      'projects/finish-before-start',
      `The actual finish ${actualFinish} is before the actual start ${start}.`,
      {
        kind: 'unprocessable',
      },
    );
  }
  const future = [actualStart, actualFinish].find((date) => date !== undefined && date > asOf);
  if (future !== undefined) {
    throw new Refusal(
      'projects/actual-in-the-future',
      `${future} is after ${asOf}, the day of the report; an actual date lies before it.`,
      {
        kind: 'unprocessable',
      },
    );
  }
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
