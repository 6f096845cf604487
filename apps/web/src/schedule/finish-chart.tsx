import { useElementSize } from '@mantine/hooks';
import type { RiskSimulation } from '@meridian/contracts-projects';
import { scaleBand, scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { formatDay, formatDayShort } from '../dates/format-day.js';
import { formatPercent } from '../money/format-money.js';
import styles from './schedule.module.css';

const height = 220;
const plot = { left: 40, right: 40, top: 12, bottom: 34 };
const markedPercents = [10, 50, 80, 90];
const pixelsPerDay = 56;

interface FinishChartProps {
  readonly simulation: RiskSimulation;
}

/** The finishes of all runs as bars, and as the curve of those that are kept by a day. */
export function FinishChart({ simulation }: FinishChartProps) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={wordsOf(simulation)}>
          <Drawing simulation={simulation} width={width} />
        </svg>
      )}
    </div>
  );
}

function Drawing({ simulation, width }: FinishChartProps & { readonly width: number }) {
  const { bins, finishes, plannedFinish } = simulation;
  const x = scaleBand({
    domain: bins.map(({ on }) => on),
    range: [plot.left, width - plot.right],
    padding: 0.15,
  });
  const bottom = height - plot.bottom;
  const bars = scaleLinear<number>({
    domain: [0, Math.max(...bins.map(({ share }) => share))],
    range: [bottom, plot.top],
  });
  const curve = scaleLinear<number>({ domain: [0, 1], range: [bottom, plot.top] });
  const middle = (day: string): number => (x(binOf(day, simulation)) ?? plot.left) + x.bandwidth() / 2;
  const step = Math.ceil((bins.length * pixelsPerDay) / (width - plot.left - plot.right));
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share} className={styles.grid}>
          <line x1={plot.left} x2={width - plot.right} y1={curve(share)} y2={curve(share)} />
          <text x={plot.left - 6} y={curve(share)} dy="0.32em" textAnchor="end">
            {formatPercent(share * 100)}
          </text>
        </g>
      ))}
      {bins.map(({ on, share }) => (
        <rect
          key={on}
          className={styles.bar}
          x={x(on)}
          y={bars(share)}
          width={x.bandwidth()}
          height={Math.max(0, bottom - bars(share))}
        />
      ))}
      <LinePath
        data={[...bins]}
        x={({ on }) => middle(on)}
        y={({ cumulative }) => curve(cumulative)}
        className={styles.curve}
      />
      {finishes
        .filter(({ percent }) => markedPercents.includes(percent))
        .map(({ percent, on }) => (
          <g key={percent} className={styles.mark}>
            <circle cx={middle(on)} cy={curve(percent / 100)} r={3.5} />
            <text x={middle(on) + 7} y={curve(percent / 100)} dy="0.32em">
              P{percent}
            </text>
          </g>
        ))}
      <line
        className={styles.planned}
        x1={middle(plannedFinish)}
        x2={middle(plannedFinish)}
        y1={plot.top}
        y2={bottom}
      />
      <text className={styles.plannedWord} x={middle(plannedFinish)} y={height - 4} textAnchor="middle">
        planned
      </text>
      {bins.map(({ on }, index) =>
        index % step === 0 ? (
          <text key={on} className={styles.day} x={middle(on)} y={bottom + 15} textAnchor="middle">
            {formatDayShort(on)}
          </text>
        ) : null,
      )}
    </>
  );
}

/** The stretch that a day lies in; the first or last one for days beyond. */
function binOf(day: string, { bins }: RiskSimulation): string {
  return (bins.find(({ on }) => on >= day) ?? bins.at(-1))?.on ?? '';
}

function wordsOf({ runs, plannedFinish, plannedConfidence, finishes }: RiskSimulation): string {
  const marks = finishes.map(({ percent, on }) => `${percent} percent by ${formatDay(on)}`).join(', ');
  const planned = `${formatPercent(plannedConfidence * 100)} by the planned ${formatDay(plannedFinish)}`;
  return `Finishes of ${runs} runs: ${planned}; ${marks}`;
}
