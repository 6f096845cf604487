import type { HitTask } from '@meridian/contracts-projects';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { formatCount } from '../money/format-money.js';
import forms from '../parts/forms.module.css';
import styles from './schedule.module.css';

interface HitTasksProps {
  readonly title: string;
  readonly hits: readonly HitTask[];
}

const minutesPerHour = 60;

/** Tasks that a slip would hit, with what it costs them. */
export function HitTasks({ title, hits }: HitTasksProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.runs}>
        <caption className={forms.subhead}>{title}</caption>
        <thead>
          <tr>
            {['Task', 'Finish', 'Moves', 'Float', ''].map((head) => (
              <th key={head} scope="col">
                {head || <span className="sr-only">Remark</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr key={hit.taskId}>
              <td>
                <span className="quiet">{hit.wbs}</span> {hit.name}
              </td>
              <td>{formatDay(hit.finish)}</td>
              <td>{hit.finishDays === 0 ? 'same finish' : formatSlip(hit.finishDays)}</td>
              <td>
                {hours(hit.floatMinutesBefore)} → {hours(hit.floatMinutes)} h
              </td>
              <td>{hit.becomesCritical && 'becomes critical'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function hours(minutes: number): string {
  return formatCount(Math.round(minutes / minutesPerHour));
}
