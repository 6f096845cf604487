import { Refusal } from '@meridian/refusal';

/**
 * How a figure may turn out. Durations are minutes, costs minor units.
 *
 * - `pert`: beta distribution between low and high with mean (low + weight * likely + high) / (weight + 2), weight 4 unless
 *   said otherwise (Malcolm et al. 1959; Vose).
 * - `lognormal`: by its own mean and standard deviation, not those of the logarithm.
 */
export type Spread =
  | { readonly kind: 'triangular'; readonly low: number; readonly likely: number; readonly high: number }
  | {
      readonly kind: 'pert';
      readonly low: number;
      readonly likely: number;
      readonly high: number;
      readonly weight?: number;
    }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly deviation: number };

/** @throws Refusal `network/spread-invalid` when the figures are no such distribution. */
export function checkSpread(spread: Spread, of: string): void {
  const figures = Object.values(spread).filter((value) => typeof value === 'number');
  const isFinite = figures.every((value) => Number.isFinite(value) && value >= 0);
  if (isFinite && isOrdered(spread)) return;
  throw new Refusal(
    'network/spread-invalid',
    `The spread of ${of} is ${JSON.stringify(spread)}; allowed are figures from 0 with low <= likely <= high, a mean above 0 and a positive weight.`,
    { kind: 'unprocessable', details: { of, spread } },
  );
}

function isOrdered(spread: Spread): boolean {
  switch (spread.kind) {
    case 'uniform':
      return spread.low <= spread.high;
    case 'lognormal':
      return spread.mean > 0;
    case 'pert':
      return spread.low <= spread.likely && spread.likely <= spread.high && (spread.weight ?? 4) > 0;
    case 'triangular':
      return spread.low <= spread.likely && spread.likely <= spread.high;
  }
}

/** The mean of a spread. */
export function meanOf(spread: Spread): number {
  switch (spread.kind) {
    case 'uniform':
      return (spread.low + spread.high) / 2;
    case 'lognormal':
      return spread.mean;
    case 'pert': {
      const weight = spread.weight ?? 4;
      return (spread.low + weight * spread.likely + spread.high) / (weight + 2);
    }
    case 'triangular':
      return (spread.low + spread.likely + spread.high) / 3;
  }
}
