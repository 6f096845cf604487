import type { ForecastFigure, ForecastRange } from '@meridian/contracts-budgeting';
import { daysBetween, formatDay, formatSlip } from '../dates/format-day.js';
import { deviationPercent, formatDeviation, formatMoneyRounded } from '../money/format-money.js';
import { methodWords } from './method-words.js';

/** What one method says. */
export function placeWords({ amountMinor, finish }: ForecastFigure, currency = 'EUR'): string {
  if (amountMinor !== undefined) return formatMoneyRounded(amountMinor, currency);
  return finish === undefined ? '' : formatDay(finish);
}

/** How far a forecast lies from what was promised: `+14%` of the budget, `+19 d` of the plan. */
export function offWords(
  { amountMinor, finish }: ForecastFigure,
  { budgetMinor, plannedFinish }: ForecastRange,
): string {
  if (amountMinor !== undefined) {
    const off = budgetMinor === undefined ? undefined : deviationPercent(amountMinor, budgetMinor);
    return off === undefined ? '' : formatDeviation(off);
  }
  return finish === undefined || plannedFinish === undefined
    ? ''
    : formatSlip(daysBetween(plannedFinish, finish));
}

/** The chosen forecast against what was promised, and the range of all methods, in words. */
export function rangeSentence(range: ForecastRange, of: ForecastFigure['of']): string {
  const { currency, lowestMinor, highestMinor, earliest, latest, budgetMinor, plannedFinish } = range;
  const chosen = range.figures.find((figure) => figure.of === of && figure.isDefault);
  const said = chosen && placeWords(chosen, currency);
  const off = chosen && offWords(chosen, range);
  const amount = (minor: string | undefined): string =>
    minor === undefined ? '–' : formatMoneyRounded(minor, currency ?? 'EUR');
  const ends =
    of === 'cost'
      ? `Methods say from ${amount(lowestMinor)} to ${amount(highestMinor)}; the budget is ${amount(budgetMinor)}.`
      : `Methods say from ${day(earliest)} to ${day(latest)}; ${day(plannedFinish)} was planned.`;
  if (!chosen || !said) return ends;
  const against = off === '' ? '' : ` (${off})`;
  return `${said}${against} is what pages and tolerances go by: ${methodWords(chosen.method).toLowerCase()}. ${ends}`;
}

function day(text: string | undefined): string {
  return text === undefined ? '–' : formatDay(text);
}
