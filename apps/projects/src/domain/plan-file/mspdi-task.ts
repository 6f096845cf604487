import { baselinesOf } from './mspdi-baselines.js';
import type { ReadingContext } from './mspdi-baselines.js';
import { TASK_TYPES } from './mspdi-header.js';
import { durationStyle } from './mspdi-values.js';
import type {
  ConstraintType,
  CostAccrual,
  Hyperlink,
  PlanTask,
  TaskActuals,
  TaskComputed,
} from './plan-task.js';
import type { RecordFields } from './record-fields.js';
import { timePhasedOf } from './time-phased.js';

const CONSTRAINTS: readonly ConstraintType[] = [
  'as-soon-as-possible',
  'as-late-as-possible',
  'must-start-on',
  'must-finish-on',
  'start-no-earlier-than',
  'start-no-later-than',
  'finish-no-earlier-than',
  'finish-no-later-than',
];

/** Codes 1 to 3; 0 is written by some programs and means prorated. */
export const ACCRUALS: readonly CostAccrual[] = ['prorated', 'start', 'end', 'prorated'];

/** Reads a `<Task>`. Its parent, and whether it is a summary, are settled when all tasks are known. */
export function taskOf(fields: RecordFields, uid: number, name: string, context: ReadingContext): PlanTask {
  const outlineNumber = fields.line('OutlineNumber');
  const wbs = fields.line('WBS');
  if (fields.flag('IsSubproject') === true) {
    fields.changed(
      'It stands for an inserted project that is in another file; only this line of it was read.',
    );
  }
  return {
    uid,
    guid: fields.line('GUID'),
    id: fields.integer('ID'),
    name,
    outlineLevel: outlineLevel(fields, uid, outlineNumber ?? wbs),
    outlineNumber,
    wbs,
    code: null,
    activityKind: null,
    parentUid: null,
    isProjectSummary: uid === 0,
    ...flags(fields),
    type: fields.choice('Type', TASK_TYPES, 'fixed-units'),
    priority: fields.integer('Priority') ?? 500,
    ...dates(fields),
    actual: actuals(fields),
    computed: computed(fields),
    constraint: constraint(fields),
    deadline: fields.moment('Deadline'),
    calendarUid: fields.reference('CalendarUID'),
    ignoresResourceCalendars: fields.flag('IgnoreResourceCalendar') ?? false,
    cost: {
      totalMinor: fields.minor('Cost'),
      actualMinor: fields.minor('ActualCost'),
      remainingMinor: fields.minor('RemainingCost'),
      fixedMinor: fields.minor('FixedCost'),
      fixedAccrual: fields.element.leaf('FixedCostAccrual')
        ? fields.choice('FixedCostAccrual', ACCRUALS, 'prorated')
        : null,
    },
    work: {
      totalMinutes: fields.minutes('Work'),
      actualMinutes: fields.minutes('ActualWork'),
      remainingMinutes: fields.minutes('RemainingWork'),
      overtimeMinutes: fields.minutes('OvertimeWork'),
    },
    notes: fields.lines('Notes'),
    hyperlink: hyperlinkOf(fields),
    customFields: context.catalogue.valuesOf(fields),
    baselines: baselinesOf(fields, context),
    timePhased: timePhasedOf(fields.element),
  };
}

function flags(fields: RecordFields) {
  return {
    isSummary: fields.flag('Summary') ?? false,
    isMilestone: fields.flag('Milestone') ?? false,
    isActive: fields.flag('Active') ?? true,
    isManual: fields.flag('Manual') ?? false,
    isRecurring: fields.flag('Recurring') ?? false,
    isEffortDriven: fields.flag('EffortDriven') ?? false,
    isCritical: fields.flag('Critical'),
  };
}

/** Manual tasks may carry their dates only in the `Manual...` elements. */
function dates(fields: RecordFields) {
  const style = durationStyle(fields.integer('DurationFormat'));
  return {
    start: fields.moment('Start') ?? fields.moment('ManualStart'),
    finish: fields.moment('Finish') ?? fields.moment('ManualFinish'),
    durationMinutes: fields.duration('Duration') ?? fields.duration('ManualDuration'),
    durationStyle: { ...style, estimated: fields.flag('Estimated') ?? style.estimated },
    typed: {
      start: fields.line('StartText'),
      finish: fields.line('FinishText'),
      duration: fields.line('DurationText'),
    },
  };
}

function actuals(fields: RecordFields): TaskActuals {
  return {
    start: fields.moment('ActualStart'),
    finish: fields.moment('ActualFinish'),
    durationMinutes: fields.duration('ActualDuration'),
    remainingDurationMinutes: fields.duration('RemainingDuration'),
    percentComplete: percent(fields, 'PercentComplete'),
    percentWorkComplete: percent(fields, 'PercentWorkComplete'),
    physicalPercentComplete: percent(fields, 'PhysicalPercentComplete'),
    percentKind: 'duration',
    stop: fields.moment('Stop'),
    resume: fields.moment('Resume'),
  };
}

function percent(fields: RecordFields, name: string): number | null {
  const value = fields.number(name);
  if (value === null || (value >= 0 && value <= 100)) return value;
  const bound = value < 0 ? 0 : 100;
  fields.changed(`${name} is ${value}; it must be between 0 and 100. It was read as ${bound}.`);
  return bound;
}

/**
 * Total slack is the smaller of start and finish slack where a program writes only those two. Some write no zero at
 * all: early dates that equal the late ones say the same.
 */
function computed(fields: RecordFields): TaskComputed {
  const [start, finish] = [fields.tenths('StartSlack'), fields.tenths('FinishSlack')];
  const smaller = start === null || finish === null ? (start ?? finish) : Math.min(start, finish);
  const early = { earlyStart: fields.moment('EarlyStart'), earlyFinish: fields.moment('EarlyFinish') };
  const late = { lateStart: fields.moment('LateStart'), lateFinish: fields.moment('LateFinish') };
  const fixed =
    early.earlyFinish !== null &&
    early.earlyStart === late.lateStart &&
    early.earlyFinish === late.lateFinish;
  return {
    ...early,
    ...late,
    totalSlackMinutes: fields.tenths('TotalSlack') ?? smaller ?? (fixed ? 0 : null),
    freeSlackMinutes: fields.tenths('FreeSlack'),
  };
}

function constraint(fields: RecordFields): PlanTask['constraint'] {
  const type = fields.choice('ConstraintType', CONSTRAINTS, 'as-soon-as-possible');
  const date = fields.moment('ConstraintDate');
  if (type === 'as-soon-as-possible' || type === 'as-late-as-possible') return { type, date: null };
  if (date !== null) return { type, date };
  fields.changed(`Its constraint "${type}" has no date; it was read as "as-soon-as-possible".`);
  return { type: 'as-soon-as-possible', date: null };
}

/** An outline level from 0 (the project) on; without one, the depth of the outline number. */
function outlineLevel(fields: RecordFields, uid: number, number: string | null): number {
  const level = fields.integer('OutlineLevel');
  if (level !== null && level >= 0) return uid !== 0 && level === 0 ? 1 : level;
  if (uid === 0) return 0;
  return number !== null && /^\d+(\.\d+)*$/.test(number) ? number.split('.').length : 1;
}

/** Only addresses that a browser may open; others could run something. */
function hyperlinkOf(fields: RecordFields): Hyperlink | null {
  const address = fields.line('HyperlinkAddress');
  if (address === null) return null;
  if (!/^(https?:\/\/|mailto:)/i.test(address)) {
    fields.changed(`Its hyperlink "${address.slice(0, 80)}" is not a web or mail address; it was left out.`);
    return null;
  }
  return { text: fields.line('Hyperlink'), address, place: fields.line('HyperlinkSubAddress') };
}
