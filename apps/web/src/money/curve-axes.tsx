import { formatMoneyTick } from './format-money.js';
import styles from './money.module.css';

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Scale<Tick> {
  (value: number): number;
  ticks(count: number): Tick[];
}

interface CurveAxesProps {
  readonly x: Scale<Date>;
  readonly y: Scale<number>;
  readonly plot: Plot;
  readonly currency: string;
}

const amountTicks = 5;
const pixelsPerDate = 34;

export function CurveAxes({ x, y, plot, currency }: CurveAxesProps) {
  const dates = x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / pixelsPerDate)));
  return (
    <g className={styles.axes}>
      {y.ticks(amountTicks).map((minor) => (
        <g key={minor}>
          <line x1={plot.left} x2={plot.right} y1={y(minor)} y2={y(minor)} />
          <text x={plot.left - 8} y={y(minor)} dy="0.32em" textAnchor="end">
            {formatMoneyTick(minor, currency)}
          </text>
        </g>
      ))}
      {dates.map((date) => (
        <text key={date.getTime()} x={x(date.getTime())} y={plot.bottom + 17} textAnchor="middle">
          {dateWords(date)}
        </text>
      ))}
    </g>
  );
}

const year = new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });

/** January carries the year, which would otherwise be nowhere. */
function dateWords(date: Date): string {
  return date.getUTCMonth() === 0 ? year.format(date) : month.format(date);
}
