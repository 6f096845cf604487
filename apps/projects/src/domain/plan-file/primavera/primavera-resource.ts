import { decimalText, parseDecimal } from '../decimal-text.js';
import type { AvailabilityPeriod, PlanResource, Rate, RatePeriod, ResourceType } from '../plan-resource.js';
import type { RecordFields } from '../record-fields.js';
import type { PrimaveraCodes } from './primavera-codes.js';
import { identityOf, textOfHtml } from './primavera-texts.js';
import { PRICE_ELEMENTS } from './primavera-words.js';

const TYPES: ReadonlyMap<string, ResourceType | 'equipment'> = new Map([
  ['Labor', 'work'],
  ['Nonlabor', 'equipment'],
  ['Material', 'material'],
]);

/** Primavera has no date before this one for a rate that always holds. */
const ALWAYS = '1984-01-01T00:00:00';

export interface ResourceIdentity {
  readonly uid: number;
  readonly id: number;
  readonly name: string;
}

/** Reads a `<Resource>` with its rates, in the order of their dates. */
export function resourceOfPrimavera(
  fields: RecordFields,
  identity: ResourceIdentity,
  rates: readonly RecordFields[],
  codes: PrimaveraCodes,
): PlanResource {
  const type = fields.word('ResourceType', TYPES, 'work');
  const notes = textOfHtml(fields.lines('ResourceNotes') ?? '');
  const isMaterial = type === 'material';
  return {
    ...identity,
    ...priced(rates, isMaterial),
    guid: identityOf(fields.element.leaf('GUID')),
    type: isMaterial ? 'material' : 'work',
    isGeneric: false,
    isInactive: fields.flag('IsActive') === false,
    isEquipment: type === 'equipment',
    initials: fields.line('Id'),
    code: fields.line('EmployeeId'),
    email: fields.line('EmailAddress'),
    maxUnits: isMaterial ? null : (unitsOf(rates[0]) ?? fields.number('DefaultUnitsPerTime')),
    calendarUid: isMaterial ? null : fields.reference('CalendarObjectId'),
    notes: notes === '' ? null : notes,
    customFields: codes.valuesOf(fields),
  };
}

/** Reads a `<Role>`: a resource that stands for anyone who can do the work. */
export function roleOf(
  fields: RecordFields,
  identity: ResourceIdentity,
  rates: readonly RecordFields[],
): PlanResource {
  const notes = textOfHtml(fields.lines('Responsibilities') ?? '');
  return {
    ...identity,
    ...priced(rates, false),
    guid: null,
    type: 'work',
    isGeneric: true,
    isInactive: false,
    isEquipment: false,
    initials: fields.line('Id'),
    code: null,
    email: null,
    maxUnits: unitsOf(rates[0]),
    calendarUid: null,
    notes: notes === '' ? null : notes,
    customFields: [],
  };
}

type Priced = Omit<
  PlanResource,
  | keyof ResourceIdentity
  | 'guid'
  | 'type'
  | 'isGeneric'
  | 'isInactive'
  | 'isEquipment'
  | 'initials'
  | 'code'
  | 'email'
  | 'maxUnits'
  | 'calendarUid'
  | 'notes'
  | 'customFields'
>;

function priced(rows: readonly RecordFields[], isMaterial: boolean): Priced {
  const rates = ratePeriods(rows, isMaterial);
  return {
    isBudget: false,
    group: null,
    materialLabel: null,
    standardRate: rates.find(({ table }) => table === 'A')?.standard ?? null,
    overtimeRate: null,
    costPerUseMinor: null,
    accrual: null,
    workMinutes: null,
    actualWorkMinutes: null,
    costMinor: null,
    availability: availabilityOf(rows),
    rates,
    baselines: [],
    timePhased: [],
  };
}

function ratePeriods(rows: readonly RecordFields[], isMaterial: boolean): RatePeriod[] {
  return (['A', 'B', 'C', 'D', 'E'] as const).flatMap((table) =>
    rows.flatMap((row, at) => {
      const standard = rateOf(row, PRICE_ELEMENTS[table], isMaterial);
      const next = rows[at + 1]?.moment('EffectiveDate') ?? null;
      const period = { table, from: fromOf(row), to: next, standard, overtime: null, costPerUseMinor: null };
      return standard === null ? [] : [period];
    }),
  );
}

/** Periods of availability only where it changes; else `maxUnits` says it all. */
function availabilityOf(rows: readonly RecordFields[]): AvailabilityPeriod[] {
  if (new Set(rows.map(unitsOf)).size < 2) return [];
  return rows.map((row, at) => ({
    from: fromOf(row),
    to: rows[at + 1]?.moment('EffectiveDate') ?? null,
    units: unitsOf(row) ?? 0,
  }));
}

function unitsOf(row: RecordFields | undefined): number | null {
  return row?.number('MaxUnitsPerTime') ?? null;
}

function fromOf(row: RecordFields): string | null {
  const from = row.moment('EffectiveDate');
  return from === null || from <= ALWAYS ? null : from;
}

function rateOf(row: RecordFields, name: string, isMaterial: boolean): Rate | null {
  const text = row.element.leaf(name)?.trim() ?? '';
  if (text === '') return null;
  const amount = parseDecimal(text);
  if (amount === undefined) {
    row.changed(`${name} is "${text.slice(0, 40)}"; it must be a number. It was left empty.`);
    return null;
  }
  return { amountPerHour: decimalText(amount), shownPer: isMaterial ? 'material-unit' : 'hour' };
}
