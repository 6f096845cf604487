import { dayToMs } from '../dates/format-day.js';
import styles from './gantt.module.css';
import { axisTicks, msPerDay } from './time-axis.js';
import type { Span } from './time-axis.js';

/** Where time lies on the sheet. */
export interface Axis {
  readonly span: Span;
  readonly pixelsPerDay: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

interface GanttAxisProps {
  readonly axis: Axis;
  readonly namesWidth: number;
  readonly timeWidth: number;
}

/** Pixels from the left edge of the time area. */
export function positionOf(axis: Axis, ms: number): number {
  return ((ms - axis.span.from) / msPerDay) * axis.pixelsPerDay;
}

export function GanttAxis({ axis, namesWidth, timeWidth }: GanttAxisProps) {
  const { upper, lower } = axisTicks(axis.span, axis.pixelsPerDay);
  const todayAt = dayToMs(axis.today);
  const hasToday = todayAt >= axis.span.from && todayAt <= axis.span.to;
  const left = (ms: number): number => namesWidth + positionOf(axis, ms);
  return (
    <>
      <div className={styles.head} role="row">
        <div className={styles.names} style={{ width: namesWidth }}>
          <span role="columnheader" className={styles.wbs}>
            WBS
          </span>
          <span role="columnheader">Task</span>
          <span role="columnheader" className={styles.day}>
            Start
          </span>
          <span role="columnheader" className={styles.day}>
            Finish
          </span>
          <span role="columnheader" className={styles.slip}>
            vs base
          </span>
        </div>
        <div className={styles.scale} style={{ width: timeWidth }} aria-hidden>
          {upper.map((tick) => (
            <span
              key={tick.at}
              className={styles.upper}
              style={{ left: Math.max(positionOf(axis, tick.at), 0) }}
            >
              {tick.label}
            </span>
          ))}
          {lower.map((tick) => (
            <span key={tick.at} className={styles.lower} style={{ left: positionOf(axis, tick.at) }}>
              {tick.label}
            </span>
          ))}
        </div>
      </div>
      {axis.pixelsPerDay >= 5 && (
        <div
          className={styles.weekends}
          aria-hidden
          style={{ left: namesWidth, width: timeWidth, backgroundSize: `${7 * axis.pixelsPerDay}px 100%` }}
        />
      )}
      {(upper.length > 0 ? upper : lower).map((tick) => (
        <div key={tick.at} className={styles.gridLine} aria-hidden style={{ left: left(tick.at) }} />
      ))}
      {hasToday && <div className={styles.today} aria-hidden style={{ left: left(todayAt) }} />}
    </>
  );
}
