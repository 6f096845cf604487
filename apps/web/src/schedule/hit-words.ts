import type { HitGate, HitMoney } from '@meridian/contracts-projects';
import { daysBetween, formatDay } from '../dates/format-day.js';
import { formatMoneyRounded } from '../money/format-money.js';

/** What nobody told is not known, which is another thing than nothing. */
export const notKnown = 'not known';

/** The gates that a slip holds up, in a sentence each; what was not told is not known. */
export function gateSentences(gates: readonly HitGate[] | undefined): readonly string[] {
  if (gates === undefined) return [notKnown];
  return gates.length === 0 ? ['none'] : gates.map(gateSentence);
}

function gateSentence({
  name,
  dueOn,
  readyBefore,
  readyOn,
  isLate,
  wasLate,
  milestoneName,
}: HitGate): string {
  const ready = `${name} is ready ${formatDay(readyOn)} in place of ${formatDay(readyBefore)} (“${milestoneName}”)`;
  if (dueOn === undefined) return `${ready}; it has no day yet`;
  if (!isLate) return `${ready}; its day, ${formatDay(dueOn)}, holds`;
  const days = daysBetween(dueOn, readyOn);
  const late = `${days === 1 ? 'a day' : `${days} days`} after its day, ${formatDay(dueOn)}`;
  return `${ready}; ${late}${wasLate ? ', which is late already' : ''}`;
}

/** The money that moves with the dates. */
export function moneySentence(money: HitMoney | undefined): string {
  if (money === undefined) return notKnown;
  const { currency, budgetMinor, openMinor, forecastMinor, statusDate } = money;
  const open = openMinor === undefined ? notKnown : formatMoneyRounded(openMinor, currency);
  const whole =
    forecastMinor === undefined
      ? `a budget of ${formatMoneyRounded(budgetMinor, currency)}`
      : `a forecast of ${formatMoneyRounded(forecastMinor, currency)}`;
  return `still to spend: ${open}, of ${whole} (${formatDay(statusDate)})`;
}
