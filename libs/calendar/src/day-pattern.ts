import { Refusal } from '@meridian/refusal';
import type { Shift } from './calendar-definition.js';

/**
 * The working stretches of one clock day, flat: from, to, working minutes before `from`, and so on. Ordered, apart from
 * each other, within 0..1440.
 */
export interface DayPattern {
  readonly stretches: Int32Array;
  readonly minutes: number;
}

/** The shifts of a day as written: what lies on the day itself and what runs into the next one. */
export interface DayShifts {
  readonly today: DayPattern;
  readonly tomorrow: DayPattern;
}

type Stretch = readonly [from: number, to: number];

export const FREE_DAY: DayPattern = { stretches: new Int32Array(0), minutes: 0 };
export const FREE_SHIFTS: DayShifts = { today: FREE_DAY, tomorrow: FREE_DAY };

const CLOCK = /^(\d{2}):(\d{2})$/;

/** @throws Refusal `calendar/shift-invalid` when a time is not `HH:MM` between 00:00 and 24:00. */
export function readShifts(shifts: readonly Shift[] | undefined): DayShifts {
  if (!shifts || shifts.length === 0) return FREE_SHIFTS;
  const today: Stretch[] = [];
  const tomorrow: Stretch[] = [];
  for (const shift of shifts) {
    const from = minuteOfDay(shift.from);
    const to = minuteOfDay(shift.to);
    today.push([from, to > from ? to : 1440]);
    if (to <= from) tomorrow.push([0, to]);
  }
  return { today: patternOf(today), tomorrow: patternOf(tomorrow) };
}

/** Working when either pattern works. */
export function unite(a: DayPattern, b: DayPattern): DayPattern {
  if (a.minutes === 0) return b;
  if (b.minutes === 0) return a;
  return patternOf([...stretchesOf(a), ...stretchesOf(b)]);
}

/** Working only when both patterns work. */
export function intersect(a: DayPattern, b: DayPattern): DayPattern {
  if (a === b || a.minutes === 0) return a;
  if (b.minutes === 0) return b;
  const both: Stretch[] = [];
  for (const [fromA, toA] of stretchesOf(a)) {
    for (const [fromB, toB] of stretchesOf(b)) both.push([Math.max(fromA, fromB), Math.min(toA, toB)]);
  }
  return patternOf(both);
}

function patternOf(stretches: readonly Stretch[]): DayPattern {
  const merged: [number, number][] = [];
  const ordered = stretches.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  for (const [from, to] of ordered) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  if (merged.length === 0) return FREE_DAY;
  let minutes = 0;
  const flat: number[] = [];
  for (const [from, to] of merged) {
    flat.push(from, to, minutes);
    minutes += to - from;
  }
  return { stretches: Int32Array.from(flat), minutes };
}

function* stretchesOf(pattern: DayPattern): Generator<Stretch> {
  for (let i = 0; i < pattern.stretches.length; i += 3)
    yield [pattern.stretches[i]!, pattern.stretches[i + 1]!];
}

function minuteOfDay(clock: string): number {
  const parts = CLOCK.exec(clock);
  const minute = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
  if (!parts || Number(parts[2]) > 59 || minute > 1440) {
    throw new Refusal(
      'calendar/shift-invalid',
      `A shift has the time "${clock}"; allowed is HH:MM from 00:00 to 24:00.`,
      {
        kind: 'unprocessable',
        details: { found: clock },
      },
    );
  }
  return minute;
}
