import type { ScheduledTask } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatDay } from '../dates/format-day.js';
import { floatAcrossQuery } from '../gateway/between-queries.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import styles from './gantt.module.css';

const minutesPerHour = 60;

interface TaskDetailProps {
  readonly projectId: string;
  readonly task: ScheduledTask | undefined;
}

/** Why the chosen task stands where it stands. */
export function TaskDetail({ projectId, task }: TaskDetailProps) {
  return (
    <p className={styles.detail} role="status">
      {task ? (
        <>
          <strong>
            {task.wbs} {task.name}
          </strong>
          : {formatDay(task.start)} to {formatDay(task.finish)}, {formatPercent(task.percentComplete)}{' '}
          complete, {task.isCritical ? 'critical' : `${hours(task.totalFloatMinutes)} of float`}.{' '}
          <FloatAcross projectId={projectId} taskId={task.taskId} /> Why it finishes then:
        </>
      ) : (
        'Choose a task to see why it stands where it stands.'
      )}
    </p>
  );
}

/** What other projects leave of the float, where it is less than the plan alone says. */
function FloatAcross({ projectId, taskId }: { readonly projectId: string; readonly taskId: string }) {
  const across = useQuery(floatAcrossQuery(projectId));
  const line = across.data?.tasks.find((one) => one.taskId === taskId);
  return line === undefined ? null : <em>Between projects: {withReadableDays(line.sentence)}</em>;
}

function hours(minutes: number): string {
  return `${formatCount(Math.round(minutes / minutesPerHour))} working hours`;
}
