import { minuteOfDay } from './mspdi-values.js';
import type { Shift } from './plan-calendar.js';
import type { RecordFields } from './record-fields.js';

const DEFAULT_DAY: readonly Shift[] = [
  { fromMinute: 480, toMinute: 720 },
  { fromMinute: 780, toMinute: 1020 },
];

/** The shifts of a `<WeekDay>` or `<Exception>`: none when it is a day off. In order, without overlap. */
export function workingTimes(fields: RecordFields, place: string): readonly Shift[] {
  if (fields.flag('DayWorking') !== true) return [];
  const times = fields.element.within('WorkingTimes', 'WorkingTime');
  const shifts = times.flatMap((time) => shiftOf(time.leaf('FromTime'), time.leaf('ToTime')) ?? []);
  const written = times.filter((time) => time.leaf('FromTime') !== undefined).length;
  if (shifts.length < written)
    fields.changed(`${place}: a working time that is no time of day was left out.`);
  const late = shifts.find(({ isCut }) => isCut);
  if (late !== undefined)
    fields.changed(
      `${place}: a working time runs over midnight; it was read up to midnight, what follows is to be written on the day after.`,
    );
  const whole = shifts.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute }));
  if (whole.length > 0) return shiftsInOrder(whole, (sentence) => fields.changed(`${place}: ${sentence}`));
  fields.changed(
    `${place} is a working day without working times; it was read as 08:00-12:00 and 13:00-17:00.`,
  );
  return DEFAULT_DAY;
}

/** Midnight at the end of a day is written 00:00; a shift over midnight, which the format has not, ends there. */
function shiftOf(from: string | undefined, to: string | undefined): CutShift | undefined {
  const fromMinute = minuteOfDay(from?.trim() ?? '');
  const toMinute = minuteOfDay(to?.trim() ?? '');
  if (fromMinute === undefined || toMinute === undefined || fromMinute >= 1440) return undefined;
  const isOver = toMinute <= fromMinute;
  return {
    fromMinute,
    toMinute: isOver ? 1440 : toMinute,
    isCut: isOver && toMinute > 0 && toMinute < fromMinute,
  };
}

interface CutShift extends Shift {
  /** Whether it would go on after midnight. */
  readonly isCut: boolean;
}

/** Shifts from morning to night; overlapping ones become one, which `note` hears about. */
export function shiftsInOrder(shifts: readonly Shift[], note: (sentence: string) => void): Shift[] {
  const merged: Shift[] = [];
  let overlaps = false;
  for (const shift of [...shifts].sort((a, b) => a.fromMinute - b.fromMinute)) {
    const previous = merged.at(-1);
    if (previous === undefined || shift.fromMinute >= previous.toMinute) {
      merged.push(shift);
      continue;
    }
    overlaps = true;
    merged[merged.length - 1] = { ...previous, toMinute: Math.max(previous.toMinute, shift.toMinute) };
  }
  if (overlaps) note('overlapping working times were joined.');
  return merged;
}
