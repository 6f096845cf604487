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
/** Below this distance two month names run into each other. */
const pixelsPerDate = 36;
const monthSteps = [1, 2, 3, 6];

export function CurveAxes({ x, y, plot, currency }: CurveAxesProps) {
  const dates = readable(x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / pixelsPerDate))), x);
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

/** Every month, or every second, third, sixth one, so that the names stay apart; January is among them always. */
function readable(dates: readonly Date[], x: (at: number) => number): readonly Date[] {
  const [one, other] = dates;
  if (!one || !other) return dates;
  const distance = x(other.getTime()) - x(one.getTime());
  const step = monthSteps.find((months) => months * distance >= pixelsPerDate) ?? 12;
  return dates.filter((date) => date.getUTCMonth() % step === 0);
}

const year = new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });

/** January carries the year, which would otherwise be nowhere. */
function dateWords(date: Date): string {
  return date.getUTCMonth() === 0 ? year.format(date) : month.format(date);
}
