import styles from './board.module.css';
import { plot } from './chart-frame.js';

interface PointsAxisProps {
  readonly ticks: readonly number[];
  readonly y: (points: number) => number;
  readonly width: number;
}

/** Lines and numbers of points, from 0 upwards. */
export function PointsAxis({ ticks, y, width }: PointsAxisProps) {
  return ticks.map((points) => (
    <g key={points} className={styles.grid}>
      <line x1={plot.left} x2={width - plot.right} y1={y(points)} y2={y(points)} />
      <text x={plot.left - 6} y={y(points)} dy="0.32em" textAnchor="end">
        {points}
      </text>
    </g>
  ));
}
