import { useElementSize } from '@mantine/hooks';
import type { MilestoneTrendLine } from '@meridian/contracts-projects';
import { scaleUtc } from '@visx/scale';
import { dayToMs, formatDay, formatDayShort } from '../dates/format-day.js';
import type { NumberedMilestone } from './milestone-table.js';
import styles from './milestones.module.css';
import { stepPath } from './step-path.js';

const height = 260;
const plot = { left: 62, right: 26, top: 12, bottom: 30 };
const pixelsPerDate = 84;
const pixelsPerForecast = 40;
const msPerDay = 86_400_000;

interface TrendChartProps {
  readonly lines: readonly NumberedMilestone[];
}

/** Milestone trend analysis: reporting dates across, forecasts upwards; a level line keeps its day, a rising one slips. */
export function TrendChart({ lines }: TrendChartProps) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={wordsOf(lines)}>
          <Drawing lines={lines} width={width} />
        </svg>
      )}
    </div>
  );
}

function Drawing({ lines, width }: TrendChartProps & { readonly width: number }) {
  const points = lines.flatMap(({ milestone }) => milestone.points);
  const x = scaleUtc<number>({
    domain: stretch(points.map(({ reportedOn }) => reportedOn)),
    range: [plot.left, width - plot.right],
  });
  const bottom = height - plot.bottom;
  const y = scaleUtc<number>({
    domain: stretch(points.map(({ forecastOn }) => forecastOn)),
    range: [bottom, plot.top],
  });
  const across = x.ticks(Math.max(2, Math.floor((width - plot.left - plot.right) / pixelsPerDate)));
  return (
    <>
      {y.ticks(Math.floor((bottom - plot.top) / pixelsPerForecast)).map((at) => (
        <g key={at.getTime()} className={styles.grid}>
          <line x1={plot.left} x2={width - plot.right} y1={y(at)} y2={y(at)} />
          <text x={plot.left - 6} y={y(at)} dy="0.32em" textAnchor="end">
            {formatDayShort(at.toISOString())}
          </text>
        </g>
      ))}
      {across.map((at) => (
        <text key={at.getTime()} className={styles.day} x={x(at)} y={bottom + 18} textAnchor="middle">
          {formatDayShort(at.toISOString())}
        </text>
      ))}
      {lines.map(({ milestone, number }) => {
        const drawn = milestone.points.map(({ reportedOn, forecastOn }) => ({
          x: x(dayToMs(reportedOn)),
          y: y(dayToMs(forecastOn)),
        }));
        const last = drawn.at(-1);
        return (
          <g key={milestone.milestoneId} className={styles.line} data-way={wayOf(milestone)}>
            <path d={stepPath(drawn)} />
            {drawn.map((point) => (
              <circle key={point.x} cx={point.x} cy={point.y} r={3} />
            ))}
            {last && (
              <text x={last.x + 7} y={last.y} dy="0.32em">
                {number}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function wayOf({ isDone, movedDays }: MilestoneTrendLine): string {
  if (isDone) return 'reached';
  return movedDays > 0 ? 'later' : 'kept';
}

/** From the first day to the last, a day more on each side so that single days are no points on the edge. */
function stretch(days: readonly string[]): [number, number] {
  const at = days.map(dayToMs);
  return [Math.min(...at) - msPerDay, Math.max(...at) + msPerDay];
}

function wordsOf(lines: readonly NumberedMilestone[]): string {
  const told = lines.map(({ milestone: { name, points, movedDays } }) => {
    const moved = movedDays === 0 ? 'kept its day' : `moved by ${movedDays} days`;
    return `${name} ${moved} over ${points.length} reports, now ${formatDay(points.at(-1)?.forecastOn ?? '')}`;
  });
  return `Milestone trend: ${told.join('; ')}`;
}
