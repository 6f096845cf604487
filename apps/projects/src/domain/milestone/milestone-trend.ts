/** What was said of a milestone at one of its versions. Days are `YYYY-MM-DD`. */
export interface MilestoneReading {
  readonly version: number;
  /** `plan`: a plan, its progress or its baseline said so. */
  readonly cause: string;
  readonly reportedOn: string;
  readonly baselineOn: string | null;
  readonly forecastOn: string;
}

export interface TrendPoint {
  readonly reportedOn: string;
  readonly forecastOn: string;
}

export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly firstBaselineOn: string | null;
  /** Later than promised at first, early negative; null without a baseline. */
  readonly slipSinceFirstDays: number | null;
  /** From the first point to the last. */
  readonly movedDays: number;
}

const DAY_MS = 86_400_000;

/**
 * Milestone trend analysis: what was expected on each reporting date. Of several reports for one date the last counts, and a
 * report for an earlier date takes its place there. On the last reporting date the milestone is expected as it was said
 * last, whatever the date it was said for; a milestone that is reached is expected no more after its last report.
 *
 * @param asOf the last reporting date
 */
export function milestoneTrend(
  readings: readonly MilestoneReading[],
  { asOf, isReached }: { readonly asOf: string; readonly isReached: boolean },
): Trend {
  const inOrder = readings.toSorted((a, b) => a.version - b.version);
  const firstBaselineOn = inOrder.find(({ baselineOn }) => baselineOn !== null)?.baselineOn ?? null;
  const points = pointsOf(
    inOrder.filter(({ cause }) => cause === 'plan'),
    isReached ? '' : asOf,
  );
  const [first, last] = [points[0], points.at(-1)];
  return {
    points,
    firstBaselineOn,
    slipSinceFirstDays: firstBaselineOn && last ? daysFrom(firstBaselineOn, last.forecastOn) : null,
    movedDays: first && last ? daysFrom(first.forecastOn, last.forecastOn) : 0,
  };
}

/** @param until the last point stands on this day at least */
function pointsOf(reports: readonly MilestoneReading[], until: string): TrendPoint[] {
  const now = reports.at(-1);
  if (!now) return [];
  const byDay = new Map(reports.map(({ reportedOn, forecastOn }) => [reportedOn, forecastOn]));
  const last = [...byDay.keys()].reduce((latest, day) => (day > latest ? day : latest), until);
  byDay.set(last, now.forecastOn);
  return [...byDay]
    .map(([reportedOn, forecastOn]) => ({ reportedOn, forecastOn }))
    .sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
