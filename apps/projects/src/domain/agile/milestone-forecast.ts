import { drawUniforms, streamOf } from '@meridian/network';

export const FORECAST_RUNS = 10_000;

/**
 * Fewer weeks than this forecast nothing. The median of what a team does in a week lies between the least and the most of
 * any five weeks with a chance of 93.75 percent (rule of five: Hubbard, How to Measure Anything, 2014, chapter 3).
 */
export const LEAST_WEEKS = 5;

/** Runs that are not done within five years are not done. */
const HORIZON_WEEKS = 260;

/** Days from today by which so many percent of the runs are done; null when they are not within the horizon. */
export interface ForecastDays {
  readonly p50: number | null;
  readonly p80: number | null;
  readonly p90: number | null;
  /** Share of the runs that are done within so many days, a whole percent rounded down. */
  readonly inTimePercent: (days: number) => number;
}

export interface ForecastQuestion {
  /** What was finished in each of the weeks to draw from, items or points. */
  readonly history: readonly number[];
  /** How much is to be finished until each milestone is reached, those that come first included. */
  readonly targets: readonly number[];
  readonly seed: number;
  readonly runs?: number;
}

/**
 * When work will be finished at the pace of earlier weeks: each run draws for every week to come one of the weeks of the
 * history, until the work is done (bootstrap of throughput: Vacanti, When Will It Be Done?, 2018, chapter 6; Magennis,
 * Forecasting and Simulating Software Development Projects, 2011). All targets are reached in the same runs. Within a week
 * work is taken to be finished evenly.
 *
 * A run draws by the rank of a week among all, so that the same run with more idle weeks in the history never finishes more.
 */
export function forecastTargets({
  history,
  targets,
  seed,
  runs = FORECAST_RUNS,
}: ForecastQuestion): ForecastDays[] {
  const weeks = Float64Array.from(history).sort();
  const reached = targets.map((target) => new Float64Array(runs).fill(target > 0 ? Infinity : 0));
  const most = Math.max(0, ...targets);
  const finished = new Float64Array(runs);
  const uniforms = new Float64Array(runs + (runs % 2));
  const canFinish = (weeks.at(-1) ?? 0) > 0;
  for (let week = 0; canFinish && week < HORIZON_WEEKS; week++) {
    drawUniforms(uniforms, streamOf(`week ${week}`), { seed, firstRun: 0, count: uniforms.length });
    let open = 0;
    for (let run = 0; run < runs; run++) {
      const before = finished[run]!;
      if (before >= most) continue;
      const drawn = weeks[Math.floor(uniforms[run]! * weeks.length)]!;
      finished[run] = before + drawn;
      targets.forEach((target, at) => {
        if (before < target && before + drawn >= target)
          reached[at]![run] = 7 * week + Math.ceil((7 * (target - before)) / drawn);
      });
      if (before + drawn < most) open++;
    }
    if (open === 0) break;
  }
  return reached.map((days) => figuresOf(days.sort()));
}

/** @param days of all runs, ascending */
function figuresOf(days: Float64Array): ForecastDays {
  const at = (percent: number): number | null => {
    const found = days[Math.ceil((days.length * percent) / 100) - 1]!;
    return found === Infinity ? null : found;
  };
  const inTimePercent = (within: number): number => {
    const late = days.findIndex((day) => day > within);
    return Math.floor((100 * (late === -1 ? days.length : late)) / days.length);
  };
  return { p50: at(50), p80: at(80), p90: at(90), inTimePercent };
}
