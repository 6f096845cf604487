const DAY_MS = 86_400_000;

/** Dates of the story, counted in working days (Monday to Friday) from the day it is told. */
export class StoryDays {
  private readonly today: number;

  /** @param today `YYYY-MM-DD`; a weekend counts as the Monday after it */
  constructor(today: string) {
    let day = Date.parse(today);
    while (isWeekend(day)) day += DAY_MS;
    this.today = day;
  }

  /** The date that many working days after (or before, when negative) today. */
  on(workingDays: number): string {
    const step = workingDays < 0 ? -DAY_MS : DAY_MS;
    let day = this.today;
    for (let left = Math.abs(workingDays); left > 0;) {
      day += step;
      if (!isWeekend(day)) left -= 1;
    }
    return new Date(day).toISOString().slice(0, 10);
  }
}

function isWeekend(day: number): boolean {
  const weekDay = new Date(day).getUTCDay();
  return weekDay === 0 || weekDay === 6;
}
