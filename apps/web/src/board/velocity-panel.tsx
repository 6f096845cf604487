import type { Velocity } from '@meridian/contracts-projects';
import { scaleLinear } from '@visx/scale';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import styles from './board.module.css';
import { ChartFrame, chartHeight, plot } from './chart-frame.js';
import { PointsAxis } from './points-axis.js';

/** What was committed to and what was done, sprint by sprint. */
export function VelocityPanel({ velocity }: { readonly velocity: Velocity }) {
  return (
    <Panel title="Velocity" note={noteOf(velocity)}>
      {velocity.sprints.length === 0 ? (
        <EmptyState title="No sprint was closed yet">
          The first one that is closed says how much the team does.
        </EmptyState>
      ) : (
        <ChartFrame words={wordsOf(velocity)}>
          {(width) => <Drawing velocity={velocity} width={width} />}
        </ChartFrame>
      )}
    </Panel>
  );
}

const widest = 26;

function Drawing({
  velocity: { sprints, meanPoints },
  width,
}: {
  readonly velocity: Velocity;
  readonly width: number;
}) {
  const bottom = chartHeight - plot.bottom;
  const most = Math.max(
    1,
    ...sprints.flatMap(({ committedPoints, donePoints }) => [committedPoints, donePoints]),
  );
  const y = scaleLinear<number>({ domain: [0, most], range: [bottom, plot.top], nice: true });
  const room = (width - plot.left - plot.right) / sprints.length;
  const bar = Math.min(widest, room / 3);
  return (
    <>
      <PointsAxis ticks={y.ticks(4)} y={y} width={width} />
      {sprints.map(({ sprintId, number, committedPoints, donePoints }, at) => {
        const middle = plot.left + room * (at + 0.5);
        return (
          <g key={sprintId}>
            <rect
              className={styles.committed}
              x={middle - bar}
              width={bar}
              y={y(committedPoints)}
              height={bottom - y(committedPoints)}
            />
            <rect
              className={styles.done}
              x={middle}
              width={bar}
              y={y(donePoints)}
              height={bottom - y(donePoints)}
            />
            <text className={styles.day} x={middle} y={bottom + 18} textAnchor="middle">
              {number}
            </text>
          </g>
        );
      })}
      {meanPoints !== undefined && (
        <line
          className={styles.mean}
          x1={plot.left}
          x2={width - plot.right}
          y1={y(meanPoints)}
          y2={y(meanPoints)}
        />
      )}
    </>
  );
}

function noteOf({ meanPoints, lowPoints, highPoints, sprintCount }: Velocity): string | undefined {
  if (meanPoints === undefined) return undefined;
  const over = sprintCount === 1 ? 'the last sprint' : `the last ${sprintCount} sprints`;
  return `mean ${meanPoints} points of ${over}, ${lowPoints} to ${highPoints}; grey committed, green done`;
}

function wordsOf({ sprints, meanPoints }: Velocity): string {
  const told = sprints.map(
    ({ number, committedPoints, donePoints }) =>
      `sprint ${number}: ${donePoints} of ${committedPoints} points`,
  );
  return `Velocity: ${told.join('; ')}${meanPoints === undefined ? '' : `; mean ${meanPoints}`}`;
}
