import { multiplyMinor, multiplyRatios, ratio } from '@meridian/money';
import type { Ratio } from '@meridian/money';

const MINUTES_PER_HOUR = 60n;

/**
 * What minutes of work cost at an hourly rate, rounded once, half away from zero; below zero for minutes below zero.
 *
 * @param exchange minor units of the project's currency for one of the rate's; 1 when left out
 */
export function labourCost(minutes: number, perHourMinor: bigint, exchange: Ratio = ratio(1n)): bigint {
  return multiplyMinor(perHourMinor, multiplyRatios(ratio(BigInt(minutes), MINUTES_PER_HOUR), exchange));
}
