import { compileCalendar, type CalendarDefinition, type Shift } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';

/** A calendar as people send it. */
export interface WrittenCalendar {
  readonly name: string;
  readonly week: readonly {
    readonly weekday: keyof CalendarDefinition['week'];
    readonly shifts: readonly Shift[];
  }[];
  readonly exceptions: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly shifts: readonly Shift[];
  }[];
}

/**
 * The same as a definition that the network takes.
 *
 * @throws Refusal `projects/weekday-twice`, `calendar/...` when it has no working time or a day that is none
 */
export function calendarOf({ name, week, exceptions }: WrittenCalendar): CalendarDefinition {
  const weekdays = week.map(({ weekday }) => weekday);
  const twice = weekdays.find((weekday, at) => weekdays.indexOf(weekday) !== at);
  if (twice !== undefined) {
    throw new Refusal(
      'projects/weekday-twice',
      `The calendar "${name}" has ${twice} twice; put all shifts of a weekday together.`,
      { kind: 'unprocessable' },
    );
  }
  const definition: CalendarDefinition = {
    name,
    week: Object.fromEntries(week.map(({ weekday, shifts }) => [weekday, plainShifts(shifts)])),
    exceptions: exceptions.map(({ shifts, ...days }) => ({ ...days, shifts: plainShifts(shifts) })),
  };
  compileCalendar(definition);
  return definition;
}

/** The other way. */
export function writtenCalendar({ name, week, exceptions = [] }: CalendarDefinition): WrittenCalendar {
  return {
    name,
    week: Object.entries(week).map(([weekday, shifts]) => ({
      weekday: weekday as keyof CalendarDefinition['week'],
      shifts: plainShifts(shifts),
    })),
    exceptions: exceptions.map((exception) => ({
      name: exception.name ?? '',
      from: exception.from,
      to: exception.to,
      shifts: plainShifts(exception.shifts ?? []),
    })),
  };
}

function plainShifts(shifts: readonly Shift[]): Shift[] {
  return shifts.map(({ from, to }) => ({ from, to }));
}
