import type { Plot } from './curve-axes.js';
import type { CostCurve, DrawnPoint } from './curve-points.js';
import { formatMoneyShort } from './format-money.js';
import styles from './money.module.css';
import { spreadLabels } from './spread-labels.js';

interface CurveLabelsProps {
  readonly curve: CostCurve;
  readonly currency: string;
  readonly plot: Plot;
  readonly x: (at: number) => number;
  readonly y: (minor: number) => number;
}

const lineHeight = 16;

/** Names beside the ends of the lines, so that nobody has to match colours with a legend. */
export function CurveLabels({ curve, currency, plot, x, y }: CurveLabelsProps) {
  const words = (name: string, point: DrawnPoint): string =>
    `${name} ${formatMoneyShort(String(point.minor), currency)}`;
  const [planned, forecast] = [curve.planned.at(-1), curve.forecast.at(-1)];
  const [earned, actual] = [curve.earned.at(-1), curve.actual.at(-1)];
  const ends = [
    ...(planned ? [{ line: 'planned', point: planned, name: 'Budget' }] : []),
    ...(forecast ? [{ line: 'forecast', point: forecast, name: 'EAC' }] : []),
  ];
  const heights = spreadLabels(
    ends.map(({ point }) => y(point.minor)),
    lineHeight,
    plot.bottom - 4,
  );
  const actualIsAbove = (actual?.minor ?? 0) >= (earned?.minor ?? 0);
  return (
    <g className={styles.labels}>
      {ends.map(({ line, point, name }, index) => (
        <text key={line} data-line={line} x={plot.right + 6} y={heights[index]} dy="0.32em">
          {words(name, point)}
        </text>
      ))}
      {actual && (
        <Measured line="actual" isAbove={actualIsAbove} text={words('Actual cost', actual)} {...at(actual)} />
      )}
      {earned && (
        <Measured line="earned" isAbove={!actualIsAbove} text={words('Earned', earned)} {...at(earned)} />
      )}
    </g>
  );

  function at(point: DrawnPoint): { x: number; y: number; plot: Plot } {
    return { x: x(point.at), y: y(point.minor), plot };
  }
}

interface MeasuredProps {
  readonly line: string;
  readonly text: string;
  readonly isAbove: boolean;
  readonly x: number;
  readonly y: number;
  readonly plot: Plot;
}

/** The upper line is named to its upper left, the lower one to its lower right, where no line runs. */
function Measured({ line, text, isAbove, x, y, plot }: MeasuredProps) {
  const widest = 112;
  const hasRoomLeft = x - widest > plot.left;
  const hasRoomRight = x + widest < plot.right + widest;
  const toLeft = isAbove ? hasRoomLeft : !hasRoomRight;
  return (
    <>
      <circle data-line={line} cx={x} cy={y} r={3.5} />
      <text
        data-line={line}
        x={toLeft ? x - 8 : x + 8}
        y={isAbove ? y - 8 : y + 15}
        textAnchor={toLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    </>
  );
}
