import type { PlanBaseline } from '../../plan-file/plan-baseline.js';
import type { PlanLink } from '../../plan-file/plan-link.js';
import type { ConstraintType, PlanTask, TaskType } from '../../plan-file/plan-task.js';
import type { LeafValue, XmlText } from '../xml-text.js';
import { durationText, formatCode, hundredths, tenths } from './mspdi-codes.js';
import type { MspdiFields } from './mspdi-fields.js';
import { writePhases } from './mspdi-phases.js';

export interface MspdiContext {
  readonly fields: MspdiFields;
  readonly exponent: number;
  /** Microsoft Project gives UID 0 to the line of the whole project, and to nothing else. */
  readonly uidOf: (uid: number) => number;
}

/** Constraints that push but never pull have no code: they become the ones that do both. */
const CONSTRAINTS: Readonly<Record<ConstraintType, number>> = {
  'as-soon-as-possible': 0,
  'as-late-as-possible': 1,
  'must-start-on': 2,
  'must-finish-on': 3,
  'start-no-earlier-than': 4,
  'start-no-later-than': 5,
  'finish-no-earlier-than': 6,
  'finish-no-later-than': 7,
  'start-on': 2,
  'finish-on': 3,
};

export const TYPES: Readonly<Record<TaskType, number>> = {
  'fixed-units': 0,
  'fixed-duration': 1,
  'fixed-work': 2,
  'fixed-duration-and-units': 1,
};

export const ACCRUALS = { start: 1, end: 2, prorated: 3 } as const;
const LINKS = { 'finish-finish': 0, 'finish-start': 1, 'start-finish': 2, 'start-start': 3 } as const;

/** Writes a `<Task>` in the order of the schema. */
export function writeTask(
  xml: XmlText,
  task: PlanTask,
  links: readonly PlanLink[],
  context: MspdiContext,
): void {
  const { uidOf, fields } = context;
  xml.element('Task', () => {
    xml.leaves({
      UID: uidOf(task.uid),
      GUID: task.guid,
      ID: task.id,
      Name: task.name,
      Active: task.isActive,
      Manual: task.isManual,
      Type: TYPES[task.type],
      IsNull: 0,
      WBS: task.wbs,
      OutlineNumber: task.outlineNumber,
      OutlineLevel: task.outlineLevel,
      Priority: task.priority,
      ...placement(task),
      ...results(task, context.exponent),
      ...wishes(task),
    });
    xml.leaves({
      Hyperlink: task.hyperlink?.text,
      HyperlinkAddress: task.hyperlink?.address,
      HyperlinkSubAddress: task.hyperlink?.place,
      IgnoreResourceCalendar: task.ignoresResourceCalendars,
      Notes: task.notes,
      PhysicalPercentComplete: task.actual.physicalPercentComplete,
    });
    for (const link of links) writeLink(xml, link, context);
    fields.writeValues(xml, 'task', task.customFields);
    writeBaselines(xml, task.baselines, { exponent: context.exponent, uid: task.uid });
    writePhases(xml, uidOf(task.uid), task.timePhased);
  });
}

function placement(task: PlanTask): Record<string, LeafValue> {
  const { actual, typed } = task;
  return {
    Start: task.start,
    Finish: task.finish,
    Duration: durationText(task.durationMinutes),
    StartText: typed.start,
    FinishText: typed.finish,
    DurationText: typed.duration,
    ManualStart: task.isManual ? task.start : null,
    ManualFinish: task.isManual ? task.finish : null,
    ManualDuration: task.isManual ? durationText(task.durationMinutes) : null,
    DurationFormat: formatCode(task.durationStyle),
    Work: durationText(task.work.totalMinutes),
    Stop: actual.stop,
    Resume: actual.resume,
    EffortDriven: task.isEffortDriven,
    Recurring: task.isRecurring,
    Estimated: task.durationStyle.estimated,
    Milestone: task.isMilestone,
    Summary: task.isSummary,
    Critical: task.isCritical,
  };
}

function results({ computed, cost, work, actual }: PlanTask, exponent: number): Record<string, LeafValue> {
  return {
    EarlyStart: computed.earlyStart,
    EarlyFinish: computed.earlyFinish,
    LateStart: computed.lateStart,
    LateFinish: computed.lateFinish,
    FreeSlack: tenths(computed.freeSlackMinutes),
    TotalSlack: tenths(computed.totalSlackMinutes),
    FixedCost: hundredths(cost.fixedMinor, exponent),
    FixedCostAccrual: cost.fixedAccrual === null ? null : ACCRUALS[cost.fixedAccrual],
    PercentComplete: actual.percentComplete,
    PercentWorkComplete: actual.percentWorkComplete,
    Cost: hundredths(cost.totalMinor, exponent),
    OvertimeWork: durationText(work.overtimeMinutes),
    ActualStart: actual.start,
    ActualFinish: actual.finish,
    ActualDuration: durationText(actual.durationMinutes),
    ActualCost: hundredths(cost.actualMinor, exponent),
    ActualWork: durationText(work.actualMinutes),
    RemainingDuration: durationText(actual.remainingDurationMinutes),
    RemainingCost: hundredths(cost.remainingMinor, exponent),
    RemainingWork: durationText(work.remainingMinutes),
  };
}

function wishes({ constraint, calendarUid, deadline }: PlanTask): Record<string, LeafValue> {
  return {
    ConstraintType: CONSTRAINTS[constraint.type],
    CalendarUID: calendarUid ?? -1,
    ConstraintDate: constraint.date,
    Deadline: deadline,
  };
}

function writeLink(xml: XmlText, link: PlanLink, { uidOf }: MspdiContext): void {
  const { lagKind, lagPercent, lagUnit } = link;
  const elapsed = lagKind === 'elapsed' || lagKind === 'elapsed-percent';
  const unit = lagPercent === null ? lagUnit : 'percent';
  xml.element('PredecessorLink', () =>
    xml.leaves({
      PredecessorUID: uidOf(link.predecessorUid),
      Type: LINKS[link.type],
      CrossProject: 0,
      LinkLag: Math.round(lagPercent ?? link.lagMinutes * 10),
      LagFormat: formatCode({ unit, elapsed, estimated: false }),
    }),
  );
}

export function writeBaselines(
  xml: XmlText,
  baselines: readonly PlanBaseline[],
  { exponent, uid }: { readonly exponent: number; readonly uid: number },
): void {
  for (const baseline of baselines) {
    xml.element('Baseline', () => {
      writePhases(xml, uid, baseline.timePhased);
      xml.leaves({
        Number: baseline.number,
        Start: baseline.start,
        Finish: baseline.finish,
        Duration: durationText(baseline.durationMinutes),
        Work: durationText(baseline.workMinutes),
        Cost: hundredths(baseline.costMinor, exponent),
        FixedCost: hundredths(baseline.fixedCostMinor, exponent),
      });
    });
  }
}
