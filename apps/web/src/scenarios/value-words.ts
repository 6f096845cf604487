import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { formatMoney, formatMoneyRounded } from '../money/format-money.js';

type Valued = Pick<ScenarioFigures, 'currency' | 'valuedBy'>;

/** What a selection is worth: money, or points where its values are scores. */
export function valueWords(value: string, { currency, valuedBy }: Valued): string {
  return valuedBy ? pointWords(Number(value)) : formatMoneyRounded(value, currency);
}

/** What one more unit of a limit would add about: of money one of the currency or, in points, a hundred thousand; of people an hour. */
export function priceWords(pricePerUnit: number, isBudget: boolean, { currency, valuedBy }: Valued): string {
  if (!valuedBy) {
    const adds = formatMoney(String(Math.round(pricePerUnit * (isBudget ? 100 : 1))), currency);
    return `one more ${isBudget ? currency : 'hour'} would add about ${adds}`;
  }
  return isBudget
    ? `${formatMoneyRounded('10000000', currency)} more would add about ${pointWords(pricePerUnit * 10_000_000)}`
    : `a hundred more hours would add about ${pointWords(pricePerUnit * 100)}`;
}

/** Two scenarios are worth more or less than each other only in one measure: money, or one version of one model. */
export function isSameMeasure({ valuedBy: one }: Valued, { valuedBy: other }: Valued): boolean {
  return one?.modelId === other?.modelId && one?.modelVersion === other?.modelVersion;
}

/** Scores are worth millionths. */
function pointWords(millionths: number): string {
  return `${(millionths / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 2 })} points`;
}
