import { FOREVER, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import type { DateTable } from './date-table.js';
import type { Floats } from './floats.js';

const LEAST = ['start', 'earlyStart', 'lateStart'] as const;
const GREATEST = ['finish', 'earlyFinish', 'lateFinish'] as const;

/** What is shown of a summary, and what an activity gives to the summary above it. */
export interface RolledDates {
  start: number;
  finish: number;
  earlyStart: number;
  earlyFinish: number;
  lateStart: number;
  lateFinish: number;
  totalFloat: number;
  freeFloat: number;
  isCritical: boolean;
}

/**
 * Rolls dates up: the least start and the greatest finish of what lies below, by index of the summary. Total float is the
 * smaller of start and finish float in the project calendar, free float that of the child that finishes last, and a summary
 * is critical when something in it is.
 */
export function rollUp(network: CompiledNetwork, dates: DateTable, floats: Floats): Map<number, RolledDates> {
  const { parentOf, positionOf, summaries } = network;
  const rolled = new Map<number, RolledDates>();
  for (const summary of summaries) rolled.set(summary, nothingYet());
  if (rolled.size === 0) return rolled;
  for (let i = 0; i < network.activities.length; i++) {
    const p = positionOf[i]!;
    const parent = p < 0 ? undefined : rolled.get(parentOf[i]!);
    if (parent) fold(parent, datesAt(dates, floats, p), () => floats.freeAt(p));
  }
  const calendar = network.calendars[network.projectCalendar];
  const between = (from: number, to: number) => {
    return calendar ? calendar.workBefore(to) - calendar.workBefore(from) : to - from;
  };
  for (const summary of summaries) {
    const own = rolled.get(summary)!;
    own.totalFloat = Math.min(between(own.start, own.lateStart), between(own.finish, own.lateFinish));
    const parent = rolled.get(parentOf[summary]!);
    if (parent) fold(parent, own, () => own.freeFloat);
  }
  return rolled;
}

function fold(
  parent: RolledDates,
  child: Omit<RolledDates, 'totalFloat' | 'freeFloat'>,
  freeFloat: () => number,
): void {
  if (child.finish >= parent.finish) parent.freeFloat = freeFloat();
  for (const key of LEAST) parent[key] = Math.min(parent[key], child[key]);
  for (const key of GREATEST) parent[key] = Math.max(parent[key], child[key]);
  parent.isCritical ||= child.isCritical;
}

function datesAt(dates: DateTable, floats: Floats, p: number) {
  return {
    start: dates.start[p]!,
    finish: dates.finish[p]!,
    earlyStart: dates.earlyStart[p]!,
    earlyFinish: dates.earlyFinish[p]!,
    lateStart: dates.lateStart[p]!,
    lateFinish: floats.lateFinishAt(p),
    isCritical: floats.isCriticalAt(p),
  };
}

function nothingYet(): RolledDates {
  const least = { start: FOREVER, earlyStart: FOREVER, lateStart: FOREVER };
  const greatest = { finish: NEVER, earlyFinish: NEVER, lateFinish: NEVER };
  return { ...least, ...greatest, totalFloat: 0, freeFloat: 0, isCritical: false };
}
