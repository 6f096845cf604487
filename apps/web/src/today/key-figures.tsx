import type { PortfolioAnswer } from '../gateway/answers.js';
import { totalsIn } from '../money/currency-totals.js';
import { HealthFigure } from './health-figure.js';
import { GatesFigure, PeopleFigure } from './delivery-figures.js';
import { MissingFigure } from './key-figure.js';
import { CostFigure, ForecastFigure, ScheduleFigure } from './money-figures.js';
import styles from './today.module.css';

interface KeyFiguresProps {
  readonly answer: PortfolioAnswer;
  readonly currency: string | undefined;
  readonly wide: string | undefined;
}

/** The six figures of the morning. */
export function KeyFigures({ answer, currency, wide }: KeyFiguresProps) {
  const { health, money, decisions, capacity, missing } = answer;
  const totals = money ? totalsIn(money, currency) : undefined;
  const service = (part: string): string => missing.find((one) => one.part === part)?.service ?? part;
  return (
    <div className={styles.cards}>
      {health ? (
        <HealthFigure health={health} />
      ) : (
        <MissingFigure title="Portfolio health" service={service('health')} />
      )}
      {money ? (
        <ForecastFigure totals={totals} />
      ) : (
        <MissingFigure title="Forecast (EAC)" service={service('money')} />
      )}
      {money ? (
        <CostFigure totals={totals} />
      ) : (
        <MissingFigure title="Cost (CPI)" service={service('money')} />
      )}
      {money ? (
        <ScheduleFigure totals={totals} />
      ) : (
        <MissingFigure title="Schedule (SPI)" service={service('money')} />
      )}
      {decisions ? (
        <GatesFigure decisions={decisions} wide={wide} />
      ) : (
        <MissingFigure title="Gates in 30 days" service={service('decisions')} />
      )}
      {capacity ? (
        <PeopleFigure capacity={capacity} wide={wide} />
      ) : (
        <MissingFigure title="People over 110 %" service={service('capacity')} />
      )}
    </div>
  );
}
