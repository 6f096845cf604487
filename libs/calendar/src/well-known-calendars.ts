import type { CalendarDefinition, Shift } from './calendar-definition.js';

const OFFICE_HOURS: readonly Shift[] = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

const ALL_DAY: readonly Shift[] = [{ from: '00:00', to: '24:00' }];

const LATE_EVENING: Shift = { from: '23:00', to: '03:00' };
const MORNING: Shift = { from: '04:00', to: '08:00' };

/** Monday to Friday, 08:00-12:00 and 13:00-17:00: "Standard" in Microsoft Project. */
export const STANDARD_CALENDAR: CalendarDefinition = {
  name: 'Standard',
  week: {
    monday: OFFICE_HOURS,
    tuesday: OFFICE_HOURS,
    wednesday: OFFICE_HOURS,
    thursday: OFFICE_HOURS,
    friday: OFFICE_HOURS,
  },
};

/** Every minute of every day: "24 Hours" in Microsoft Project. */
export const ROUND_THE_CLOCK_CALENDAR: CalendarDefinition = {
  name: '24 Hours',
  week: {
    monday: ALL_DAY,
    tuesday: ALL_DAY,
    wednesday: ALL_DAY,
    thursday: ALL_DAY,
    friday: ALL_DAY,
    saturday: ALL_DAY,
    sunday: ALL_DAY,
  },
};

/** Five nights, 23:00-03:00 and 04:00-08:00, from Monday evening to Saturday morning: "Night Shift" in Microsoft Project. */
export const NIGHT_SHIFT_CALENDAR: CalendarDefinition = {
  name: 'Night Shift',
  week: {
    monday: [LATE_EVENING],
    tuesday: [MORNING, LATE_EVENING],
    wednesday: [MORNING, LATE_EVENING],
    thursday: [MORNING, LATE_EVENING],
    friday: [MORNING, LATE_EVENING],
    saturday: [MORNING],
  },
};
