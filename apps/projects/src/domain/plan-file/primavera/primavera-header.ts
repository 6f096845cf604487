import { currencyExponent } from '../currency-exponent.js';
import type { PlanHeader } from '../plan-file.js';
import type { RecordFields } from '../record-fields.js';
import { identityOf } from './primavera-texts.js';
import { LAG_CALENDAR_WORDS } from './primavera-words.js';

/** Reads what a project says of itself, with its options of scheduling and the hours of its calendar. */
export function headerOfPrimavera(
  fields: RecordFields,
  options: RecordFields,
  calendar: RecordFields | undefined,
  currency: string | null,
): PlanHeader {
  const day = hoursOf(calendar, 'HoursPerDay', 8, 24);
  const lagCalendar = options.word('RelationshipLagCalendar', LAG_CALENDAR_WORDS, 'predecessor');
  return {
    guid: identityOf(fields.element.leaf('GUID')),
    name: fields.line('Name') ?? fields.line('Id'),
    title: null,
    subject: null,
    company: null,
    manager: null,
    author: null,
    saveVersion: null,
    createdAt: fields.moment('CreateDate'),
    lastSavedAt: fields.moment('LastUpdateDate'),
    start: fields.moment('PlannedStartDate') ?? fields.moment('StartDate'),
    finish: fields.moment('ScheduledFinishDate') ?? fields.moment('FinishDate'),
    statusDate: fields.moment('DataDate'),
    currentDate: null,
    currency,
    currencySymbol: null,
    currencyExponent: currencyExponent(currency),
    scheduleFromStart: true,
    minutesPerDay: day,
    minutesPerWeek: hoursOf(calendar, 'HoursPerWeek', (day * 5) / 60, 168),
    daysPerMonth: Math.max(
      1,
      Math.min(31, Math.round(hoursOf(calendar, 'HoursPerMonth', (day * 20) / 60, 744) / day)),
    ),
    defaultStartMinute: 480,
    defaultFinishMinute: 480 + day > 1440 ? 1440 : 480 + day,
    weekStartsOn: 1,
    calendarUid: fields.reference('ActivityDefaultCalendarObjectId'),
    newTasks: {
      areManual: false,
      areEffortDriven: false,
      areEstimated: false,
      startOn: 'project-start',
      type: 'fixed-duration',
    },
    honourConstraints: false,
    multipleCriticalPaths: false,
    criticalSlackDays:
      Math.round(((fields.hours('CriticalActivityFloatLimit') ?? 0) * 10_000) / day) / 10_000,
    lagCalendar: lagCalendar === 'round-the-clock' ? 'predecessor' : lagCalendar,
    mustFinishBy: fields.moment('MustFinishByDate'),
    progress: { remainsAfterStatusDate: true, outOfSequence: outOfSequence(options) },
  };
}

/** Whether the lags of the project run day and night. */
export function countsLagsAroundTheClock(options: RecordFields): boolean {
  return (
    LAG_CALENDAR_WORDS.get(options.element.leaf('RelationshipLagCalendar')?.trim() ?? '') ===
    'round-the-clock'
  );
}

function hoursOf(calendar: RecordFields | undefined, name: string, usual: number, most: number): number {
  const minutes = calendar?.hours(name) ?? 0;
  return minutes >= 1 && minutes <= most * 60 ? Math.round(minutes) : usual * 60;
}

const SEQUENCES: ReadonlyMap<string, 'retained-logic' | 'progress-override' | 'actual-dates'> = new Map([
  ['Retained Logic', 'retained-logic'],
  ['Progress Override', 'progress-override'],
  ['Actual Dates', 'actual-dates'],
]);

/** XER says the same in two flags. */
function outOfSequence(options: RecordFields): PlanHeader['progress']['outOfSequence'] {
  const word = options.word('OutOfSequenceScheduleType', SEQUENCES, 'retained-logic');
  if (word === 'actual-dates') {
    options.changed('Work out of sequence is scheduled by "Actual Dates"; it was read as "Retained Logic".');
    return 'retained-logic';
  }
  const overrides = options.flag('ProgressOverride') === true && options.flag('RetainedLogic') !== true;
  return overrides ? 'progress-override' : word;
}
