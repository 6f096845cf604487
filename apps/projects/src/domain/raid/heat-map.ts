import type { Assessment } from './exposure.js';

/** What the impact of a risk is a share of; null where nobody knows it. */
export interface ProjectSize {
  readonly budgetMinor: bigint | null;
  readonly workingDays: number | null;
}

/** A cell of the matrix; bands count from 1, very low, to 5, very high. */
export interface Heat {
  readonly probabilityBand: number;
  readonly impactBand: number;
  readonly score: number;
  readonly zone: 'low' | 'moderate' | 'high';
}

/** Upper ends of the bands of probability in percent; the scale of the matrix takes the middle of each. */
const PROBABILITY_ENDS = [20, 40, 60, 80, 100];
const PROBABILITIES = [0.1, 0.3, 0.5, 0.7, 0.9];
/** Impacts double from band to band. */
const IMPACTS = [0.05, 0.1, 0.2, 0.4, 0.8];
/** Upper ends of the bands as shares of the whole, in percent; what is more is very high. */
const COST_ENDS = [5, 10, 20, 40];
const TIME_ENDS = [2, 5, 10, 20];
const HIGH_FROM = 0.18;
const MODERATE_FROM = 0.06;

/**
 * Where a risk stands in the matrix of probability and impact; an opportunity stands in the same cell of the mirrored side.
 * Scales and scores are those of the PMBOK Guide, fifth edition: impacts of 0.05 to 0.80 with their shares of cost (10, 20, 40
 * percent) and time (5, 10, 20 percent) from table 11-1, probabilities of 0.1 to 0.9 and their products from figure 11-10
 * (section 11.3.2.2). The guide leaves the rest to the organization, so it is the house's own: probabilities fall into bands of
 * equal width, an "insignificant" increase is one of up to 5 percent of cost or 2 percent of time, low ends at a score of 0.05 and
 * high begins at 0.18. The greater of the two impacts counts. The scales are the same for all projects, or no portfolio could be
 * read together.
 *
 * Null when neither budget nor duration is known, and when there is no impact.
 */
export function heatOf(
  { probabilityPercent, impactMinor, impactDays }: Assessment,
  size: ProjectSize,
): Heat | null {
  const impactBand = Math.max(
    bandOf(COST_ENDS, Number(impactMinor), Number(size.budgetMinor ?? 0n)),
    bandOf(TIME_ENDS, impactDays, size.workingDays ?? 0),
  );
  if (impactBand === 0) return null;
  const probabilityBand = 1 + PROBABILITY_ENDS.findIndex((end) => probabilityPercent <= end);
  const score = Math.round(PROBABILITIES[probabilityBand - 1]! * IMPACTS[impactBand - 1]! * 1000) / 1000;
  const zone = score >= HIGH_FROM ? 'high' : score >= MODERATE_FROM ? 'moderate' : 'low';
  return { probabilityBand, impactBand, score, zone };
}

/** 0 for no impact, and where the whole is not known. */
function bandOf(ends: readonly number[], impact: number, whole: number): number {
  if (impact <= 0 || whole <= 0) return 0;
  const at = ends.findIndex((end) => impact * 100 <= end * whole);
  return at === -1 ? ends.length + 1 : at + 1;
}

/** Days from Monday to Friday between two days (`YYYY-MM-DD`), both counted. */
export function weekdaysBetween(from: string, to: string): number {
  const [first, last] = [from, to].map((day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000));
  const days = last! - first! + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  // 1970-01-01 was a Thursday: Saturdays and Sundays are 2 and 3 days after one.
  for (let day = first! + weeks * 7; day <= last!; day++) if (![2, 3].includes(((day % 7) + 7) % 7)) count++;
  return Math.max(0, count);
}
