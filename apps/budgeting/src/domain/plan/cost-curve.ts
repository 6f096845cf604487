import { minorToWire } from '@meridian/money';

interface PlannedMonth {
  readonly month: string;
  /** Planned within the month. */
  readonly plannedMinor: bigint;
}

interface EarnedMonth {
  readonly month: string;
  /** Earned and spent within the month. */
  readonly evMinor: bigint;
  readonly acMinor: bigint;
}

export interface CostCurvePoint {
  /** `YYYY-MM` */
  readonly period: string;
  readonly pvMinor: bigint;
  /** Absent after the last month that something was reported for. */
  readonly earned?: { readonly evMinor: bigint; readonly acMinor: bigint };
}

/** Cumulative planned value, earned value and cost month by month, without gaps. Months may come in any order. */
export function costCurve(
  planned: readonly PlannedMonth[],
  earned: readonly EarnedMonth[],
): readonly CostCurvePoint[] {
  const plannedBy = new Map(planned.map((one) => [one.month, one.plannedMinor]));
  const earnedBy = new Map(earned.map((one) => [one.month, one]));
  const lastEarned = [...earnedBy.keys()].sort().at(-1) ?? '';
  let [pvMinor, evMinor, acMinor] = [0n, 0n, 0n];
  return monthsBetween([...plannedBy.keys(), ...earnedBy.keys()]).map((period) => {
    pvMinor += plannedBy.get(period) ?? 0n;
    evMinor += earnedBy.get(period)?.evMinor ?? 0n;
    acMinor += earnedBy.get(period)?.acMinor ?? 0n;
    return { period, pvMinor, ...(period <= lastEarned ? { earned: { evMinor, acMinor } } : {}) };
  });
}

/** A point of the curve as it travels. */
export function onWire({ period, pvMinor, earned }: CostCurvePoint) {
  return {
    period,
    pvMinor: minorToWire(pvMinor),
    ...(earned ? { evMinor: minorToWire(earned.evMinor), acMinor: minorToWire(earned.acMinor) } : {}),
  };
}

/** All months from the earliest to the latest of these. */
function monthsBetween(months: readonly string[]): readonly string[] {
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)];
  const between: string[] = [];
  for (let month = first; month !== undefined && month <= (last ?? ''); month = monthAfter(month)) {
    between.push(month);
  }
  return between;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}
