import type { PlanBaseline } from '../plan-baseline.js';
import type { PlanTask } from '../plan-task.js';
import type { RecordFields } from '../record-fields.js';
import type { XmlElement } from '../xml-element.js';
import type { PrimaveraFile, PrimaveraProject } from './primavera-file.js';
import type { PrimaveraRecords } from './primavera-records.js';
import { plannedBaseline } from './primavera-task.js';

const MOST = 11;

interface BaselineCopy {
  readonly number: number;
  readonly activities: ReadonlyMap<string, XmlElement>;
}

/**
 * Baselines of a project. In Primavera each is a copy of the project, whose activities go by the same codes; the first is
 * baseline 0, the others follow. Without any, the planned dates are what Primavera itself compares with: they are baseline 0,
 * unless nothing has moved away from them yet.
 */
export class PrimaveraBaselines {
  constructor(
    private readonly file: PrimaveraFile,
    private readonly project: PrimaveraProject,
    private readonly records: PrimaveraRecords,
  ) {}

  addedTo(
    tasks: readonly PlanTask[],
    fieldsByUid: ReadonlyMap<number, RecordFields>,
    note: (sentence: string) => void,
  ): PlanTask[] {
    const copies = this.copies(note);
    if (copies.length > 0) return tasks.map((task) => this.withCopies(task, copies));
    const hasMoved = tasks.some((task) => !task.isSummary && differs(task, fieldsByUid.get(task.uid)));
    if (!hasMoved) return [...tasks];
    note(
      'The file has no baseline; the planned dates were read as baseline 0, as Primavera compares with them.',
    );
    return tasks.map((task) => {
      const fields = fieldsByUid.get(task.uid);
      if (task.isSummary || fields?.element.leaf('PlannedStartDate') === undefined) return task;
      return { ...task, baselines: [this.counted(plannedBaseline(fields, 0))] };
    });
  }

  private copies(note: (sentence: string) => void): BaselineCopy[] {
    const id = this.project.own.leaf('ObjectId');
    const mine = this.file.baselines.filter(({ own }) => {
      const original = own.leaf('OriginalProjectObjectId');
      return original === undefined || original === id;
    });
    if (mine.length > MOST) note(`The file has ${mine.length} baselines; the first ${MOST} were read.`);
    const taken = new Set<number>();
    return mine.slice(0, MOST).map(({ own, objects }) => {
      const number = numberOf(own.leaf('Name'), taken);
      taken.add(number);
      const activities = new Map(
        objects.of('Activity').map((element) => [element.leaf('Id')?.trim() ?? '', element]),
      );
      return { number, activities };
    });
  }

  private withCopies(task: PlanTask, copies: readonly BaselineCopy[]): PlanTask {
    if (task.isSummary || task.code === null) return task;
    const baselines = copies.flatMap(({ number, activities }) => {
      const element = activities.get(task.code!);
      if (element === undefined) return [];
      const subject = { kind: 'baseline' as const, uid: task.uid, name: task.name };
      return [this.counted(plannedBaseline(this.records.fields(element, subject), number))];
    });
    return { ...task, baselines: baselines.sort((a, b) => a.number - b.number) };
  }

  private counted(baseline: PlanBaseline): PlanBaseline {
    this.records.book.found('baseline');
    this.records.book.read('baseline');
    return baseline;
  }
}

/** Whether an activity has left its planned dates. */
function differs(task: PlanTask, fields: RecordFields | undefined): boolean {
  const start = fields?.moment('PlannedStartDate') ?? null;
  const finish = fields?.moment('PlannedFinishDate') ?? null;
  return (start !== null && start !== task.start) || (finish !== null && finish !== task.finish);
}

/** "Baseline 3" is number 3, as the export here names it; other names get the first free number. */
function numberOf(name: string | undefined, taken: ReadonlySet<number>): number {
  const [, digits] = /^Baseline(?: (\d{1,2}))?$/.exec(name?.trim() ?? '') ?? ['', undefined];
  const wanted = name?.trim() === 'Baseline' ? 0 : Number(digits ?? Number.NaN);
  if (wanted < MOST && !taken.has(wanted)) return wanted;
  return Array.from({ length: MOST }, (_, at) => at).find((at) => !taken.has(at)) ?? 0;
}
