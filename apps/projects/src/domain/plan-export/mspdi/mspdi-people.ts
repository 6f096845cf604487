import type { PlanAssignment } from '../../plan-file/plan-assignment.js';
import type { PlanResource, Rate, RateUnit } from '../../plan-file/plan-resource.js';
import type { LeafValue, XmlText } from '../xml-text.js';
import { durationText, hundredths, tenths } from './mspdi-codes.js';
import { writePhases } from './mspdi-phases.js';
import { ACCRUALS, writeBaselines } from './mspdi-tasks.js';
import type { MspdiContext } from './mspdi-tasks.js';

const RATE_UNITS: Readonly<Record<RateUnit, number>> = {
  minute: 1,
  hour: 2,
  day: 3,
  week: 4,
  month: 5,
  year: 7,
  'material-unit': 8,
};

const TYPES = { material: 0, work: 1, cost: 2 } as const;
const TABLES = ['A', 'B', 'C', 'D', 'E'] as const;

/** Microsoft Project knows no date before 1984 and none after 2049: they stand for "always". */
const [ALWAYS, FOR_EVER] = ['1984-01-01T00:00:00', '2049-12-31T23:59:00'];
const NOBODY = -65_535;

/** Writes a `<Resource>`. */
export function writeResource(xml: XmlText, resource: PlanResource, context: MspdiContext): void {
  const { exponent, fields } = context;
  xml.element('Resource', () => {
    xml.leaves({
      UID: resource.uid,
      GUID: resource.guid,
      ID: resource.id,
      Name: resource.name,
      Type: TYPES[resource.type],
      IsNull: 0,
      Initials: resource.initials,
      Code: resource.code,
      MaterialLabel: resource.materialLabel,
      Group: resource.group,
      EmailAddress: resource.email,
      MaxUnits: resource.maxUnits,
      AccrueAt: resource.accrual === null ? null : ACCRUALS[resource.accrual],
      Work: durationText(resource.workMinutes),
      ActualWork: durationText(resource.actualWorkMinutes),
      ...rateLeaves('StandardRate', resource.standardRate),
      Cost: hundredths(resource.costMinor, exponent),
      ...rateLeaves('OvertimeRate', resource.overtimeRate),
      CostPerUse: hundredths(resource.costPerUseMinor, exponent),
      CalendarUID: resource.calendarUid ?? -1,
      Notes: resource.notes,
      IsGeneric: resource.isGeneric,
      IsInactive: resource.isInactive,
      IsCostResource: resource.type === 'cost',
      IsBudget: resource.isBudget,
    });
    xml.list('AvailabilityPeriods', resource.availability, ({ from, to, units }) =>
      xml.element('AvailabilityPeriod', () =>
        xml.leaves({ AvailableFrom: from ?? ALWAYS, AvailableTo: to ?? FOR_EVER, AvailableUnits: units }),
      ),
    );
    xml.list('Rates', resource.rates, (period) =>
      xml.element('Rate', () =>
        xml.leaves({
          RatesFrom: period.from ?? ALWAYS,
          RatesTo: period.to ?? FOR_EVER,
          RateTable: TABLES.indexOf(period.table),
          ...rateLeaves('StandardRate', period.standard),
          ...rateLeaves('OvertimeRate', period.overtime),
          CostPerUse: hundredths(period.costPerUseMinor, exponent),
        }),
      ),
    );
    fields.writeValues(xml, 'resource', resource.customFields);
    writeBaselines(xml, resource.baselines, { exponent, uid: resource.uid });
    writePhases(xml, resource.uid, resource.timePhased);
  });
}

function rateLeaves(name: string, rate: Rate | null): Record<string, LeafValue> {
  if (rate === null) return {};
  return { [name]: rate.amountPerHour, [`${name}Format`]: RATE_UNITS[rate.shownPer] };
}

/** Writes an `<Assignment>`. */
export function writeAssignment(xml: XmlText, assignment: PlanAssignment, context: MspdiContext): void {
  const { exponent, fields, uidOf } = context;
  xml.element('Assignment', () => {
    xml.leaves({
      UID: assignment.uid,
      GUID: assignment.guid,
      TaskUID: uidOf(assignment.taskUid),
      ResourceUID: assignment.resourceUid ?? NOBODY,
      PercentWorkComplete: assignment.percentWorkComplete,
      ActualCost: hundredths(assignment.actualCostMinor, exponent),
      ActualFinish: assignment.actualFinish,
      ActualStart: assignment.actualStart,
      ActualWork: durationText(assignment.actualWorkMinutes),
      Cost: hundredths(assignment.costMinor, exponent),
      CostRateTable: TABLES.indexOf(assignment.rateTable),
      Delay: tenths(assignment.delayMinutes),
      Finish: assignment.finish,
      Notes: assignment.notes,
      OvertimeWork: durationText(assignment.overtimeWorkMinutes),
      RemainingCost: hundredths(assignment.remainingCostMinor, exponent),
      RemainingWork: durationText(assignment.remainingWorkMinutes),
      Start: assignment.start,
      Units: assignment.units,
      Work: durationText(assignment.workMinutes),
    });
    fields.writeValues(xml, 'assignment', assignment.customFields);
    writeBaselines(xml, assignment.baselines, { exponent, uid: assignment.uid });
    writePhases(xml, assignment.uid, assignment.timePhased);
  });
}
