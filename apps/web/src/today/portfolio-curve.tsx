import { SegmentedControl } from '@mantine/core';
import type { PortfolioMoneyFigures } from '@meridian/contracts-budgeting';
import type { MissingPart } from '../gateway/answers.js';
import { totalsIn } from '../money/currency-totals.js';
import { EarnedValuePanel } from '../money/earned-value-panel.js';
import { MissingNotice } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';

interface PortfolioCurveProps {
  readonly money: PortfolioMoneyFigures | null;
  readonly missing: readonly MissingPart[];
  readonly currency: string | undefined;
  readonly onCurrency: (currency: string) => void;
}

const title = 'Earned value – portfolio';

/** The S-curve of all projects in one currency; amounts in different currencies are never added up. */
export function PortfolioCurve({ money, missing, currency, onCurrency }: PortfolioCurveProps) {
  if (!money)
    return (
      <Panel title={title}>
        <MissingNotice part="money" gap={missing.find((one) => one.part === 'money')} />
      </Panel>
    );
  const totals = totalsIn(money, currency);
  const currencies = money.totals.map((one) => one.currency);
  return (
    <EarnedValuePanel
      title={title}
      points={totals?.curve ?? []}
      currency={totals?.currency ?? 'EUR'}
      eacMinor={totals?.eacMinor}
      side={
        currencies.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label="Currency"
            value={totals?.currency}
            onChange={onCurrency}
            data={currencies}
          />
        )
      }
    />
  );
}
