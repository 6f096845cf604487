import { Refusal } from '@meridian/refusal';
import { daysBetween } from '../baseline/compare-baselines.js';
import { stageWords, type Stage } from './stage.js';

/** The dates of a record, as somebody wrote them down before there was a plan. */
export interface RecordedDates {
  readonly start: string | null;
  readonly finish: string | null;
}

export interface DatedProject extends RecordedDates {
  readonly stage: Stage;
  readonly hasPlan: boolean;
}

const NOT_BEGUN: readonly Stage[] = ['idea', 'proposal', 'candidate', 'approved'];
const DAY_MS = 86_400_000;

/**
 * A portfolio decision moves a project that has not begun: it starts on another day, and lasts as long as before.
 *
 * @param startsOn the first day of the period it is to start in; undefined when the name of the period tells none
 * @throws Refusal `projects/has-begun`, `projects/dates-of-plan`, `projects/period-without-day`
 */
export function movedDates(project: DatedProject, startsOn: string | undefined): RecordedDates {
  if (!NOT_BEGUN.includes(project.stage)) {
    throw new Refusal(
      'projects/has-begun',
      `The project is ${stageWords(project.stage)}; its start is past. Reschedule what is left of its plan.`,
    );
  }
  if (project.hasPlan) {
    throw new Refusal(
      'projects/dates-of-plan',
      'The project has a plan, and its dates come from there: let its manager reschedule it.',
    );
  }
  if (startsOn === undefined) {
    throw new Refusal(
      'projects/period-without-day',
      'The name of the period tells no first day; name periods like 2027, 2027-H2, 2027-Q3 or 2027-05.',
    );
  }
  const { start, finish } = project;
  if (start === null || finish === null) return { start: startsOn, finish };
  return { start: startsOn, finish: dayAfter(finish, daysBetween(start, startsOn)) };
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
