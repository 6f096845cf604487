import type { MoneyFigures } from '@meridian/contracts-budgeting';
import { HealthBadge } from '../health/health-badge.js';
import {
  deviationPercent,
  formatDeviation,
  formatIndex,
  formatMoney,
  formatPercent,
} from '../money/format-money.js';
import { Figures } from '../parts/figures.js';
import type { NamedFigure } from '../parts/figures.js';

interface MoneyFactsProps {
  readonly money: MoneyFigures;
  readonly currency: string;
}

/** The figures of earned value, each with its formula. */
export function MoneyFacts({ money, currency }: MoneyFactsProps) {
  const isBreached = money.toleranceState === 'breached';
  return (
    <>
      <Figures figures={factsOf(money, currency)} />
      {money.toleranceState && money.tolerancePercent && (
        <p>
          <HealthBadge
            state={isBreached ? 'off-track' : 'on-track'}
            word={isBreached ? 'Over tolerance' : 'Within tolerance'}
          />{' '}
          <span className="quiet">
            The forecast may exceed the budget by{' '}
            {formatPercent(Number(money.tolerancePercent), undefined, 1)}.
          </span>
        </p>
      )}
    </>
  );
}

function factsOf(money: MoneyFigures, currency: string): NamedFigure[] {
  const amount = (minor: string | undefined): string =>
    minor === undefined ? '–' : formatMoney(minor, currency);
  const index = (value: string | undefined): string => (value === undefined ? '–' : formatIndex(value));
  const { budgetAtCompletionMinor: bac, eacMinor: eac } = money;
  const overrun = bac && eac ? deviationPercent(eac, bac) : undefined;
  return [
    { name: 'Budget (BAC)', value: amount(bac) },
    {
      name: 'Forecast (EAC)',
      value: amount(eac),
      from: overrun === undefined ? undefined : `${formatDeviation(overrun)} vs budget`,
    },
    { name: 'Actual cost (AC)', value: amount(money.actualMinor) },
    { name: 'Committed', value: amount(money.committedMinor) },
    { name: 'Available', value: amount(money.availableMinor) },
    { name: 'Contingency', value: amount(money.contingencyMinor) },
    { name: 'Earned value (EV)', value: amount(money.evMinor) },
    { name: 'Planned value (PV)', value: amount(money.pvMinor) },
    { name: 'Cost variance', value: amount(money.cvMinor), from: 'EV − AC' },
    { name: 'Schedule variance', value: amount(money.svMinor), from: 'EV − PV' },
    { name: 'CPI', value: index(money.cpi), from: 'EV / AC' },
    { name: 'SPI', value: index(money.spi), from: 'EV / PV' },
    { name: 'SPI(t)', value: index(money.spiT), from: 'earned schedule / actual time' },
    { name: 'TCPI', value: index(money.tcpi), from: '(BAC − EV) / (BAC − AC)' },
  ];
}
