import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import type { ReadReport } from '../plan-file/read-report.js';

/** Why a date comes out differently, as far as the file shows it. */
export type DifferenceCause =
  | 'link-left-out'
  | 'spans-others'
  | 'predecessor-differs'
  | 'started'
  | 'split'
  | 'levelling'
  | 'constraint'
  | 'people'
  | 'not-computed'
  | 'unknown';

export interface ExplainedDifference {
  readonly cause: DifferenceCause;
  readonly sentence: string;
}

/** Finds the cause of each difference: the first that applies, from what is certain to what is only likely. */
export class DifferenceCauses {
  private readonly tasks: ReadonlyMap<number, PlanTask>;
  private readonly predecessors = new Map<number, number[]>();
  private readonly people = new Map<number, number>();
  private readonly withoutLink: ReadonlySet<number>;

  /** `differing`: UIDs of all tasks with a date that differs. */
  constructor(
    private readonly file: PlanFile,
    report: ReadReport,
    private readonly differing: ReadonlySet<number>,
  ) {
    this.tasks = new Map(file.tasks.map((task) => [task.uid, task]));
    for (const { predecessorUid, successorUid } of file.links) {
      const known = this.predecessors.get(successorUid) ?? [];
      this.predecessors.set(successorUid, [...known, predecessorUid]);
    }
    for (const { taskUid } of file.assignments) this.people.set(taskUid, (this.people.get(taskUid) ?? 0) + 1);
    this.withoutLink = new Set(
      report.leftOut.flatMap(({ kind, uid }) => (kind === 'link' && uid !== null ? [uid] : [])),
    );
  }

  of(uid: number, end: 'start' | 'finish'): ExplainedDifference {
    const task = this.tasks.get(uid)!;
    return (
      this.ofLinks(task) ??
      this.ofProgress(task) ??
      this.ofThePlan(task, end) ?? {
        cause: 'unknown',
        sentence: 'Nothing in the file explains it.',
      }
    );
  }

  private ofLinks(task: PlanTask): ExplainedDifference | undefined {
    if (this.withoutLink.has(task.uid)) {
      return {
        cause: 'link-left-out',
        sentence: 'A link to it was left out; the report of the reading says why.',
      };
    }
    if (task.activityKind === 'level-of-effort' || task.activityKind === 'wbs-summary') {
      return { cause: 'spans-others', sentence: 'Its dates follow from the activities that it spans.' };
    }
    const above = (this.predecessors.get(task.uid) ?? []).find((uid) => this.differing.has(uid));
    if (above === undefined) return undefined;
    const name = this.tasks.get(above)?.name ?? String(above);
    return {
      cause: 'predecessor-differs',
      sentence: `Its predecessor "${name}" (${above}) differs already.`,
    };
  }

  private ofProgress({ actual, timePhased }: PlanTask): ExplainedDifference | undefined {
    if (actual.stop !== null && actual.resume !== null && actual.stop < actual.resume) {
      const sentence = `It was interrupted on ${actual.stop} and goes on at ${actual.resume}.`;
      return { cause: 'split', sentence };
    }
    if (timePhased.some(({ idle }) => idle.length > 0)) {
      return { cause: 'split', sentence: 'Its work is split; only where it pauses is in the file.' };
    }
    if (actual.start === null) return undefined;
    return {
      cause: 'started',
      sentence: `It began on ${actual.start}; what remains is planned from its progress and the status date ${this.file.header.statusDate ?? '(none)'}.`,
    };
  }

  private ofThePlan(task: PlanTask, end: 'start' | 'finish'): ExplainedDifference | undefined {
    const { constraint, computed } = task;
    const early = end === 'start' ? computed.earlyStart : computed.earlyFinish;
    const stored = end === 'start' ? task.start : task.finish;
    if (this.file.format !== 'mspdi' && early === null) {
      return { cause: 'not-computed', sentence: 'The file has planned dates only: nobody has scheduled it.' };
    }
    if (early !== null && early !== stored && this.file.format === 'mspdi') {
      const sentence = `The program computed ${early} and stored ${stored ?? 'nothing'}: it was delayed by levelling, or by hand.`;
      return { cause: 'levelling', sentence };
    }
    if (constraint.date !== null) {
      return {
        cause: 'constraint',
        sentence: `Its constraint is "${constraint.type}" on ${constraint.date}.`,
      };
    }
    const people = this.people.get(task.uid) ?? 0;
    if (people === 0) return undefined;
    return { cause: 'people', sentence: `${people} assignments place its work in their own calendars.` };
  }
}
