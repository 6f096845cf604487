import type { TaskRisk } from '@meridian/contracts-projects';
import { formatPercent } from '../money/format-money.js';
import forms from '../parts/forms.module.css';
import styles from './schedule.module.css';

const shown = 12;

/** What shapes the finish most. */
export function TaskRisks({ tasks }: { readonly tasks: readonly TaskRisk[] }) {
  return (
    <table className={styles.runs}>
      <caption className={forms.subhead}>What shapes the finish most</caption>
      <thead>
        <tr>
          <th scope="col">Task</th>
          <th scope="col" title="Share of the runs in which the task is critical">
            Criticality
          </th>
          <th scope="col" title="Correlation of its duration with the finish of the project">
            Cruciality
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.slice(0, shown).map((task) => (
          <tr key={task.taskId}>
            <td>
              <span className="quiet">{task.wbs}</span> {task.name}
            </td>
            <td>{formatPercent(task.criticality * 100)}</td>
            <td>{twoPlaces(task.cruciality)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function twoPlaces(value: number): string {
  return new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    value,
  );
}
