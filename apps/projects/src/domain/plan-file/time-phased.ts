import { decimalNumber, durationMinutes, moment } from './mspdi-values.js';
import type { XmlElement } from './xml-element.js';

/**
 * Values spread over time (work per day, cost per day), summed up: thousands of such entries make most of a file, and
 * scheduling computes them anew.
 */
export interface TimePhased {
  /** The file's own code: 1 remaining work, 2 actual work, 3 actual overtime work, 4 baseline work, 5 baseline cost, ... */
  readonly type: number;
  readonly entries: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Sum of the durations among the values; values that are amounts of money or percent are not summed. */
  readonly totalMinutes: number;
  /** Stretches for which the file says outright that nobody works, though there would be time: splits. The first fifty. */
  readonly idle: readonly IdleStretch[];
}

export interface IdleStretch {
  readonly from: string;
  readonly to: string;
}

/** A `TimePhased` while it grows. */
export type PhaseSum = { -readonly [K in keyof Omit<TimePhased, 'idle'>]: TimePhased[K] } & {
  idle: { from: string; to: string }[];
  /** Was the last word on work that there is none? Nights and weekends say nothing, so they do not end a stretch. */
  isIdle: boolean;
};

const IDLE_STRETCHES = 50;
const REMAINING_WORK = 1;
const ACTUAL_WORK = 2;

/** Adds one `<TimephasedData>` to the sums of its owner. */
export function foldTimePhased(owner: XmlElement, entry: XmlElement): void {
  const type = decimalNumber(entry.leaf('Type') ?? '') ?? 0;
  owner.phases ??= new Map();
  let sum = owner.phases.get(type);
  if (sum === undefined) {
    if (owner.phases.size >= 100) return;
    sum = { type, entries: 0, from: null, to: null, totalMinutes: 0, idle: [], isIdle: false };
    owner.phases.set(type, sum);
  }
  sum.entries += 1;
  const from = moment(entry.leaf('Start') ?? '') ?? null;
  const to = moment(entry.leaf('Finish') ?? '') ?? null;
  if (from !== null && (sum.from === null || from < sum.from)) sum.from = from;
  if (to !== null && (sum.to === null || to > sum.to)) sum.to = to;
  const minutes = durationMinutes(entry.leaf('Value')?.trim() ?? '');
  sum.totalMinutes = Math.round((sum.totalMinutes + (minutes ?? 0)) * 10_000) / 10_000;
  if (minutes !== undefined && (type === REMAINING_WORK || type === ACTUAL_WORK)) {
    foldIdle(sum, minutes, from, to);
  }
}

function foldIdle(sum: PhaseSum, minutes: number, from: string | null, to: string | null): void {
  const last = sum.idle.at(-1);
  if (minutes === 0 && from !== null && to !== null) {
    if (sum.isIdle && last) last.to = to;
    else if (sum.idle.length < IDLE_STRETCHES) sum.idle.push({ from, to });
  }
  sum.isIdle = minutes === 0;
}

export function timePhasedOf(element: XmlElement): TimePhased[] {
  return [...(element.phases?.values() ?? [])].map((sum) => {
    const { isIdle: _, ...phases } = sum;
    return phases;
  });
}
