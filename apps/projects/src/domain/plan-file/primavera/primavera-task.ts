import { BLANK_TASK } from '../blank-task.js';
import type { PlanBaseline } from '../plan-baseline.js';
import type { ActivityKind, ConstraintType, PlanTask, TaskActuals, TaskWork } from '../plan-task.js';
import type { RecordFields } from '../record-fields.js';
import type { PrimaveraCodes } from './primavera-codes.js';
import { identityOf } from './primavera-texts.js';
import {
  ACTIVITY_WORDS,
  CONSTRAINT_WORDS,
  PERCENT_WORDS,
  PRIORITY_WORDS,
  TASK_TYPE_WORDS,
} from './primavera-words.js';

/** Where a line stands in the outline. */
export interface Place {
  readonly uid: number;
  readonly id: number;
  readonly name: string;
  readonly outlineLevel: number;
  readonly parentUid: number | null;
  /** Codes of the WBS elements from the project down, between dots. */
  readonly wbs: string | null;
}

/** What is not in the row of the activity itself. */
export interface ActivityContext {
  readonly codes: PrimaveraCodes;
  readonly notes: string | null;
  /** Total float up to which an activity is critical. */
  readonly criticalFloatMinutes: number;
  readonly cost: PlanTask['cost'];
}

/** Kinds whose dates follow from others rather than from a duration of their own. */
const SPANNING: ReadonlySet<ActivityKind> = new Set(['level-of-effort', 'wbs-summary']);

/** Reads an `<Activity>`. */
export function activityOf(fields: RecordFields, place: Place, context: ActivityContext): PlanTask {
  const kind = fields.word('Type', ACTIVITY_WORDS, 'task-dependent');
  const actual = actualsOf(fields);
  const computed = computedOf(fields);
  const { start, finish } = datesOf(fields);
  if (SPANNING.has(kind)) {
    fields.changed(
      'Its dates follow from the activities that it spans; it was read as scheduled by hand, with the dates of the file.',
    );
  }
  return {
    ...BLANK_TASK,
    ...place,
    guid: identityOf(fields.element.leaf('GUID')),
    code: fields.line('Id'),
    activityKind: kind,
    isMilestone: kind === 'start-milestone' || kind === 'finish-milestone',
    isManual: SPANNING.has(kind),
    isCritical: criticalOf(fields, computed.totalSlackMinutes, actual, context),
    type: fields.word('DurationType', TASK_TYPE_WORDS, 'fixed-duration'),
    priority: fields.word('LevelingPriority', PRIORITY_WORDS, 500),
    start,
    finish,
    durationMinutes:
      fields.hoursOfDuration('PlannedDuration') ?? fields.hoursOfDuration('AtCompletionDuration'),
    actual,
    computed,
    constraint: constraintOf(fields, 'Primary'),
    deadline: deadlineOf(fields),
    calendarUid: fields.reference('CalendarObjectId'),
    ignoresResourceCalendars: kind !== 'resource-dependent',
    cost: context.cost,
    work: workOf(fields),
    notes: context.notes,
    customFields: context.codes.valuesOf(fields),
  };
}

/** Reads a `<WBS>`: a summary. Its dates are those of what it holds. */
export function wbsElementOf(
  fields: RecordFields,
  place: Place,
  context: Pick<ActivityContext, 'codes' | 'notes'>,
): PlanTask {
  return {
    ...BLANK_TASK,
    ...place,
    guid: identityOf(fields.element.leaf('GUID')),
    isSummary: true,
    notes: context.notes,
    customFields: context.codes.valuesOf(fields),
  };
}

/** What happened counts before what is still expected, and that before what was planned. */
function datesOf(fields: RecordFields) {
  const first = (...names: string[]) =>
    names.reduce<string | null>((found, name) => found ?? fields.moment(name), null);
  return {
    start: first(
      'ActualStartDate',
      'StartDate',
      'RestartDate',
      'RemainingEarlyStartDate',
      'PlannedStartDate',
    ),
    finish: first(
      'ActualFinishDate',
      'FinishDate',
      'RestFinishDate',
      'RemainingEarlyFinishDate',
      'PlannedFinishDate',
    ),
  };
}

function actualsOf(fields: RecordFields): TaskActuals {
  const resume = fields.moment('ResumeDate');
  return {
    start: fields.moment('ActualStartDate'),
    finish: fields.moment('ActualFinishDate'),
    durationMinutes: fields.hoursOfDuration('ActualDuration'),
    remainingDurationMinutes: fields.hoursOfDuration('RemainingDuration'),
    percentComplete: withinHundred(
      fields,
      fields.share('DurationPercentComplete') ?? durationPercent(fields),
    ),
    percentWorkComplete: withinHundred(fields, fields.share('UnitsPercentComplete') ?? unitsPercent(fields)),
    physicalPercentComplete: withinHundred(fields, fields.share('PhysicalPercentComplete')),
    percentKind: fields.word('PercentCompleteType', PERCENT_WORDS, 'duration'),
    stop: fields.moment('SuspendDate'),
    resume,
  };
}

function withinHundred(fields: RecordFields, percent: number | null): number | null {
  if (percent === null || (percent >= 0 && percent <= 100)) return percent;
  const bound = percent < 0 ? 0 : 100;
  fields.changed(`A percentage of it is ${percent}; it must be between 0 and 100. It was read as ${bound}.`);
  return bound;
}

/** The share of the planned duration that does not remain. */
function durationPercent(fields: RecordFields): number | null {
  const planned = fields.hours('PlannedDuration');
  const remaining = fields.hours('RemainingDuration');
  if (fields.element.leaf('Status')?.trim() === 'Completed') return 100;
  if (planned === null || remaining === null) return null;
  return planned > remaining ? Math.round(((planned - remaining) * 1_000_000) / planned) / 10_000 : 0;
}

function unitsPercent(fields: RecordFields): number | null {
  const { actualMinutes, totalMinutes } = workOf(fields);
  if (actualMinutes === null || totalMinutes === null || totalMinutes === 0) return null;
  return Math.round((actualMinutes * 1_000_000) / totalMinutes) / 10_000;
}

function workOf(fields: RecordFields): TaskWork {
  const actualMinutes = sum(fields.hours('ActualLaborUnits'), fields.hours('ActualNonLaborUnits'));
  const remainingMinutes = sum(fields.hours('RemainingLaborUnits'), fields.hours('RemainingNonLaborUnits'));
  const whole = sum(fields.hours('AtCompletionLaborUnits'), fields.hours('AtCompletionNonLaborUnits'));
  return {
    totalMinutes: whole ?? sum(actualMinutes, remainingMinutes),
    actualMinutes,
    remainingMinutes,
    overtimeMinutes: null,
  };
}

export function sum(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : Math.round(((a ?? 0) + (b ?? 0)) * 10_000) / 10_000;
}

function computedOf(fields: RecordFields): PlanTask['computed'] {
  return {
    earlyStart: fields.moment('RemainingEarlyStartDate') ?? fields.moment('RestartDate'),
    earlyFinish: fields.moment('RemainingEarlyFinishDate') ?? fields.moment('RestFinishDate'),
    lateStart: fields.moment('RemainingLateStartDate'),
    lateFinish: fields.moment('RemainingLateFinishDate'),
    totalSlackMinutes: fields.hours('TotalFloat'),
    freeSlackMinutes: fields.hours('FreeFloat'),
  };
}

function criticalOf(
  fields: RecordFields,
  totalSlack: number | null,
  { finish }: TaskActuals,
  { criticalFloatMinutes }: ActivityContext,
): boolean | null {
  const stated = fields.flag('IsCritical');
  if (stated !== null || totalSlack === null) return stated;
  return finish === null && totalSlack <= criticalFloatMinutes;
}

function constraintOf(fields: RecordFields, rank: 'Primary' | 'Secondary'): PlanTask['constraint'] {
  const none = { type: 'as-soon-as-possible', date: null } as const;
  if ((fields.element.leaf(`${rank}ConstraintType`)?.trim() ?? '') === '') return none;
  const type: ConstraintType = fields.word(`${rank}ConstraintType`, CONSTRAINT_WORDS, none.type);
  const date = fields.moment(`${rank}ConstraintDate`);
  if (type === 'as-soon-as-possible' || type === 'as-late-as-possible') return { type, date: null };
  if (date !== null) return { type, date };
  fields.changed(`Its constraint "${type}" has no date; it was read as "as-soon-as-possible".`);
  return none;
}

/** A second constraint "finish on or before" does what a deadline does: it bounds late dates and moves nothing. */
function deadlineOf(fields: RecordFields): string | null {
  const { type, date } = constraintOf(fields, 'Secondary');
  if (type === 'finish-no-later-than') return date;
  if (type !== 'as-soon-as-possible')
    fields.changed(`Its second constraint "${type}" was left out; a task has one here, and a deadline.`);
  return null;
}

/** The planned dates of an activity as a baseline. */
export function plannedBaseline(fields: RecordFields, number: number): PlanBaseline {
  const labor = fields.hours('PlannedLaborUnits');
  return {
    number,
    start: fields.moment('PlannedStartDate'),
    finish: fields.moment('PlannedFinishDate'),
    durationMinutes: fields.hours('PlannedDuration'),
    workMinutes: sum(labor, fields.hours('PlannedNonLaborUnits')),
    costMinor: fields.money('PlannedTotalCost'),
    fixedCostMinor: null,
    timePhased: [],
  };
}
