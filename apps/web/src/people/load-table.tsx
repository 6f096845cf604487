import type { LoadWeek, PersonLoad } from '@meridian/contracts-resourcing';
import { formatDay, isoWeek } from '../dates/format-day.js';
import { formatCount } from '../money/format-money.js';
import { loadLevel } from './load-level.js';
import styles from './people.module.css';

interface LoadTableProps {
  readonly people: readonly PersonLoad[];
  /** How many weeks are shown at most. */
  readonly weeks: number;
}

/** People against weeks; the number says how much, the shade only repeats it. */
export function LoadTable({ people, weeks }: LoadTableProps) {
  const starts = (people[0]?.weeks ?? []).slice(0, weeks).map((week) => week.weekStart);
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="Load by week in percent">
      <table className={styles.load}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {starts.map((start) => (
              <th key={start} scope="col" title={`Week of ${formatDay(start)}`}>
                <span className="sr-only">Week </span>
                {isoWeek(start)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.personId}>
              <th scope="row">
                {person.name}
                <span className="quiet">{person.role}</span>
              </th>
              {starts.map((start) => (
                <LoadCell key={start} week={person.weeks.find((week) => week.weekStart === start)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LoadCell({ week }: { readonly week: LoadWeek | undefined }) {
  if (!week) return <td />;
  if (week.capacityMinutes === 0)
    return (
      <td data-level="away" title="No hours available">
        {week.bookedMinutes > 0 ? '!' : ''}
        <span className="sr-only">away</span>
      </td>
    );
  const percent = Math.round((week.bookedMinutes / week.capacityMinutes) * 100);
  return <td data-level={loadLevel(percent)}>{formatCount(percent)}</td>;
}
