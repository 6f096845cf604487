import type { BaselineComparison, ChangedTask } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { comparisonQuery } from '../gateway/queries.js';
import { formatCount, formatMoney } from '../money/format-money.js';
import { Figures } from '../parts/figures.js';
import type { NamedFigure } from '../parts/figures.js';
import parts from '../parts/parts.module.css';
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
      <Figures key={`${from} ${to}`} figures={sumsOf(data)} />
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
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Tasks that are other">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            {['Task', 'Change'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {['Finish before', 'Finish', 'Moves', 'Work', 'Cost'].map((title) => (
              <th key={title} scope="col" className={parts.number}>
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
              <td className={parts.number}>{task.finishBefore ? formatDay(task.finishBefore) : '–'}</td>
              <td className={parts.number}>{task.finish ? formatDay(task.finish) : '–'}</td>
              <td className={parts.number}>{moveWords(task)}</td>
              <td className={parts.number}>{moreHours(task.workMinutesMore)}</td>
              <td className={parts.number}>{moreMoney(task.budgetMinorMore, currency)}</td>
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

function sumsOf({ from, to, ...rest }: BaselineComparison): readonly NamedFigure[] {
  const budget = (BigInt(to.budgetMinor) - BigInt(from.budgetMinor)).toString();
  const kept = (changes: readonly string[]): string =>
    changes.filter((part) => !part.startsWith('0 ')).join(', ');
  return [
    {
      name: 'Finish',
      value: rest.finishDays === 0 ? 'The same' : formatSlip(rest.finishDays),
      from:
        rest.finishDays === 0
          ? `${formatDay(to.finish)} in both`
          : `${formatDay(to.finish)} in place of ${formatDay(from.finish)}`,
    },
    {
      name: 'Tasks',
      value: formatCount(rest.movedTasks + rest.addedTasks + rest.removedTasks),
      from:
        kept([`${rest.movedTasks} moved`, `${rest.addedTasks} added`, `${rest.removedTasks} removed`]) ||
        'none is other',
    },
    {
      name: 'Links',
      value: formatCount(rest.addedLinks + rest.removedLinks + rest.changedLinks),
      from:
        kept([`${rest.addedLinks} added`, `${rest.removedLinks} removed`, `${rest.changedLinks} changed`]) ||
        'none is other',
    },
    { name: 'Work', value: orSame(moreHours(to.workMinutes - from.workMinutes)) },
    { name: 'Cost', value: orSame(moreMoney(budget, rest.currency)) },
  ];
}

const none = '–';

function orSame(words: string): string {
  return words === none ? 'The same' : words;
}

/** `+12 h`, `–` for no difference. */
function moreHours(minutes: number): string {
  const hours = Math.round(minutes / minutesPerHour);
  return hours === 0 ? none : `${hours > 0 ? '+' : ''}${formatCount(hours)} h`;
}

function moreMoney(minor: string, currency: string): string {
  if (minor === '0') return none;
  return `${minor.startsWith('-') ? '' : '+'}${formatMoney(minor, currency)}`;
}
