import type { CurrencyTotals, PortfolioMoneyFigures } from '@meridian/contracts-budgeting';

/** The totals in the currency asked for, or else in the one most projects are kept in. */
export function totalsIn(money: PortfolioMoneyFigures, currency?: string): CurrencyTotals | undefined {
  const asked = money.totals.find((totals) => totals.currency === currency);
  return asked ?? [...money.totals].sort((one, other) => other.projects - one.projects)[0];
}
