import type { SprintDay, SprintLine } from '@meridian/contracts-projects';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { formatDay, formatDayShort } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import styles from './board.module.css';
import { ChartFrame, chartHeight, plot } from './chart-frame.js';
import { PointsAxis } from './points-axis.js';

interface BurnDownProps {
  readonly days: readonly SprintDay[];
  readonly sprint: SprintLine | undefined;
}

const pixelsPerDate = 64;

/** What is left each evening, beside the even pace. */
export function BurnDownPanel({ days, sprint }: BurnDownProps) {
  return (
    <Panel
      title="Burn-down"
      note={sprint?.state === 'running' ? `sprint ${sprint.number}, points` : undefined}
    >
      {days.length === 0 ? (
        <EmptyState title="No sprint runs">
          The points that are left show here from its first day on.
        </EmptyState>
      ) : (
        <ChartFrame words={wordsOf(days)}>{(width) => <Drawing days={days} width={width} />}</ChartFrame>
      )}
    </Panel>
  );
}

function Drawing({ days, width }: { readonly days: readonly SprintDay[]; readonly width: number }) {
  const bottom = chartHeight - plot.bottom;
  const most = Math.max(
    1,
    ...days.flatMap((day) => [day.idealPoints, day.remainingPoints ?? 0, day.scopePoints ?? 0]),
  );
  const x = scaleLinear<number>({
    domain: [0, Math.max(1, days.length - 1)],
    range: [plot.left, width - plot.right],
  });
  const y = scaleLinear<number>({ domain: [0, most], range: [bottom, plot.top], nice: true });
  const lived = days.flatMap(({ remainingPoints }, at) =>
    remainingPoints === undefined ? [] : [{ at, points: remainingPoints }],
  );
  const step = Math.max(1, Math.ceil((days.length * pixelsPerDate) / (width - plot.left - plot.right)));
  return (
    <>
      <PointsAxis ticks={y.ticks(4)} y={y} width={width} />
      {days.map(
        ({ on }, at) =>
          at % step === 0 && (
            <text
              key={on}
              className={styles.day}
              x={x(at)}
              y={bottom + 18}
              textAnchor={at === 0 ? 'start' : at === days.length - 1 ? 'end' : 'middle'}
            >
              {formatDayShort(on)}
            </text>
          ),
      )}
      <LinePath
        data={days.map(({ idealPoints }, at) => ({ at, points: idealPoints }))}
        x={({ at }) => x(at)}
        y={({ points }) => y(points)}
        className={styles.ideal}
      />
      <LinePath data={lived} x={({ at }) => x(at)} y={({ points }) => y(points)} className={styles.left} />
      {lived.map(({ at, points }) => (
        <circle key={at} className={styles.dot} cx={x(at)} cy={y(points)} r={3} />
      ))}
    </>
  );
}

function wordsOf(days: readonly SprintDay[]): string {
  const told = days.flatMap(({ on, remainingPoints, idealPoints }) =>
    remainingPoints === undefined
      ? []
      : [`${formatDay(on)} ${remainingPoints} left, ${idealPoints} at an even pace`],
  );
  return `Burn-down: ${told.join('; ')}`;
}
