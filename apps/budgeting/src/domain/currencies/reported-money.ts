import type { Money } from '@meridian/money';
import { convertParts } from './convert-parts.js';
import { rateBetween } from './rate-set.js';
import type { RateSet } from './rate-set.js';

export const AMOUNTS = ['bacMinor', 'pvMinor', 'evMinor', 'acMinor', 'committedMinor', 'eacMinor'] as const;

export type Amounts = Readonly<Record<(typeof AMOUNTS)[number], bigint>>;

/** Money of projects that keep their books in the same, functional currency. */
export interface FunctionalSum {
  readonly currency: string;
  readonly amounts: Amounts;
}

export interface ReportedPart extends FunctionalSum {
  /** Dearer (positive) or cheaper with these rates than with the compared ones. */
  readonly actualDifferenceMinor: bigint;
  readonly toCompleteDifferenceMinor: bigint;
}

export interface ReportedTotals {
  readonly totals: Amounts;
  /** In the order given, in the reporting currency; `currency` is the functional one. They sum to the totals. */
  readonly parts: readonly ReportedPart[];
  readonly exchange: {
    readonly actual: GainAndLoss;
    readonly toComplete: GainAndLoss;
  };
}

/** Both zero or above; what all became dearer by is the loss less the gain. */
export interface GainAndLoss {
  readonly gainMinor: bigint;
  readonly lossMinor: bigint;
}

/** The currencies that one of the sets cannot convert to the reporting currency. */
export function unconverted(
  sums: readonly FunctionalSum[],
  to: string,
  sets: readonly RateSet[],
): readonly string[] {
  return sums
    .map(({ currency }) => currency)
    .filter((currency) => sets.some((set) => rateBetween(set, currency, to) === undefined));
}

/**
 * Money in one reporting currency. Each amount is converted for itself, so that every column sums; gains and losses are the
 * difference to the same money at the compared rates: of what was spent, and of what is still to come (EAC − AC).
 */
export function reportedMoney(
  sums: readonly FunctionalSum[],
  to: string,
  { rates, compared = rates }: { readonly rates: RateSet; readonly compared?: RateSet | undefined },
): ReportedTotals {
  const [now, then] = [inCurrency(sums, to, rates), inCurrency(sums, to, compared)];
  const parts = sums.map(({ currency }, index) => {
    const [amounts, before] = [now.parts[index] as Amounts, then.parts[index] as Amounts];
    return {
      currency,
      amounts,
      actualDifferenceMinor: amounts.acMinor - before.acMinor,
      toCompleteDifferenceMinor: toComplete(amounts) - toComplete(before),
    };
  });
  return {
    totals: now.totals,
    parts,
    exchange: {
      actual: gainAndLoss(parts.map((part) => part.actualDifferenceMinor)),
      toComplete: gainAndLoss(parts.map((part) => part.toCompleteDifferenceMinor)),
    },
  };
}

function inCurrency(sums: readonly FunctionalSum[], to: string, set: RateSet) {
  const columns = AMOUNTS.map((amount) => {
    const moneys = sums.map(({ currency, amounts }): Money => ({ amountMinor: amounts[amount], currency }));
    return { amount, ...convertParts(moneys, to, set) };
  });
  const row = (of: (column: (typeof columns)[number]) => bigint): Amounts =>
    Object.fromEntries(columns.map((column) => [column.amount, of(column)])) as Amounts;
  return {
    totals: row(({ totalMinor }) => totalMinor),
    parts: sums.map((_, index) => row(({ partsMinor }) => partsMinor[index] ?? 0n)),
  };
}

function toComplete({ eacMinor, acMinor }: Amounts): bigint {
  return eacMinor - acMinor;
}

function gainAndLoss(differences: readonly bigint[]): GainAndLoss {
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
  return {
    gainMinor: -sum(differences.filter((one) => one < 0n)),
    lossMinor: sum(differences.filter((one) => one > 0n)),
  };
}
