import type { ScenarioFigures, ScenarioWorth } from '@meridian/contracts-budgeting';
import { formatCount, formatMoneyShort } from '../money/format-money.js';
import { valueWords } from './value-words.js';

/** What more of something scarce would add: `€250K more budget in 2027-Q1 adds €523K`. */
export function worthWords(
  { role, period, more, adds, proof }: ScenarioWorth,
  { currency, periods, valuedBy }: Pick<ScenarioFigures, 'currency' | 'periods' | 'valuedBy'>,
): string {
  const what =
    role === undefined
      ? `${formatMoneyShort(more, currency)} more budget`
      : `${formatCount(Number(more))} more hours of ${role}`;
  const where = `${what} in ${periods[period] ?? period}`;
  if (proof === 'none-found') return `${where}: not found out in time`;
  if (Number(adds) <= 0)
    return `${where} ${proof === 'optimal' ? 'adds nothing' : 'adds nothing that was found in time'}`;
  const worth = valuedBy ? valueWords(adds, { currency, valuedBy }) : formatMoneyShort(adds, currency);
  return `${where} adds ${worth}`;
}
