import { Refusal } from '@meridian/refusal';
import type { Money } from './money.js';

/**
 * Shares an amount out in proportion to whole, non-negative weights; the parts always sum to the amount.
 *
 * Largest remainder: each part first gets its share rounded towards zero, then the units left over go, one each, to
 * the parts that lost most by rounding; of equals the earlier one comes first, so the result depends on nothing else.
 *
 * @throws Refusal `money/nothing-to-allocate-by` without a positive weight, or with a negative one
 */
export function allocate(amount: Money, weights: readonly bigint[]): readonly Money[] {
  return allocateMinor(amount.amountMinor, weights).map((amountMinor) => ({
    amountMinor,
    currency: amount.currency,
  }));
}

/** The same for a bare amount of minor units. @throws Refusal `money/nothing-to-allocate-by` */
export function allocateMinor(amountMinor: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = totalWeight(weights);
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  const parts = weights.map((weight) => (size * weight) / total);
  const left = size - parts.reduce((all, part) => all + part, 0n);
  const byLoss = weights
    .map((weight, index) => ({ index, lost: (size * weight) % total }))
    .sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1));
  for (const { index } of byLoss.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return amountMinor < 0n ? parts.map((part) => -part) : parts;
}

function totalWeight(weights: readonly bigint[]): bigint {
  const total = weights.reduce((all, weight) => all + weight, 0n);
  if (total > 0n && weights.every((weight) => weight >= 0n)) return total;
  throw new Refusal(
    'money/nothing-to-allocate-by',
    `An amount is shared out by weights of zero or more, at least one above zero; found ${describe(weights)}.`,
    { kind: 'unprocessable' },
  );
}

function describe(weights: readonly bigint[]): string {
  return weights.length === 0 ? 'none' : weights.slice(0, 8).join(', ') + (weights.length > 8 ? ', …' : '');
}
