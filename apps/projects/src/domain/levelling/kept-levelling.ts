import type { PlanFile } from '../plan-file/plan-file.js';
import { assignmentsOfFile, type AssignmentOfFile } from '../plan/assignment-of-file.js';
import { isSameWork, peopleWords, type LevelledWork } from '../plan/same-work.js';

/** What of a task was levelled before its plan was imported again. */
export interface EarlierLevelling extends LevelledWork {
  readonly levelledTo: string | null;
  readonly changedInPlan: number;
  /** See `peopleWords`. */
  readonly people: string;
}

interface Kept {
  readonly levelledTo: string | null;
  readonly changedInPlan: number;
}

/** Levelling outlives an import for tasks that are the same work by the same people; of others nobody knows whether it holds. */
export class KeptLevelling {
  private readonly peopleByTask = new Map<number, AssignmentOfFile[]>();
  private readonly dropped: string[] = [];

  constructor(
    file: PlanFile,
    private readonly planVersion: number,
  ) {
    for (const assignment of assignmentsOfFile(file)) {
      const known = this.peopleByTask.get(assignment.taskUid);
      if (known) known.push(assignment);
      else this.peopleByTask.set(assignment.taskUid, [assignment]);
    }
  }

  of(
    task: LevelledWork & { readonly uid: number; readonly name: string },
    earlier: EarlierLevelling | undefined,
  ): Kept {
    const people = peopleWords(this.peopleByTask.get(task.uid) ?? []);
    if (earlier && isSameWork(task, earlier) && people === earlier.people)
      return { levelledTo: earlier.levelledTo, changedInPlan: earlier.changedInPlan };
    if (earlier?.levelledTo != null) this.dropped.push(task.name);
    return { levelledTo: null, changedInPlan: this.planVersion };
  }

  /** Which delays went with the change, for the report of the import. */
  notes(): string[] {
    return this.dropped.map(
      (name) =>
        `Levelling does not hold "${name.slice(0, 200)}" back any more: its work is not what was levelled.`,
    );
  }
}
