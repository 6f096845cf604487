import { useElementSize } from '@mantine/hooks';
import type { RiskBin, RiskSimulation } from '@meridian/contracts-projects';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { dayToMs, formatDay, formatDayShort } from '../dates/format-day.js';
import { formatPercent } from '../money/format-money.js';
import styles from './schedule.module.css';

const height = 220;
const plot = { left: 40, right: 40, top: 12, bottom: 34 };
const markedPercents = [10, 50, 80, 90];
const pixelsPerDate = 64;
const msPerDay = 86_400_000;

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
  const stretches = stretchesOf(bins);
  const x = scaleUtc<number>({
    domain: [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 1],
    range: [plot.left, width - plot.right],
  });
  const bottom = height - plot.bottom;
  const bars = scaleLinear<number>({
    domain: [0, Math.max(...bins.map(({ share }) => share))],
    range: [bottom, plot.top],
  });
  const curve = scaleLinear<number>({ domain: [0, 1], range: [bottom, plot.top] });
  const evening = (day: string): number =>
    Math.min(Math.max(x(dayToMs(day) + msPerDay), plot.left), width - plot.right);
  const step = Math.ceil((stretches.length * pixelsPerDate) / (width - plot.left - plot.right));
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
      {stretches.map(({ on, share, from, to }) => (
        <rect
          key={on}
          className={styles.bar}
          x={x(from) + 1}
          y={bars(share)}
          width={Math.max(1, x(to) - x(from) - 2)}
          height={Math.max(0, bottom - bars(share))}
        />
      ))}
      <LinePath
        data={[...bins]}
        x={({ on }) => evening(on)}
        y={({ cumulative }) => curve(cumulative)}
        className={styles.curve}
      />
      {finishes
        .filter(({ percent }) => markedPercents.includes(percent))
        .map(({ percent, on }) => (
          <g key={percent} className={styles.mark}>
            <circle cx={evening(on)} cy={curve(percent / 100)} r={3.5} />
            <text x={evening(on) + 7} y={curve(percent / 100)} dy="0.32em">
              P{percent}
            </text>
          </g>
        ))}
      <line
        className={styles.planned}
        x1={evening(plannedFinish)}
        x2={evening(plannedFinish)}
        y1={plot.top}
        y2={bottom}
      />
      <text className={styles.plannedWord} x={evening(plannedFinish)} y={height - 4} textAnchor="middle">
        planned
      </text>
      {bins.map(({ on }, index) =>
        index % step === 0 ? (
          <text key={on} className={styles.day} x={evening(on)} y={bottom + 15} textAnchor="middle">
            {formatDayShort(on)}
          </text>
        ) : null,
      )}
    </>
  );
}

/** Bins with the moments between which they lie; the first one is as long as the others. */
function stretchesOf(bins: readonly RiskBin[]) {
  const [one, other] = bins;
  const length = one && other ? dayToMs(other.on) - dayToMs(one.on) : msPerDay;
  return bins.map((bin, index) => {
    const to = dayToMs(bin.on) + msPerDay;
    const before = bins[index - 1];
    return { ...bin, from: before ? dayToMs(before.on) + msPerDay : to - length, to };
  });
}

function wordsOf({ runs, plannedFinish, plannedConfidence, finishes }: RiskSimulation): string {
  const marks = finishes.map(({ percent, on }) => `${percent} percent by ${formatDay(on)}`).join(', ');
  const planned = `${formatPercent(plannedConfidence * 100)} by the planned ${formatDay(plannedFinish)}`;
  return `Finishes of ${runs} runs: ${planned}; ${marks}`;
}
