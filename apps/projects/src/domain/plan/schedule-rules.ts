import { dateOf, isoFromMoment, momentFromIso } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import type { PlanSettings } from './stored-plan.js';

/** How a plan is scheduled, as a person said it. */
export interface ScheduleRules {
  /** `YYYY-MM-DD`: what is not done at the end of this day is planned after it; null for nowhere. */
  readonly statusDate: string | null;
  readonly outOfSequence: 'retained-logic' | 'progress-override';
  readonly honour: 'constraint' | 'link';
}

/** The settings of a plan with the rules that a person set in the place of those of its file. */
export function withRules(settings: PlanSettings, rules: ScheduleRules | null): PlanSettings {
  if (rules === null) return settings;
  const { statusDate: _, outOfSequence: __, ...others } = settings;
  return {
    ...others,
    honour: rules.honour,
    ...(rules.statusDate === null ? {} : { statusDate: endOf(rules.statusDate) }),
    ...(rules.outOfSequence === 'progress-override' ? { outOfSequence: rules.outOfSequence } : {}),
  };
}

/** The rules that settings come to; a status date within a day counts as that day. */
export function rulesOf({ statusDate, outOfSequence, honour }: PlanSettings): ScheduleRules {
  return {
    statusDate: statusDate === undefined ? null : dateOf(momentFromIso(statusDate) - 1),
    outOfSequence: outOfSequence ?? 'retained-logic',
    honour,
  };
}

/** @throws Refusal `projects/status-date-in-future` */
export function requireKnowable({ statusDate }: ScheduleRules, today: string): void {
  if (statusDate === null || statusDate <= today) return;
  throw new Refusal(
    'projects/status-date-in-future',
    `${statusDate} is after today, ${today}; the status date is a day of which it is known what was done.`,
    { kind: 'unprocessable', details: { statusDate, today } },
  );
}

function endOf(date: string): string {
  return isoFromMoment(momentFromIso(`${date}T24:00:00`));
}
