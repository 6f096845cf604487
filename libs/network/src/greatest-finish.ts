import type { Moment } from '@meridian/calendar';
import { ACTIVITY, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import type { DateTable } from './date-table.js';
import type { ScheduleOptions } from './schedule-options.js';

/** Where late dates and free floats end, when the computed finish of the whole is this. */
export function finishBounds(
  { mustFinishBy, finishOn }: ScheduleOptions,
  earlyFinish: Moment,
): { late: Moment; free: Moment } {
  const late = mustFinishBy ?? finishOn ?? earlyFinish;
  return { late, free: Math.max(earlyFinish, late) };
}

/** The greatest early finish; undefined when there is no activity. */
export function greatestFinish(network: CompiledNetwork, dates: DateTable): Moment | undefined {
  let greatest = NEVER;
  for (let p = 0; p < network.count; p++) {
    if (network.role[p] === ACTIVITY && dates.earlyFinish[p]! > greatest) greatest = dates.earlyFinish[p]!;
  }
  return greatest === NEVER ? undefined : greatest;
}
