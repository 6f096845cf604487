import { baselinesOf } from './mspdi-baselines.js';
import type { ReadingContext } from './mspdi-baselines.js';
import { decimalText, parseDecimal } from './decimal-text.js';
import { ACCRUALS } from './mspdi-task.js';
import type {
  AvailabilityPeriod,
  PlanResource,
  Rate,
  RatePeriod,
  RateUnit,
  ResourceType,
} from './plan-resource.js';
import type { RecordFields } from './record-fields.js';
import { timePhasedOf } from './time-phased.js';

export const RATE_TABLES = ['A', 'B', 'C', 'D', 'E'] as const;

/** Reads a `<Resource>`. */
export function resourceOf(
  fields: RecordFields,
  uid: number,
  name: string,
  context: ReadingContext,
): PlanResource {
  const type = resourceType(fields);
  return {
    uid,
    guid: fields.line('GUID'),
    id: fields.integer('ID'),
    name,
    type,
    isGeneric: fields.flag('IsGeneric') ?? false,
    isBudget: fields.flag('IsBudget') ?? false,
    isInactive: fields.flag('IsInactive') ?? false,
    isEquipment: false,
    initials: fields.line('Initials'),
    group: fields.line('Group'),
    code: fields.line('Code'),
    email: fields.line('EmailAddress'),
    materialLabel: fields.line('MaterialLabel'),
    maxUnits: type === 'work' ? fields.number('MaxUnits') : null,
    calendarUid: type === 'work' ? fields.reference('CalendarUID') : null,
    standardRate: type === 'cost' ? null : rateOf(fields, 'StandardRate'),
    overtimeRate: type === 'work' ? rateOf(fields, 'OvertimeRate') : null,
    costPerUseMinor: fields.minor('CostPerUse'),
    accrual: fields.element.leaf('AccrueAt') ? fields.choice('AccrueAt', ACCRUALS, 'prorated') : null,
    workMinutes: fields.minutes('Work'),
    actualWorkMinutes: fields.minutes('ActualWork'),
    costMinor: fields.minor('Cost'),
    notes: fields.lines('Notes'),
    availability: fields.element
      .within('AvailabilityPeriods', 'AvailabilityPeriod')
      .flatMap((element) => availabilityOf(fields.of(element)) ?? []),
    rates: fields.element
      .within('Rates', 'Rate')
      .flatMap((element) => ratePeriodOf(fields.of(element)) ?? []),
    customFields: context.catalogue.valuesOf(fields),
    baselines: baselinesOf(fields, context),
    timePhased: timePhasedOf(fields.element),
  };
}

/** 0 material, 1 work, 2 cost; a cost resource may also be written as material with a flag of its own. */
function resourceType(fields: RecordFields): ResourceType {
  const type = fields.choice<ResourceType>('Type', ['material', 'work', 'cost'], 'work');
  return fields.flag('IsCostResource') === true ? 'cost' : type;
}

/** Codes 1 to 8 of the format in which a rate is shown. */
const RATE_UNITS: readonly RateUnit[] = [
  'hour',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'hour',
  'year',
  'material-unit',
];

function rateOf(fields: RecordFields, name: string): Rate | null {
  const text = fields.element.leaf(name)?.trim() ?? '';
  if (text === '') return null;
  const amount = parseDecimal(text);
  if (amount === undefined) {
    fields.changed(`${name} is "${text.slice(0, 40)}"; it must be a number. It was left empty.`);
    return null;
  }
  return {
    amountPerHour: decimalText(amount),
    shownPer: RATE_UNITS[fields.integer(`${name}Format`) ?? 2] ?? 'hour',
  };
}

function ratePeriodOf(fields: RecordFields): RatePeriod | undefined {
  const table = RATE_TABLES[fields.integer('RateTable') ?? 0];
  if (table === undefined) {
    fields.changed('A line of a cost rate table names none of the tables 0 (A) to 4 (E); it was left out.');
    return undefined;
  }
  return {
    table,
    from: openStart(fields.moment('RatesFrom')),
    to: openEnd(fields.moment('RatesTo')),
    standard: rateOf(fields, 'StandardRate'),
    overtime: rateOf(fields, 'OvertimeRate'),
    costPerUseMinor: fields.minor('CostPerUse'),
  };
}

function availabilityOf(fields: RecordFields): AvailabilityPeriod | undefined {
  const units = fields.number('AvailableUnits');
  if (units === null) {
    fields.changed('A period of availability without units was left out.');
    return undefined;
  }
  return {
    from: openStart(fields.moment('AvailableFrom')),
    to: openEnd(fields.moment('AvailableTo')),
    units,
  };
}

/** Microsoft Project knows no date before 1984 and none after 2049: they stand for "always". */
function openStart(from: string | null): string | null {
  return from !== null && from <= '1984-01-01T00:00:00' ? null : from;
}

function openEnd(to: string | null): string | null {
  return to !== null && to >= '2049-12-31T00:00:00' ? null : to;
}
