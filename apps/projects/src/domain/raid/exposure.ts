/** How likely something is and what it then does: 0 to 100 percent, minor units, working days. */
export interface Assessment {
  readonly probabilityPercent: number;
  readonly impactMinor: bigint;
  readonly impactDays: number;
}

/** An expected value. Days are counted in hundredths, so that they are exact. */
export interface Exposure {
  readonly minor: bigint;
  readonly centidays: number;
}

export const NO_EXPOSURE: Exposure = { minor: 0n, centidays: 0 };

/** Probability times impact (PMBOK: expected monetary value; ISO 31000: level of risk); money half up to the minor unit. */
export function exposureOf({ probabilityPercent, impactMinor, impactDays }: Assessment): Exposure {
  return {
    minor: (BigInt(probabilityPercent) * impactMinor + 50n) / 100n,
    centidays: probabilityPercent * impactDays,
  };
}

/**
 * What a unit of money spent on a response takes off the exposure: (before - after) / cost (risk reduction leverage, Boehm
 * 1991), to two places; null when the response costs nothing. Below 1 it costs more than it saves.
 */
export function reductionLeverage(before: Exposure, after: Exposure, costMinor: bigint): number | null {
  if (costMinor === 0n) return null;
  return Math.round((Number(before.minor - after.minor) / Number(costMinor)) * 100) / 100;
}
