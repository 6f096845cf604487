const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const PATTERN =
  /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*[.,]*\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:\s+(\d{1,2}):(\d{2})\s*([ap]m)?)?$/i;

/**
 * A date as Microsoft Project writes it into a list: `Mon 3/2/26`, with a time of day where its options ask for one. Which figure
 * is the month is up to the settings of who wrote it: the weekday tells. Two figures are a year from 1950 to 2049. Undefined when
 * the weekday fits neither order, or both.
 *
 * @returns `YYYY-MM-DD`, or with its time `YYYY-MM-DDTHH:MM:00`
 */
export function weekdayDate(text: string): string | undefined {
  const [, weekday, one, other, years, hour, minute, half] = PATTERN.exec(text.trim()) ?? [];
  if (weekday === undefined) return undefined;
  const year = years!.length === 4 ? Number(years) : Number(years) + (Number(years) < 50 ? 2000 : 1900);
  const wanted = WEEKDAYS.indexOf(weekday.toLowerCase());
  const days = [dayOf(year, Number(one), Number(other)), dayOf(year, Number(other), Number(one))];
  const fitting = new Set(
    days.filter((day) => day !== undefined && new Date(`${day}T00:00:00Z`).getUTCDay() === wanted),
  );
  const [date] = fitting.size === 1 ? fitting : [];
  if (date === undefined || hour === undefined) return date;
  return `${date}T${String(hourOf(Number(hour), half?.toLowerCase())).padStart(2, '0')}:${minute}:00`;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month > 12 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
