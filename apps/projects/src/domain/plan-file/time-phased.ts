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
}

/** A `TimePhased` while it grows. */
export type PhaseSum = { -readonly [K in keyof TimePhased]: TimePhased[K] };

/** Adds one `<TimephasedData>` to the sums of its owner. */
export function foldTimePhased(owner: XmlElement, entry: XmlElement): void {
  const type = decimalNumber(entry.leaf('Type') ?? '') ?? 0;
  owner.phases ??= new Map();
  let sum = owner.phases.get(type);
  if (sum === undefined) {
    if (owner.phases.size >= 100) return;
    sum = { type, entries: 0, from: null, to: null, totalMinutes: 0 };
    owner.phases.set(type, sum);
  }
  sum.entries += 1;
  const from = moment(entry.leaf('Start') ?? '') ?? null;
  const to = moment(entry.leaf('Finish') ?? '') ?? null;
  if (from !== null && (sum.from === null || from < sum.from)) sum.from = from;
  if (to !== null && (sum.to === null || to > sum.to)) sum.to = to;
  const minutes = durationMinutes(entry.leaf('Value')?.trim() ?? '') ?? 0;
  sum.totalMinutes = Math.round((sum.totalMinutes + minutes) * 10_000) / 10_000;
}

export function timePhasedOf(element: XmlElement): TimePhased[] {
  return [...(element.phases?.values() ?? [])].map((sum) => ({ ...sum }));
}
