import type { Driver } from '@meridian/network';
import { whyThisDate } from '../plan/why-this-date.js';
import type { StepKind } from './date-step.js';

/** What set the new start of a task that moved, short enough to be told with each. */
export interface MovedBy {
  readonly kind: StepKind;
  /** The task at the other end, when a link drove it. */
  readonly taskId?: string;
  readonly sentence: string;
}

const LONGEST = 300;

const KINDS: Readonly<Record<Driver['kind'], StepKind>> = {
  link: 'link',
  constraint: 'constraint',
  'project-start': 'project-start',
  'status-date': 'data-date',
  'actual-start': 'progress',
  manual: 'manual',
  delay: 'levelling-delay',
  outside: 'link',
};

export function movedBy(driver: Driver, names: ReadonlyMap<string, string>): MovedBy {
  return {
    kind: KINDS[driver.kind],
    ...(driver.kind === 'link' ? { taskId: driver.link.from } : {}),
    sentence: whyThisDate(driver, names).slice(0, LONGEST),
  };
}
