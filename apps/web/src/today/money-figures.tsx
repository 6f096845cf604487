import type { CurrencyTotals, CurvePoint } from '@meridian/contracts-budgeting';
import { deviationPercent, formatDeviation, formatIndex, formatMoneyShort } from '../money/format-money.js';
import { KeyFigure } from './key-figure.js';

interface MoneyFigureProps {
  readonly totals: CurrencyTotals | undefined;
}

const noBudget = 'No budget is approved yet.';

/** Estimate at completion against the budget. */
export function ForecastFigure({ totals }: MoneyFigureProps) {
  if (!totals) return <KeyFigure title="Forecast (EAC)" value="–" detail={noBudget} />;
  const { currency, eacMinor, bacMinor, breached } = totals;
  const deviation = deviationPercent(eacMinor, bacMinor);
  const budget = formatMoneyShort(bacMinor, currency);

  return (
    <KeyFigure
      title="Forecast (EAC)"
      value={formatMoneyShort(eacMinor, currency)}
      badge={breached > 0 ? { state: 'at-risk', word: 'At risk' } : undefined}
      detail={[
        deviation === undefined ? `budget ${budget}` : `${formatDeviation(deviation)} vs ${budget} budget`,
        breached > 0 ? `${breached} over tolerance` : undefined,
      ]
        .filter(Boolean)
        .join(', ')}
    />
  );
}

/** CPI: value earned for each unit of money spent. */
export function CostFigure({ totals }: MoneyFigureProps) {
  if (totals?.cpi === undefined)
    return <KeyFigure title="Cost (CPI)" value="–" detail={totals ? noCostOf(totals) : noBudget} />;
  const { currency, evMinor, acMinor, cpi, curve, projects, withheldProjects = 0 } = totals;
  if (withheldProjects > 0)
    return (
      <KeyFigure
        title="Cost (CPI)"
        value={formatIndex(cpi)}
        badge={indexBadge(cpi)}
        detail={`Of ${projects - withheldProjects} of ${projects} projects; labour of the others is withheld.`}
      />
    );
  return (
    <KeyFigure
      title="Cost (CPI)"
      value={formatIndex(cpi)}
      badge={indexBadge(cpi)}
      trend={trendOf(curve, cpi, (point) => ratio(point.evMinor, point.acMinor))}
      detail={`EV ${formatMoneyShort(evMinor, currency)} / AC ${formatMoneyShort(acMinor, currency)}`}
    />
  );
}

function noCostOf({ withheldProjects = 0 }: CurrencyTotals): string {
  return withheldProjects > 0 ? 'Labour is withheld where few people work.' : 'No cost is posted yet.';
}

/** SPI: value earned for each unit of value planned by now. */
export function ScheduleFigure({ totals }: MoneyFigureProps) {
  if (totals?.spi === undefined)
    return (
      <KeyFigure title="Schedule (SPI)" value="–" detail={totals ? 'Nothing was planned yet.' : noBudget} />
    );
  const { currency, evMinor, pvMinor, spi, curve } = totals;
  return (
    <KeyFigure
      title="Schedule (SPI)"
      value={formatIndex(spi)}
      badge={indexBadge(spi)}
      trend={trendOf(curve, spi, (point) => ratio(point.evMinor, point.pvMinor))}
      detail={`EV ${formatMoneyShort(evMinor, currency)} / PV ${formatMoneyShort(pvMinor, currency)}`}
    />
  );
}

/**
 * By definition 1 is as planned; what is still tolerable is each project's own business. Judged is the figure people
 * see, two digits: 0.9997 reads 1.00 and is no risk.
 */
function indexBadge(index: string) {
  return Number(Number(index).toFixed(2)) < 1
    ? ({ state: 'at-risk', word: 'Below 1' } as const)
    : ({ state: 'on-track', word: 'On plan' } as const);
}

const months = 12;

/** By month, and the index of today at the end: the plan of the month that runs reaches to its last day. */
function trendOf(
  curve: readonly CurvePoint[],
  index: string,
  value: (point: CurvePoint) => number | undefined,
): number[] {
  const past = curve.map(value).filter((one): one is number => one !== undefined);
  return [...past.slice(-months, -1), Number(index)];
}

function ratio(minor: string | undefined, byMinor: string | undefined): number | undefined {
  return minor === undefined || !byMinor || Number(byMinor) === 0
    ? undefined
    : Number(minor) / Number(byMinor);
}
