import { roundedQuotient } from '@meridian/money';

/** A total of fewer people tells too much of each. */
export const FEWEST_PEOPLE = 5;

/**
 * Whether costs of people may be shown together: of at least five people, none of whom makes up more than half (what is taken
 * back counts by its size). What may not be shown waits for more.
 *
 * Source: the threshold and dominance rules of statistical disclosure control (Hundepool et al., Statistical Disclosure
 * Control, Wiley 2012, chapter 4); the figures 5 and one half are the house's.
 *
 * @param costsMinor net of each person
 */
export function mayBeShownTogether(costsMinor: readonly bigint[]): boolean {
  const sizes = costsMinor.map(sizeOf).filter((size) => size > 0n);
  const largest = sizes.reduce((most, size) => (size > most ? size : most), 0n);
  return sizes.length >= FEWEST_PEOPLE && largest * 2n <= sum(sizes);
}

export interface RoundedTotal {
  readonly totalMinor: bigint;
  readonly stepMinor: bigint;
  /** The multiple of the step that is nearest to the total, ties away from zero. */
  readonly shownMinor: bigint;
}

/**
 * A total rounded to a step of 1, 2 or 5 times a power of ten that is no less than what one of the people costs on average: who
 * knows the cost of all but one still knows no more of that one than somebody who knows the average.
 *
 * @param costsMinor net of each person, at least one
 */
export function roundedTotal(costsMinor: readonly bigint[]): RoundedTotal {
  const totalMinor = sum(costsMinor);
  const people = BigInt(costsMinor.length);
  const stepMinor = stepFrom((sum(costsMinor.map(sizeOf)) + people - 1n) / people);
  return { totalMinor, stepMinor, shownMinor: roundedQuotient(totalMinor, stepMinor) * stepMinor };
}

/** The first of 1, 2, 5, 10, 20, 50, … that is no less. */
function stepFrom(least: bigint): bigint {
  for (let power = 1n; ; power *= 10n) {
    const step = [1n, 2n, 5n].map((one) => one * power).find((one) => one >= least);
    if (step !== undefined) return step;
  }
}

function sizeOf(amountMinor: bigint): bigint {
  return amountMinor < 0n ? -amountMinor : amountMinor;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}
