import type { Because, DatedEnd, Schedule } from '@meridian/network';
import type { DateStep } from './date-step.js';
import { StepTeller, type GiverOf } from './step-teller.js';

export interface DateQuestion {
  readonly taskId: string;
  readonly end: 'start' | 'finish';
  /** What a task waits for in another project with its start or its finish. */
  readonly giverOf?: GiverOf;
}

/**
 * Why a date is what it is, back to a date that was given. A wait of a day and more for working time is a step of its own;
 * a night is not worth telling.
 *
 * @throws Refusal `network/unknown-activity`
 */
export function explainDate(
  schedule: Schedule,
  names: ReadonlyMap<string, string>,
  { taskId, end, giverOf }: DateQuestion,
): DateStep[] {
  return schedule
    .why(taskId, end)
    .flatMap((step) => explained(new StepTeller(step, names, giverOf), step, step.because));
}

function explained(teller: StepTeller, step: DatedEnd, because: Because): DateStep[] {
  switch (because.kind) {
    case 'link':
      return teller.link(because);
    case 'held-by':
      return [teller.heldBy(because)];
    case 'work':
    case 'work-back':
      return [teller.work(because)];
    case 'delay':
      return [teller.delay(because)];
    case 'rolled-up':
      return [teller.rolledUp(because.from)];
    case 'rest': {
      const goesOn = teller.at({ ...step, end: 'start', at: because.goesOnAt });
      const cause = because.link ? explained(goesOn, step, because.link) : [];
      return [teller.rest(because), ...(because.after === 'status-date' ? [goesOn.dataDate()] : cause)];
    }
    case 'outside':
      return teller.outside(because);
    case 'constraint':
      return teller.constraint(because);
    default:
      return teller.given(because.kind, because.givenAt);
  }
}
