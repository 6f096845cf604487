import { useElementSize } from '@mantine/hooks';
import type { ForecastFigure, ForecastRange } from '@meridian/contracts-budgeting';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { dayToMs, formatDayShort } from '../dates/format-day.js';
import { formatMoneyTick } from '../money/format-money.js';
import styles from './forecast.module.css';
import { methodWords, type ForecastMark } from './method-words.js';
import { offWords, placeWords, rangeSentence } from './range-sentence.js';

const row = 27;
const top = 24;
const bottom = 26;
const labels = { wide: 236, narrow: 0 };
const values = { wide: 172, narrow: 118 };
const narrowWidth = 640;
const pixelsPerTick = 110;
/** Of the range, left free at each side. */
const margin = 0.06;

interface ForecastChartProps {
  readonly range: ForecastRange;
  readonly of: ForecastFigure['of'];
  readonly marks: readonly ForecastMark[];
}

/** A line for each method on one scale: its figure, its interval where it gives one, and what was promised as a line through all. */
export function ForecastChart(props: ForecastChartProps) {
  const { ref, width } = useElementSize();
  const isNarrow = width < narrowWidth;
  const height = top + props.marks.length * rowHeight(isNarrow) + bottom;
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={rangeSentence(props.range, props.of)}>
          <Drawing {...props} width={width} height={height} isNarrow={isNarrow} />
        </svg>
      )}
    </div>
  );
}

function rowHeight(isNarrow: boolean): number {
  return isNarrow ? row + 16 : row;
}

interface DrawingProps extends ForecastChartProps {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
}

function Drawing({ range, of, marks, width, height, isNarrow }: DrawingProps) {
  const promised = promisedOf(range, of);
  const { ends, ticks, x } = scaleOf({ of, marks, promised, width, isNarrow });
  const currency = range.currency ?? 'EUR';
  const tickWord = (at: number): string =>
    of === 'cost' ? formatMoneyTick(at, currency) : formatDayShort(new Date(at).toISOString());
  const floor = height - bottom;
  return (
    <>
      {ticks.map((at) => (
        <g key={at} className={styles.grid}>
          <line x1={x(at)} x2={x(at)} y1={top - 6} y2={floor} />
          <text x={x(at)} y={floor + 16} textAnchor="middle">
            {tickWord(at)}
          </text>
        </g>
      ))}
      {promised !== undefined && (
        <g className={styles.promised}>
          <line x1={x(promised)} x2={x(promised)} y1={top - 8} y2={floor} />
          <text
            x={Math.min(Math.max(x(promised), ends.left + 24), ends.right - 24)}
            y={top - 12}
            textAnchor="middle"
          >
            {of === 'cost' ? 'budget' : 'planned'}
          </text>
        </g>
      )}
      {marks.map((mark, place) => {
        const height = rowHeight(isNarrow);
        const middle = top + place * height + height / 2 + (isNarrow ? 7 : 0);
        const { figure } = mark;
        return (
          <g key={figure.method} className={styles.method} data-chosen={figure.isDefault || undefined}>
            <text x={0} y={isNarrow ? middle - 16 : middle} dy="0.32em" className={styles.name}>
              {methodWords(figure.method)}
            </text>
            {mark.low !== undefined && mark.high !== undefined && (
              <line className={styles.interval} x1={x(mark.low)} x2={x(mark.high)} y1={middle} y2={middle} />
            )}
            {promised !== undefined && (
              <line className={styles.off} x1={x(promised)} x2={x(mark.at)} y1={middle} y2={middle} />
            )}
            <circle cx={x(mark.at)} cy={middle} r={figure.isDefault ? 6 : 4.5} />
            <text x={width} y={middle} dy="0.32em" textAnchor="end" className={styles.value}>
              {placeWords(figure, currency)}{' '}
              <tspan className={styles.offWord}>{offWords(figure, range)}</tspan>
            </text>
          </g>
        );
      })}
    </>
  );
}

function promisedOf(
  { budgetMinor, plannedFinish }: ForecastRange,
  of: ForecastFigure['of'],
): number | undefined {
  if (of === 'cost') return budgetMinor === undefined ? undefined : Number(budgetMinor);
  return plannedFinish === undefined ? undefined : dayToMs(plannedFinish);
}

interface Scaled extends Pick<ForecastChartProps, 'of' | 'marks'> {
  readonly promised: number | undefined;
  readonly width: number;
  readonly isNarrow: boolean;
}

function scaleOf({ of, marks, promised, width, isNarrow }: Scaled) {
  const size = isNarrow ? 'narrow' : 'wide';
  const ends = { left: labels[size] + 14, right: width - values[size] - 14 };
  const all = marks
    .flatMap(({ at, low, high }) => [at, low, high, promised])
    .filter((one) => one !== undefined);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const spare = Math.max((most - least) * margin, of === 'cost' ? Math.abs(most) * 0.01 : 3 * 86_400_000);
  const domain: [number, number] = [least - spare, most + spare];
  const wanted = Math.max(2, Math.floor((ends.right - ends.left) / pixelsPerTick));
  if (of === 'cost') {
    const scale = scaleLinear<number>({ domain, range: [ends.left, ends.right] });
    return { ends, ticks: scale.ticks(wanted), x: (at: number): number => scale(at) };
  }
  const scale = scaleUtc<number>({ domain, range: [ends.left, ends.right] });
  return { ends, ticks: scale.ticks(wanted).map((at) => at.getTime()), x: (at: number): number => scale(at) };
}
