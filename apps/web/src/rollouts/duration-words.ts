const minutesPerDay = 480;
const minutesPerClockDay = 1440;

/** `5 d`, `4 h`; clock time is said to be so. */
export function durationWords({
  durationMinutes,
  isElapsed,
}: {
  readonly durationMinutes: number;
  readonly isElapsed: boolean;
}): string {
  const day = isElapsed ? minutesPerClockDay : minutesPerDay;
  const words =
    durationMinutes % day === 0 ? `${durationMinutes / day} d` : `${Math.round(durationMinutes / 6) / 10} h`;
  return isElapsed ? `${words} of clock time` : words;
}
