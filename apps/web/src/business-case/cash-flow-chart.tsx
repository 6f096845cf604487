import { useElementSize } from '@mantine/hooks';
import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { scaleLinear } from '@visx/scale';
import { formatMoneyRounded, formatMoneyTick } from '../money/format-money.js';
import styles from './business-case.module.css';
import { cashPoints } from './cash-points.js';
import type { CashPoint } from './cash-points.js';

interface CashFlowChartProps {
  readonly version: BusinessCaseFigures;
  /** Its sum is drawn as well, to compare with. */
  readonly before: BusinessCaseFigures | undefined;
}

const height = 280;
const ticks = 5;

/** What comes in above the line, what goes out below it, and the running sum: where it crosses the line the money is back. */
export function CashFlowChart({ version, before }: CashFlowChartProps) {
  const { ref, width } = useElementSize();
  return (
    <>
      <div ref={ref} className={styles.chart}>
        {width > 0 && <Drawing version={version} before={before} width={width} />}
      </div>
      <ul className={styles.key}>
        <Key mark="in" word="comes in" />
        <Key mark="out" word="goes out" />
        <Key mark="sum" word={`sum, version ${version.version}`} />
        {before && <Key mark="before" word={`sum, version ${before.version}`} />}
      </ul>
    </>
  );
}

function Drawing({ version, before, width }: CashFlowChartProps & { readonly width: number }) {
  const points = cashPoints(version);
  const sums = before ? cashPoints(before).slice(0, points.length) : [];
  const plot = { left: 52, right: width - 8, top: 10, bottom: height - 24 };
  const all = points.flatMap(({ inMinor, outMinor, sumMinor }) => [inMinor, -outMinor, sumMinor]);
  const amounts = [...all, ...sums.map(({ sumMinor }) => sumMinor)].map(Number);
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...amounts), Math.max(0, ...amounts)],
    range: [plot.bottom, plot.top],
    nice: true,
  });
  const step = (plot.right - plot.left) / points.length;
  const middle = (place: number): number => plot.left + (place + 0.5) * step;
  const bar = Math.min(step * 0.6, 46);
  const line = (run: readonly CashPoint[]): string =>
    run.map(({ sumMinor }, place) => `${middle(place)},${y(Number(sumMinor))}`).join(' ');
  return (
    <svg width={width} height={height} role="img" aria-label={sentenceOf(version, points)}>
      {y.ticks(ticks).map((minor) => (
        <g key={minor} className={styles.axis} data-zero={minor === 0 || undefined}>
          <line x1={plot.left} x2={plot.right} y1={y(minor)} y2={y(minor)} />
          <text x={plot.left - 8} y={y(minor)} dy="0.32em" textAnchor="end">
            {formatMoneyTick(minor, version.currency)}
          </text>
        </g>
      ))}
      {points.map(({ period, inMinor, outMinor }, place) => (
        <g key={`${place} ${period}`}>
          <rect
            data-mark="in"
            x={middle(place) - bar / 2}
            width={bar}
            y={y(Number(inMinor))}
            height={y(0) - y(Number(inMinor))}
          />
          <rect
            data-mark="out"
            x={middle(place) - bar / 2}
            width={bar}
            y={y(0)}
            height={y(-Number(outMinor)) - y(0)}
          />
          <text className={styles.period} x={middle(place)} y={height - 6} textAnchor="middle">
            {period}
          </text>
        </g>
      ))}
      {sums.length > 0 && <polyline data-mark="before" points={line(sums)} />}
      <polyline data-mark="sum" points={line(points)} />
      {points.map(({ sumMinor }, place) => (
        <circle key={place} data-mark="sum" cx={middle(place)} cy={y(Number(sumMinor))} r={3.5} />
      ))}
    </svg>
  );
}

function Key({ mark, word }: { readonly mark: string; readonly word: string }) {
  const isLine = mark === 'sum' || mark === 'before';
  return (
    <li>
      <svg width={18} height={10} aria-hidden>
        {isLine ? (
          <polyline data-mark={mark} points="1,5 17,5" />
        ) : (
          <rect data-mark={mark} x={3} width={12} height={10} rx={2} />
        )}
      </svg>
      {word}
    </li>
  );
}

/** What the picture says, for those who cannot see it. */
function sentenceOf({ version, currency }: BusinessCaseFigures, points: readonly CashPoint[]): string {
  const last = points.at(-1);
  const lowest = points.reduce(
    (low, point) => (point.sumMinor < low.sumMinor ? point : low),
    points[0] as CashPoint,
  );
  const amount = (minor: bigint): string => formatMoneyRounded(minor.toString(), currency);
  return (
    `Cash flow of version ${version}: the sum is lowest at ${amount(lowest.sumMinor)} (${lowest.period}) ` +
    `and ends at ${amount(last?.sumMinor ?? 0n)} (${last?.period ?? ''}). The table has every period.`
  );
}
