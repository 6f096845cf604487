import { BLANK_TASK } from '../blank-task.js';
import type { PlanTask } from '../plan-task.js';
import type { RecordFields } from '../record-fields.js';
import type { XmlElement } from '../xml-element.js';
import { added } from './primavera-assignment.js';
import type { ObjectName } from './primavera-file.js';
import type { PrimaveraRecords } from './primavera-records.js';

export interface CostSources {
  readonly all: (name: ObjectName) => readonly XmlElement[];
  /** The project, whose amounts are noted under its name. */
  readonly own: RecordFields;
  readonly records: PrimaveraRecords;
}

/** What the assignments and expenses of each activity cost; expenses are fixed costs. */
export function costsOf({ all, records, own }: CostSources): Map<string, PlanTask['cost']> {
  const costs = new Map<string, PlanTask['cost']>();
  const none: PlanTask['cost'] = BLANK_TASK.cost;
  for (const [name, isExpense] of [
    ['ResourceAssignment', false],
    ['ActivityExpense', true],
  ] as const) {
    for (const element of all(name)) {
      const fields = records.fields(element, own.subject);
      const id = element.leaf('ActivityObjectId')?.trim() ?? '';
      const regular = added(fields.money('ActualRegularCost'), fields.money('ActualOvertimeCost'));
      const actual = regular ?? fields.money('ActualCost');
      const remaining = fields.money('RemainingCost');
      const whole = added(actual, remaining);
      if (whole === null) continue;
      const known = costs.get(id) ?? none;
      costs.set(id, {
        totalMinor: added(known.totalMinor, whole),
        actualMinor: added(known.actualMinor, actual),
        remainingMinor: added(known.remainingMinor, remaining),
        fixedMinor: isExpense ? added(known.fixedMinor, whole) : known.fixedMinor,
        fixedAccrual: null,
      });
    }
  }
  return costs;
}

/** Totals that the file states count before the sums of the parts. */
export function costWithin(
  fields: RecordFields,
  parts: PlanTask['cost'] = BLANK_TASK.cost,
): PlanTask['cost'] {
  return {
    totalMinor: fields.money('AtCompletionTotalCost') ?? parts.totalMinor,
    actualMinor: fields.money('ActualTotalCost') ?? parts.actualMinor,
    remainingMinor: fields.money('RemainingTotalCost') ?? parts.remainingMinor,
    fixedMinor: parts.fixedMinor,
    fixedAccrual: null,
  };
}
