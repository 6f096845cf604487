import type { ScheduledTask } from '@meridian/contracts-projects';
import { dayToMs } from '../dates/format-day.js';
import { positionOf } from './gantt-axis.js';
import type { Axis } from './gantt-axis.js';
import styles from './gantt.module.css';
import { momentToMs, msPerDay } from './time-axis.js';

interface TaskBarProps {
  readonly task: ScheduledTask;
  readonly axis: Axis;
  readonly namesWidth: number;
}

const leastWidth = 3;

/** Bar with progress, or a diamond; the baseline is a thin line under it; the name stands beside, never inside. */
export function TaskBar({ task, axis, namesWidth }: TaskBarProps) {
  const at = (ms: number): number => namesWidth + positionOf(axis, ms);
  const left = at(momentToMs(task.start));
  const width = Math.max(at(momentToMs(task.finish)) - left, leastWidth);
  const kind = task.isMilestone ? 'milestone' : task.isSummary ? 'summary' : 'task';
  return (
    <div className={styles.bars} aria-hidden data-kind={kind} data-critical={task.isCritical || undefined}>
      {task.isMilestone ? (
        <span className={styles.diamond} style={{ left: left - 6 }} />
      ) : (
        <span className={styles.bar} style={{ left, width }}>
          {!task.isSummary && <span className={styles.done} style={{ width: `${task.percentComplete}%` }} />}
        </span>
      )}
      <Baseline task={task} at={at} />
      <span className={styles.label} style={{ left: left + (task.isMilestone ? 11 : width + 6) }}>
        {task.name}
      </span>
    </div>
  );
}

function Baseline({ task, at }: { readonly task: ScheduledTask; readonly at: (ms: number) => number }) {
  if (!task.baselineFinish) return null;
  const finish = dayToMs(task.baselineFinish);
  if (task.isMilestone) return <span className={styles.baseMark} style={{ left: at(finish) - 4 }} />;
  const left = at(dayToMs(task.baselineStart ?? task.baselineFinish));
  // The baseline names its last day; the line runs to the end of that day.
  return (
    <span
      className={styles.baseline}
      style={{ left, width: Math.max(at(finish + msPerDay) - left, leastWidth) }}
    />
  );
}
