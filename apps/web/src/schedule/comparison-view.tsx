import type { BaselineComparison, ChangedTask } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { comparisonQuery } from '../gateway/queries.js';
import { formatCount, formatMoney } from '../money/format-money.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import styles from './schedule.module.css';

interface ComparisonViewProps {
  readonly projectId: string;
  readonly from: string;
  /** Empty for the plan of now. */
  readonly to: string;
}

const minutesPerHour = 60;

/** What is other: sums first, then task by task and link by link. */
export function ComparisonView({ projectId, from, to }: ComparisonViewProps) {
  const comparison = useQuery(comparisonQuery(projectId, from, to));
  if (comparison.error)
    return <ProblemNotice cause={comparison.error} onRetry={() => void comparison.refetch()} />;
  if (!comparison.data) return <p className="quiet">Comparing…</p>;
  const { data } = comparison;
  return (
    <>
      <p className={styles.sums}>{sumWords(data)}</p>
      {data.tasks.length > 0 && <Tasks comparison={data} />}
      {data.links.length > 0 && (
        <ul className={styles.clashes}>
          {data.links.map((link) => (
            <li key={`${link.fromTaskId} ${link.toTaskId} ${link.kind} ${link.change}`}>
              Link {link.change}: {link.fromName} → {link.toName} <span className="quiet">{link.kind}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Tasks({ comparison: { tasks, currency } }: { readonly comparison: BaselineComparison }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.runs}>
        <thead>
          <tr>
            {['Task', 'Change', 'Finish before', 'Finish', 'Moves', 'Work', 'Cost'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.taskId}>
              <td>
                <span className="quiet">{task.wbs}</span> {task.name}
              </td>
              <td>{task.change}</td>
              <td>{task.finishBefore ? formatDay(task.finishBefore) : '–'}</td>
              <td>{task.finish ? formatDay(task.finish) : '–'}</td>
              <td>{moveWords(task)}</td>
              <td>{formatCount(Math.round(task.workMinutesMore / minutesPerHour))} h</td>
              <td>{formatMoney(task.budgetMinorMore, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function moveWords({ change, finishDays }: ChangedTask): string {
  if (change !== 'changed') return '–';
  return finishDays === 0 ? 'same finish' : formatSlip(finishDays);
}

function sumWords({ from, to, ...rest }: BaselineComparison): string {
  const { finishDays, addedTasks, removedTasks, movedTasks, currency } = rest;
  const budget = (BigInt(to.budgetMinor) - BigInt(from.budgetMinor)).toString();
  const finish =
    finishDays === 0
      ? `Finish ${formatDay(to.finish)} in both`
      : `Finish ${formatDay(to.finish)} in place of ${formatDay(from.finish)} (${formatSlip(finishDays)})`;
  const work = formatCount(Math.round((to.workMinutes - from.workMinutes) / minutesPerHour));
  return [
    finish,
    `${movedTasks} tasks moved, ${addedTasks} added, ${removedTasks} removed`,
    `links: ${rest.addedLinks} added, ${rest.removedLinks} removed, ${rest.changedLinks} changed`,
    `work ${work} h, cost ${formatMoney(budget, currency)} more`,
  ].join('; ');
}
