import { currencyExponent } from './currency-exponent.js';
import { minuteOfDay } from './mspdi-values.js';
import type { PlanHeader } from './plan-file.js';
import type { TaskType } from './plan-task.js';
import type { RecordFields } from './record-fields.js';
import type { XmlElement } from './xml-element.js';

export const TASK_TYPES: readonly TaskType[] = ['fixed-units', 'fixed-duration', 'fixed-work'];

/** Reads the leaves of `<Project>`. What the file does not say gets Microsoft Project's own default. */
export function headerOf(fields: RecordFields): PlanHeader {
  const weekStart = fields.integer('WeekStartDay') ?? 1;
  return {
    ...identity(fields),
    start: fields.moment('StartDate'),
    finish: fields.moment('FinishDate'),
    statusDate: fields.moment('StatusDate'),
    currentDate: fields.moment('CurrentDate'),
    currency: currencyOf(fields.element),
    currencySymbol: fields.line('CurrencySymbol'),
    currencyExponent: currencyExponent(currencyOf(fields.element)),
    scheduleFromStart: fields.flag('ScheduleFromStart') ?? true,
    minutesPerDay: within(fields, 'MinutesPerDay', 480, 1440),
    minutesPerWeek: within(fields, 'MinutesPerWeek', 2400, 10_080),
    daysPerMonth: within(fields, 'DaysPerMonth', 20, 31),
    defaultStartMinute: minuteOfDay(fields.element.leaf('DefaultStartTime')?.trim() ?? '') ?? 480,
    defaultFinishMinute: minuteOfDay(fields.element.leaf('DefaultFinishTime')?.trim() ?? '') ?? 1020,
    weekStartsOn: weekStart === 0 ? 7 : Math.min(7, Math.max(1, weekStart)),
    calendarUid: fields.reference('CalendarUID'),
    newTasks: {
      areManual: fields.flag('NewTasksAreManual') ?? false,
      areEffortDriven: fields.flag('NewTasksEffortDriven') ?? false,
      areEstimated: fields.flag('NewTasksEstimated') ?? true,
      startOn: fields.choice('NewTaskStartDate', ['project-start', 'current-date'] as const, 'project-start'),
      type: fields.choice('DefaultTaskType', TASK_TYPES, 'fixed-units'),
    },
    honourConstraints: fields.flag('HonorConstraints') ?? true,
    multipleCriticalPaths: fields.flag('MultipleCriticalPaths') ?? false,
    criticalSlackDays: fields.integer('CriticalSlackLimit') ?? 0,
    lagCalendar: 'successor',
    mustFinishBy: null,
    progress: { remainsAfterStatusDate: false, outOfSequence: 'retained-logic' },
  };
}

/** ISO 4217 code of the plan; null in files that give only a symbol. */
export function currencyOf(project: XmlElement): string | null {
  const code = project.leaf('CurrencyCode')?.trim() ?? '';
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

function identity(fields: RecordFields) {
  return {
    guid: fields.line('GUID'),
    name: fields.line('Name'),
    title: fields.line('Title'),
    subject: fields.line('Subject'),
    company: fields.line('Company'),
    manager: fields.line('Manager'),
    author: fields.line('Author'),
    saveVersion: fields.integer('SaveVersion'),
    createdAt: fields.moment('CreationDate'),
    lastSavedAt: fields.moment('LastSaved'),
  };
}

function within(fields: RecordFields, name: string, usual: number, most: number): number {
  const value = fields.integer(name);
  if (value === null) return usual;
  if (value >= 1 && value <= most) return value;
  fields.changed(`${name} is ${value}; it must be between 1 and ${most}. ${usual} was taken.`);
  return usual;
}
