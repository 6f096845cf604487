import type { ScheduledTask } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import styles from './gantt.module.css';

const minutesPerHour = 60;

/** Why the chosen task stands where it stands. */
export function TaskDetail({ task }: { readonly task: ScheduledTask | undefined }) {
  return (
    <p className={styles.detail} role="status">
      {task ? (
        <>
          <strong>
            {task.wbs} {task.name}
          </strong>
          : {formatDay(task.start)} to {formatDay(task.finish)}, {formatPercent(task.percentComplete)}{' '}
          complete, {task.isCritical ? 'critical' : `${hours(task.totalFloatMinutes)} of float`}. Why it
          finishes then:
        </>
      ) : (
        'Choose a task to see why it stands where it stands.'
      )}
    </p>
  );
}

function hours(minutes: number): string {
  return `${formatCount(Math.round(minutes / minutesPerHour))} working hours`;
}
