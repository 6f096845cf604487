import type { AssignmentEnds } from '../mspdi-assignment.js';
import type { PlanAssignment } from '../plan-assignment.js';
import type { RecordFields } from '../record-fields.js';
import type { PrimaveraCodes } from './primavera-codes.js';
import { sum } from './primavera-task.js';
import { identityOf } from './primavera-texts.js';
import { RATE_WORDS } from './primavera-words.js';

/** Reads a `<ResourceAssignment>`. Work is what was done and what remains; of a material, units stand for hours. */
export function assignmentOfPrimavera(
  fields: RecordFields,
  ends: AssignmentEnds,
  codes: PrimaveraCodes,
): PlanAssignment {
  const overtime = fields.hours('ActualOvertimeUnits');
  const actual = sum(fields.hours('ActualRegularUnits'), overtime) ?? fields.hours('ActualUnits');
  const remaining = fields.hours('RemainingUnits');
  const actualCost =
    added(fields.money('ActualRegularCost'), fields.money('ActualOvertimeCost')) ??
    fields.money('ActualCost');
  const remainingCost = fields.money('RemainingCost');
  return {
    ...ends,
    guid: identityOf(fields.element.leaf('GUID')),
    units: fields.number('PlannedUnitsPerTime'),
    start: firstDate(fields, ['ActualStartDate', 'StartDate', 'RemainingStartDate', 'PlannedStartDate']),
    finish: firstDate(fields, ['ActualFinishDate', 'FinishDate', 'RemainingFinishDate', 'PlannedFinishDate']),
    actualStart: fields.moment('ActualStartDate'),
    actualFinish: fields.moment('ActualFinishDate'),
    workMinutes: fields.hours('AtCompletionUnits') ?? sum(actual, remaining),
    actualWorkMinutes: actual,
    remainingWorkMinutes: remaining,
    overtimeWorkMinutes: overtime,
    percentWorkComplete: fields.share('UnitsPercentComplete'),
    costMinor: fields.money('AtCompletionCost') ?? added(actualCost, remainingCost),
    actualCostMinor: actualCost,
    remainingCostMinor: remainingCost,
    rateTable: fields.word('RateType', RATE_WORDS, 'A'),
    delayMinutes: fields.hours('PlannedLag'),
    notes: null,
    customFields: codes.valuesOf(fields),
    baselines: [],
    timePhased: [],
  };
}

export function added(a: bigint | null, b: bigint | null): bigint | null {
  return a === null && b === null ? null : (a ?? 0n) + (b ?? 0n);
}

function firstDate(fields: RecordFields, names: readonly string[]): string | null {
  return names.reduce<string | null>((found, name) => found ?? fields.moment(name), null);
}
