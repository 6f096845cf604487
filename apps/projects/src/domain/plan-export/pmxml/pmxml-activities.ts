import type { Interruptions } from '../../plan/interruptions.js';
import type { PlanBaseline } from '../../plan-file/plan-baseline.js';
import type { PlanFile } from '../../plan-file/plan-file.js';
import type { ActivityKind, PlanTask } from '../../plan-file/plan-task.js';
import {
  ACTIVITY_WORDS,
  CONSTRAINT_WORDS,
  PERCENT_WORDS,
  PRIORITY_WORDS,
  TASK_TYPE_WORDS,
  wordFor,
} from '../../plan-file/primavera/primavera-words.js';
import type { LeafValue, XmlText } from '../xml-text.js';
import { clockCalendarUid, isElapsed } from './pmxml-calendars.js';
import type { PmxmlFields } from './pmxml-fields.js';
import { hours, identity, share, units, writeSorted } from './pmxml-values.js';

/** The one project of an export. */
export const PROJECT_ID = 1;

export interface ActivityContext {
  readonly plan: PlanFile;
  readonly fields: PmxmlFields;
  /** The codes that activities go by; each is there once. */
  readonly codes: ReadonlyMap<number, string>;
  /** The line of the whole project. */
  readonly root: PlanTask | undefined;
  readonly taskByUid: ReadonlyMap<number, PlanTask>;
  readonly genericResources: ReadonlySet<number>;
  /** Tasks that somebody works on. */
  readonly staffed: ReadonlySet<number>;
  readonly interruptions: Interruptions;
}

/** What the project itself is called by: the codes of its WBS elements go on from there. */
export function projectCode({ tasks, header }: PlanFile): string {
  return tasks.find(({ isProjectSummary }) => isProjectSummary)?.wbs ?? header.name ?? 'PLAN';
}

/** The activity codes of a plan: its own, else the place in the outline, else the UID. */
export function activityCodes({ tasks }: PlanFile): Map<number, string> {
  const taken = new Set<string>();
  return new Map(
    tasks
      .filter(({ isSummary }) => !isSummary)
      .map(({ uid, code, wbs }) => {
        const free = [code, wbs].find((wish) => wish !== null && !taken.has(wish)) ?? `A${uid}`;
        taken.add(free);
        return [uid, free];
      }),
  );
}

/** Writes a `<WBS>`: a summary. Elements of one parent are in the order of their numbers. */
export function writeWbs(
  xml: XmlText,
  task: PlanTask,
  sequence: number,
  { plan, fields, root, taskByUid }: ActivityContext,
): void {
  const parent = taskByUid.get(task.parentUid ?? Number.NaN) ?? root;
  const path = parent === undefined ? projectCode(plan) : (parent.wbs ?? '');
  const code = task.wbs?.startsWith(`${path}.`) === true ? task.wbs.slice(path.length + 1) : task.wbs;
  xml.element('WBS', () => {
    writeSorted(xml, {
      Code: code ?? String(task.uid),
      GUID: identity(task.guid),
      Name: task.name,
      ObjectId: task.uid,
      ParentObjectId: task.parentUid ?? root?.uid,
      ProjectObjectId: PROJECT_ID,
      SequenceNumber: sequence,
      Status: 'Active',
    });
    fields.writeValues(xml, task.customFields);
  });
}

/** Writes an `<Activity>`. */
export function writeActivity(xml: XmlText, task: PlanTask, context: ActivityContext): void {
  const { plan, fields, root } = context;
  const pause = context.interruptions.besideProgress(task);
  const exponent = plan.header.currencyExponent;
  xml.element('Activity', () => {
    writeSorted(xml, {
      ...identityOf(task, context),
      ...datesOf(task, pause.minutes),
      ...progressOf(task, pause.minutesAhead),
      ...wishesOf(task, plan),
      AtCompletionTotalCost: units(task.cost.totalMinor, exponent),
      ActualTotalCost: units(task.cost.actualMinor, exponent),
      RemainingTotalCost: units(task.cost.remainingMinor, exponent),
      AtCompletionLaborUnits: hours(task.work.totalMinutes),
      ActualLaborUnits: hours(task.work.actualMinutes),
      RemainingLaborUnits: hours(task.work.remainingMinutes),
      ProjectObjectId: PROJECT_ID,
      WBSObjectId: task.parentUid ?? root?.uid,
    });
    fields.writeValues(xml, task.customFields);
  });
}

function identityOf(task: PlanTask, { codes, staffed }: ActivityContext): Record<string, LeafValue> {
  const kind = task.activityKind ?? kindOf(task, staffed.has(task.uid));
  return {
    DurationType: wordFor(TASK_TYPE_WORDS, task.type),
    GUID: identity(task.guid),
    Id: codes.get(task.uid),
    IsCritical: task.isCritical,
    LevelingPriority: wordFor(PRIORITY_WORDS, nearestPriority(task.priority)),
    Name: task.name,
    ObjectId: task.uid,
    Type: wordFor(ACTIVITY_WORDS, kind),
  };
}

/** A task that follows the hours of its people depends on its resources, in the words of Primavera. */
function kindOf({ isMilestone, ignoresResourceCalendars }: PlanTask, isStaffed: boolean): ActivityKind {
  if (isMilestone) return 'finish-milestone';
  return isStaffed && !ignoresResourceCalendars ? 'resource-dependent' : 'task-dependent';
}

function nearestPriority(priority: number): number {
  return [...PRIORITY_WORDS.values()].reduce((best, value) =>
    Math.abs(value - priority) < Math.abs(best - priority) ? value : best,
  );
}

/**
 * Planned dates are those of today, so that Primavera shows them for what has not begun; baselines stand on their own. Splits
 * that are no suspension count as duration, so that the dates stay what they are.
 */
function datesOf(
  { start, finish, durationMinutes: minutes, computed }: PlanTask,
  pauseMinutes: number,
): Record<string, LeafValue> {
  const durationMinutes = minutes === null ? null : minutes + pauseMinutes;
  return {
    StartDate: start,
    FinishDate: finish,
    PlannedStartDate: start,
    PlannedFinishDate: finish,
    PlannedDuration: hours(durationMinutes),
    AtCompletionDuration: hours(durationMinutes),
    RemainingEarlyStartDate: computed.earlyStart,
    RemainingEarlyFinishDate: computed.earlyFinish,
    RemainingLateStartDate: computed.lateStart,
    RemainingLateFinishDate: computed.lateFinish,
    TotalFloat: hours(computed.totalSlackMinutes),
    FreeFloat: hours(computed.freeSlackMinutes),
  };
}

function progressOf({ actual }: PlanTask, pauseMinutes: number): Record<string, LeafValue> {
  const isDone = actual.finish !== null;
  const { remainingDurationMinutes: remaining } = actual;
  const shown = {
    duration: actual.percentComplete,
    units: actual.percentWorkComplete,
    physical: actual.physicalPercentComplete,
  };
  return {
    ActualStartDate: actual.start,
    ActualFinishDate: actual.finish,
    ActualDuration: hours(actual.durationMinutes),
    RemainingDuration: hours(remaining === null ? null : remaining + pauseMinutes),
    DurationPercentComplete: share(actual.percentComplete),
    UnitsPercentComplete: share(actual.percentWorkComplete),
    PhysicalPercentComplete: share(actual.physicalPercentComplete),
    PercentComplete: share(shown[actual.percentKind]),
    PercentCompleteType: wordFor(PERCENT_WORDS, actual.percentKind),
    Status: isDone ? 'Completed' : actual.start === null ? 'Not Started' : 'In Progress',
    SuspendDate: actual.stop,
    ResumeDate: actual.resume,
  };
}

function wishesOf(task: PlanTask, plan: PlanFile): Record<string, LeafValue> {
  const { constraint, deadline } = task;
  return {
    CalendarObjectId: isElapsed(task) ? clockCalendarUid(plan) : task.calendarUid,
    PrimaryConstraintType: wordFor(CONSTRAINT_WORDS, constraint.type),
    PrimaryConstraintDate: constraint.date,
    SecondaryConstraintType: deadline === null ? null : 'Finish On or Before',
    SecondaryConstraintDate: deadline,
  };
}

/** Writes an activity of a `<BaselineProject>`, which goes by the code of the activity it is a copy of. */
export function writeBaselineActivity(
  xml: XmlText,
  task: PlanTask,
  baseline: PlanBaseline,
  {
    codes,
    objectId,
    exponent,
  }: { readonly codes: ActivityContext['codes']; readonly objectId: number; readonly exponent: number },
): void {
  xml.element('Activity', () =>
    writeSorted(xml, {
      Id: codes.get(task.uid),
      Name: task.name,
      ObjectId: objectId,
      PlannedStartDate: baseline.start,
      PlannedFinishDate: baseline.finish,
      PlannedDuration: hours(baseline.durationMinutes),
      PlannedLaborUnits: hours(baseline.workMinutes),
      PlannedTotalCost: units(baseline.costMinor, exponent),
    }),
  );
}
