import type { PlanAssignment } from '../../plan-file/plan-assignment.js';
import type { PlanResource, RatePeriod } from '../../plan-file/plan-resource.js';
import { PRICE_ELEMENTS, RATE_WORDS, wordFor } from '../../plan-file/primavera/primavera-words.js';
import { htmlOfText } from '../../plan-file/primavera/primavera-texts.js';
import type { LeafValue, XmlText } from '../xml-text.js';
import { PROJECT_ID } from './pmxml-activities.js';
import type { ActivityContext } from './pmxml-activities.js';
import { hours, identity, share, units, writeSorted } from './pmxml-values.js';

const ALWAYS = '1984-01-01T00:00:00';

/** Writes a `<Resource>`, or for a generic one a `<Role>`. */
export function writeResource(xml: XmlText, resource: PlanResource, { fields }: ActivityContext): void {
  const notes = resource.notes === null ? null : htmlOfText(resource.notes);
  if (resource.isGeneric) {
    const { uid: ObjectId, name: Name, initials } = resource;
    xml.element('Role', () =>
      writeSorted(xml, { Id: initials ?? `R${ObjectId}`, Name, ObjectId, Responsibilities: notes }),
    );
    return;
  }
  xml.element('Resource', () => {
    writeSorted(xml, {
      CalendarObjectId: resource.calendarUid,
      DefaultUnitsPerTime: resource.maxUnits,
      EmailAddress: resource.email,
      EmployeeId: resource.code,
      GUID: identity(resource.guid),
      Id: resource.initials ?? `R${resource.uid}`,
      IsActive: !resource.isInactive,
      Name: resource.name,
      ObjectId: resource.uid,
      ResourceNotes: notes,
      ResourceType: typeOf(resource),
    });
    fields.writeValues(xml, resource.customFields);
  });
}

/** Costs without work have no kind of their own; they become equipment. */
function typeOf({ type, isEquipment }: PlanResource): string {
  if (type === 'material') return 'Material';
  return type === 'cost' || isEquipment ? 'Nonlabor' : 'Labor';
}

/** Writes the prices and the availability of a resource: a line for each date on which one of them changes. */
export function writeRates(xml: XmlText, resource: PlanResource): void {
  const dates = new Set([...resource.rates, ...resource.availability].map(({ from }) => from ?? ALWAYS));
  if (dates.size === 0 && resource.standardRate !== null) dates.add(ALWAYS);
  const owner = resource.isGeneric ? 'Role' : 'Resource';
  for (const date of [...dates].sort()) {
    const prices: Record<string, LeafValue> = {};
    for (const table of ['A', 'B', 'C', 'D', 'E'] as const) {
      prices[PRICE_ELEMENTS[table]] = heldOn(
        date,
        resource.rates.filter((rate) => rate.table === table),
      )?.standard?.amountPerHour;
    }
    if (resource.rates.length === 0) prices['PricePerUnit'] = resource.standardRate?.amountPerHour;
    xml.element(`${owner}Rate`, () =>
      writeSorted(xml, {
        EffectiveDate: date,
        MaxUnitsPerTime: heldOn(date, resource.availability)?.units ?? resource.maxUnits,
        [`${owner}ObjectId`]: resource.uid,
        ...prices,
      }),
    );
  }
}

/** What holds on a date, of periods in the order of their dates. */
function heldOn<T extends Pick<RatePeriod, 'from' | 'to'>>(
  date: string,
  periods: readonly T[],
): T | undefined {
  return periods.find(({ from, to }) => (from ?? ALWAYS) <= date && (to === null || date < to));
}

/** Writes a `<ResourceAssignment>`. Actual work is regular work and overtime, where overtime is known. */
export function writeAssignment(
  xml: XmlText,
  assignment: PlanAssignment,
  { plan, fields, genericResources }: ActivityContext,
): void {
  const exponent = plan.header.currencyExponent;
  const isRole = genericResources.has(assignment.resourceUid ?? Number.NaN);
  const { actualWorkMinutes: actual, overtimeWorkMinutes: overtime } = assignment;
  const knowsOvertime = overtime !== null && overtime <= (actual ?? 0);
  xml.element('ResourceAssignment', () => {
    writeSorted(xml, {
      ActivityObjectId: assignment.taskUid,
      ActualCost: units(assignment.actualCostMinor, exponent),
      ActualFinishDate: assignment.actualFinish,
      ActualOvertimeUnits: knowsOvertime ? hours(overtime) : null,
      ActualRegularUnits: hours(knowsOvertime ? (actual ?? 0) - overtime : actual),
      ActualStartDate: assignment.actualStart,
      AtCompletionCost: units(assignment.costMinor, exponent),
      AtCompletionUnits: hours(assignment.workMinutes),
      FinishDate: assignment.finish,
      GUID: identity(assignment.guid),
      ObjectId: assignment.uid,
      PlannedLag: hours(assignment.delayMinutes),
      PlannedUnitsPerTime: assignment.units,
      ProjectObjectId: PROJECT_ID,
      RateType: wordFor(RATE_WORDS, assignment.rateTable),
      RemainingCost: units(assignment.remainingCostMinor, exponent),
      RemainingUnits: hours(assignment.remainingWorkMinutes),
      [isRole ? 'RoleObjectId' : 'ResourceObjectId']: assignment.resourceUid,
      StartDate: assignment.start,
      UnitsPercentComplete: share(assignment.percentWorkComplete),
    });
    fields.writeValues(xml, assignment.customFields);
  });
}
