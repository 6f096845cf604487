import { FOREVER, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import type { DateTable } from './date-table.js';
import { newDateTable } from './date-table.js';

/** Dates of summaries, by index of the activity; entries of other activities are empty. */
export interface SummaryDates extends Pick<
  DateTable,
  'start' | 'finish' | 'earlyStart' | 'earlyFinish' | 'lateStart' | 'lateFinish' | 'totalFloat' | 'freeFloat'
> {
  readonly isCritical: Uint8Array;
}

const LEAST = ['start', 'earlyStart', 'lateStart'] as const;
const GREATEST = ['finish', 'earlyFinish', 'lateFinish'] as const;

/**
 * Rolls dates up: the least start and the greatest finish of what lies below. Total float is the smaller of start and
 * finish float in the project calendar, free float that of the child that finishes last, and a summary is critical when
 * something in it is.
 */
export function rollUp(network: CompiledNetwork, dates: DateTable, isCritical: Uint8Array): SummaryDates {
  const { parentOf, positionOf, summaries } = network;
  const count = summaries.length ? network.activities.length : 0;
  const rolled = { ...newDateTable(count), isCritical: new Uint8Array(count) };
  for (const summary of summaries) {
    for (const key of LEAST) rolled[key][summary] = FOREVER;
    for (const key of GREATEST) rolled[key][summary] = NEVER;
  }
  const fold = (
    parent: number,
    from: Omit<SummaryDates, 'isCritical' | 'totalFloat'>,
    at: number,
    critical: number,
  ) => {
    if (from.finish[at]! >= rolled.finish[parent]!) rolled.freeFloat[parent] = from.freeFloat[at]!;
    for (const key of LEAST) rolled[key][parent] = Math.min(rolled[key][parent]!, from[key][at]!);
    for (const key of GREATEST) rolled[key][parent] = Math.max(rolled[key][parent]!, from[key][at]!);
    if (critical) rolled.isCritical[parent] = 1;
  };
  for (let i = 0; i < count; i++) {
    const p = positionOf[i]!;
    if (p >= 0 && parentOf[i]! >= 0) fold(parentOf[i]!, dates, p, isCritical[p]!);
  }
  const calendar = network.calendars[network.projectCalendar];
  const between = (from: number, to: number) => {
    return calendar ? calendar.workBefore(to) - calendar.workBefore(from) : to - from;
  };
  for (const summary of summaries) {
    const startFloat = between(rolled.start[summary]!, rolled.lateStart[summary]!);
    const finishFloat = between(rolled.finish[summary]!, rolled.lateFinish[summary]!);
    rolled.totalFloat[summary] = Math.min(startFloat, finishFloat);
    if (parentOf[summary]! >= 0) fold(parentOf[summary]!, rolled, summary, rolled.isCritical[summary]!);
  }
  return rolled;
}
