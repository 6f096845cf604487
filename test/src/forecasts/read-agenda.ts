import { compileCalendar } from '@meridian/calendar';
import type { Shift, Weekday, WorkingCalendar } from '@meridian/calendar';
import { within } from './xml-tree.js';
import type { XmlNode } from './xml-tree.js';

/** Days as earned value counts them: ISO weekdays (1 = Monday) that are worked, and dates that are not. */
export interface Agenda {
  readonly weekdays: readonly number[];
  readonly holidays: readonly string[];
}

const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** The agenda of a ProTrack project: hours and weekdays (0 = Monday) that are not worked, and holidays. */
export function readAgenda(node: XmlNode): { readonly agenda: Agenda; readonly calendar: WorkingCalendar } {
  const freeHours = new Set(within(node, 'NonWorkingHours', 'Hour').map(({ text }) => Number(text)));
  const freeDays = new Set(within(node, 'NonWorkingDays', 'Day').map(({ text }) => Number(text)));
  const holidays = within(node, 'Holidays', 'Holiday').map(({ text }) => dateOf(text.trim()));
  const shifts = shiftsOf(freeHours);
  const worked = WEEKDAYS.filter((_, day) => !freeDays.has(day));
  const calendar = compileCalendar({
    name: 'Agenda',
    week: Object.fromEntries(worked.map((day) => [day, shifts])),
    exceptions: holidays.map((date) => ({ from: date, to: date })),
  });
  return { agenda: { weekdays: worked.map((day) => WEEKDAYS.indexOf(day) + 1), holidays }, calendar };
}

function shiftsOf(freeHours: ReadonlySet<number>): readonly Shift[] {
  const shifts: { from: string; to: string }[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    if (freeHours.has(hour)) continue;
    const last = shifts.at(-1);
    if (last?.to === clock(hour)) last.to = clock(hour + 1);
    else shifts.push({ from: clock(hour), to: clock(hour + 1) });
  }
  return shifts;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function dateOf(text: string): string {
  return `${text.slice(4, 8)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
}
