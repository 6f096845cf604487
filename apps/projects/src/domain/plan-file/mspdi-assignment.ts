import { baselinesOf } from './mspdi-baselines.js';
import type { ReadingContext } from './mspdi-baselines.js';
import { RATE_TABLES } from './mspdi-resource.js';
import type { PlanAssignment } from './plan-assignment.js';
import type { RecordFields } from './record-fields.js';
import { timePhasedOf } from './time-phased.js';

/** The ResourceUID of work that nobody has been given. */
export const NOBODY = -65535;

/** Both ends of an assignment, checked by the caller. */
export interface AssignmentEnds {
  readonly uid: number;
  readonly taskUid: number;
  readonly resourceUid: number | null;
}

/** Reads an `<Assignment>`. */
export function assignmentOf(
  fields: RecordFields,
  ends: AssignmentEnds,
  context: ReadingContext,
): PlanAssignment {
  return {
    ...ends,
    guid: fields.line('GUID'),
    units: fields.number('Units'),
    start: fields.moment('Start'),
    finish: fields.moment('Finish'),
    actualStart: fields.moment('ActualStart'),
    actualFinish: fields.moment('ActualFinish'),
    workMinutes: fields.minutes('Work'),
    actualWorkMinutes: fields.minutes('ActualWork'),
    remainingWorkMinutes: fields.minutes('RemainingWork'),
    overtimeWorkMinutes: fields.minutes('OvertimeWork'),
    percentWorkComplete: fields.number('PercentWorkComplete'),
    costMinor: fields.minor('Cost'),
    actualCostMinor: fields.minor('ActualCost'),
    remainingCostMinor: fields.minor('RemainingCost'),
    rateTable: fields.choice('CostRateTable', RATE_TABLES, 'A'),
    delayMinutes: fields.tenths('Delay'),
    notes: fields.lines('Notes'),
    customFields: context.catalogue.valuesOf(fields),
    baselines: baselinesOf(fields, context),
    timePhased: timePhasedOf(fields.element),
  };
}
