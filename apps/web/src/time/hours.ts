const MINUTES_OF_DAY = 1_440;

/** Minutes as hours for an input and a cell: `7.5`; nothing for none. */
export function hoursText(minutes: number): string {
  return minutes === 0 ? '' : String(Math.round((minutes / 60) * 100) / 100);
}

/**
 * What somebody typed, in minutes: `7.5`, `7,5` and `7:30` are the same.
 *
 * @returns undefined when it is no time of a day
 */
export function minutesOf(text: string): number | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return 0;
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : /^\d{1,2}(\.\d{0,2})?$/.test(typed)
      ? Math.round(Number(typed) * 60)
      : NaN;
  return minutes >= 0 && minutes <= MINUTES_OF_DAY ? minutes : undefined;
}
