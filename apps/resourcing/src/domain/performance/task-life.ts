/** What was told of a task, in the order of the telling. */
export interface TaskReport {
  readonly percentComplete: number;
  readonly asOf: string;
  readonly actualStart: string | null;
  readonly actualFinish: string | null;
}

export interface TaskLife {
  readonly startedOn: string | null;
  /** `null` while it is not done, also when it was done once and is open again. */
  readonly finishedOn: string | null;
  /** From a day on done work was open again, to the day it was done anew (`null`: still open). */
  readonly reopenings: readonly { readonly from: string; readonly until: string | null }[];
}

/**
 * Folds the reports of a task. Done work that goes below 100 percent is open again from the day of that report. A report
 * without a day of its own for start or finish gives the day on which it was true.
 */
export function lifeOf(reports: readonly TaskReport[]): TaskLife {
  let life: TaskLife = { startedOn: null, finishedOn: null, reopenings: [] };
  for (const { percentComplete, asOf, actualStart, actualFinish } of reports) {
    const startedOn = actualStart ?? life.startedOn ?? (percentComplete > 0 ? asOf : null);
    if (percentComplete === 100) {
      const finishedOn = actualFinish ?? asOf;
      const reopenings = life.reopenings.map((one) => ({ ...one, until: one.until ?? finishedOn }));
      life = { startedOn, finishedOn, reopenings };
      continue;
    }
    const again = life.finishedOn === null ? [] : [{ from: asOf, until: null }];
    life = { startedOn, finishedOn: null, reopenings: [...life.reopenings, ...again] };
  }
  return life;
}
