import { Refusal } from '@meridian/refusal';
import type { RateSet } from '../currencies/rate-set.js';
import type { LabourRate } from './labour-rate.js';
import { priceOf } from './time-cost.js';

/** Labour that was posted to a project. */
export interface PostedLabour {
  /** What it cost, exactly. */
  readonly labourMinor: bigint;
  readonly labourMinutes: number;
  /** The masked total: what may be shown of the cost itself. */
  readonly releasedMinor: bigint;
  /** By day, what is in no masked total yet. */
  readonly pending: readonly { readonly day: string; readonly minutes: number }[];
}

/** What becomes of it in the figures of the project. */
export interface LabourInFigures {
  readonly labourMinor: bigint;
  readonly labourMinutes: number;
  /** What the figures count as its cost: nothing that one person's rate could be read from. */
  readonly labourShownMinor: bigint;
  /** More than a tenth of the time is in no figure: nothing is said of cost performance then. */
  readonly isCostPartial: boolean;
}

/**
 * The cost of labour as figures may have it, which everybody who sees the project is told. It is made of the masked total and, for
 * the time that waits for four others, of hours and the rate of the house. Both are the same whatever one of few people
 * earns, and so is everything that is computed from them. Without a rate of the house that time is in no figure.
 */
export function labourInFigures(
  { labourMinor, labourMinutes, releasedMinor, pending }: PostedLabour,
  rates: readonly LabourRate[],
  books: { readonly currency: string; readonly sets: readonly RateSet[] },
): LabourInFigures {
  const ofHouse = rates.filter(isOfHouse);
  let [shownMinor, missing] = [releasedMinor, 0];
  for (const { day, minutes } of pending) {
    const amountMinor = atHouseRate(day, minutes, ofHouse, books);
    if (amountMinor === undefined) missing += Math.abs(minutes);
    else shownMinor += amountMinor;
  }
  const isCostPartial = missing * 10 > labourMinutes;
  return { labourMinor, labourMinutes, labourShownMinor: shownMinor, isCostPartial };
}

/** The rate of whoever has no other one: nobody's own. */
export function isOfHouse({ holder }: Pick<LabourRate, 'holder'>): boolean {
  return Object.values(holder).every((named) => named === undefined);
}

function atHouseRate(
  day: string,
  minutes: number,
  ofHouse: readonly LabourRate[],
  books: Parameters<typeof priceOf>[2],
): bigint | undefined {
  const time = { entryId: '', projectId: '', personId: '', day, minutes };
  try {
    return priceOf(time, ofHouse, books).amountMinor;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
