import { multiplyMinor, ratio } from '@meridian/money';

const MINUTES_PER_HOUR = 60n;

/** What minutes of work cost at an hourly rate, rounded once, half up; below zero for minutes below zero. */
export function labourCost(minutes: number, perHourMinor: bigint): bigint {
  return multiplyMinor(perHourMinor, ratio(BigInt(minutes), MINUTES_PER_HOUR));
}
