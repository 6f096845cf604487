import type { LabourCostFigures } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { formatCount, formatMoney } from '../money/format-money.js';

/** What approved time cost, as exactly as the reader may know it. */
export function labourCostSentence(figures: LabourCostFigures): string {
  const { isMasked, currency, amountMinor, roundedToMinor, people, minutes, through } = figures;
  if (currency === undefined || amountMinor === undefined)
    return isMasked
      ? 'Too few people worked on it for a sum that says nothing of any one of them; it shows as soon as five have.'
      : 'No time of it is approved and priced yet.';
  const hours = formatCount(Math.round(minutes / 60));
  const behind = `${people === 1 ? '1 person' : `${formatCount(people)} people`}, ${hours} hours`;
  const until = through === undefined ? '' : `, up to ${formatDay(through)}`;
  const rounded =
    roundedToMinor === undefined
      ? ''
      : ` Rounded to ${formatMoney(roundedToMinor, currency)}, so that no rate can be read off it.`;
  return `Approved time cost ${formatMoney(amountMinor, currency)} (${behind}${until}).${rounded}`;
}
