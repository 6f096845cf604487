import { useElementSize } from '@mantine/hooks';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { dayToMs, formatDay } from '../dates/format-day.js';
import { CurveAxes } from './curve-axes.js';
import { CurveLabels } from './curve-labels.js';
import { CurveLegend } from './curve-legend.js';
import type { CostCurve, DrawnPoint } from './curve-points.js';
import { formatMoneyShort } from './format-money.js';
import styles from './money.module.css';

interface CostCurveChartProps {
  readonly curve: CostCurve;
  readonly currency: string;
  readonly today: string;
}

/** Below this width the labels beside the lines become a legend under them. */
const narrow = 460;

/** Planned value, earned value and actual cost over time, with the forecast: the S-curve of earned value. */
export function CostCurveChart({ curve, currency, today }: CostCurveChartProps) {
  const { ref, width, height } = useElementSize();
  return (
    <>
      <div ref={ref} className={styles.chart}>
        {width > 0 && (
          <Drawing curve={curve} currency={currency} today={today} width={width} height={height} />
        )}
      </div>
      {width > 0 && width < narrow && <CurveLegend curve={curve} currency={currency} />}
    </>
  );
}

interface DrawingProps extends CostCurveChartProps {
  readonly width: number;
  readonly height: number;
}

function Drawing({ curve, currency, today, width, height }: DrawingProps) {
  const right = width < narrow ? 14 : 112;
  const plot = { left: 46, right: width - right, top: 22, bottom: height - 26 };
  const all = [...curve.planned, ...curve.earned, ...curve.actual];
  const times = all.map((point) => point.at);
  const x = scaleUtc<number>({
    domain: [Math.min(...times), Math.max(...times)],
    range: [plot.left, plot.right],
  });
  const y = scaleLinear<number>({
    domain: [0, curve.largestMinor],
    range: [plot.bottom, plot.top],
    nice: true,
  });
  const todayX = Math.min(Math.max(x(dayToMs(today)), plot.left), plot.right);
  const drawn = { x: (point: DrawnPoint) => x(point.at), y: (point: DrawnPoint) => y(point.minor) };
  const line = (name: string, points: readonly DrawnPoint[]) => (
    <LinePath data={[...points]} x={drawn.x} y={drawn.y} className={styles.line} data-line={name} />
  );
  return (
    <svg width={width} height={height} role="img" aria-label={sentenceOf(curve, currency, today)}>
      <rect
        className={styles.future}
        x={todayX}
        y={plot.top}
        width={Math.max(plot.right - todayX, 0)}
        height={plot.bottom - plot.top}
      />
      <CurveAxes x={x} y={y} plot={plot} currency={currency} />
      <line className={styles.today} x1={todayX} x2={todayX} y1={plot.top - 4} y2={plot.bottom} />
      <text className={styles.todayLabel} x={todayX} y={plot.top - 9} textAnchor="middle">
        Today
      </text>
      {line('planned', curve.planned)}
      {line('forecast', curve.forecast)}
      {line('actual', curve.actual)}
      {line('earned', curve.earned)}
      {width >= narrow && <CurveLabels curve={curve} currency={currency} plot={plot} x={x} y={y} />}
    </svg>
  );
}

/** What the picture says, for those who cannot see it. */
function sentenceOf(curve: CostCurve, currency: string, today: string): string {
  const amount = (point: DrawnPoint | undefined): string =>
    point ? formatMoneyShort(String(point.minor), currency) : 'not known';
  const forecast = curve.forecast.at(-1);
  return (
    `Earned value as of ${formatDay(today)}: earned ${amount(curve.earned.at(-1))}, ` +
    `actual cost ${amount(curve.actual.at(-1))}, budget ${amount(curve.planned.at(-1))}` +
    (forecast ? `, forecast at completion ${amount(forecast)}.` : '.')
  );
}
