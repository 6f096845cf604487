import type { BookingConflict } from '@meridian/contracts-resourcing';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatDayShort, isoWeek } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatPercent } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import { hoursText } from '../time/hours.js';
import { conflictPercent } from './booking-words.js';
import styles from './bookings.module.css';

interface ConflictTableProps {
  readonly conflicts: readonly BookingConflict[];
  readonly projectName: string;
}

/** The weeks that are too full: how much there is, what this takes, and who else wants the hours. */
export function ConflictTable({ conflicts, projectName }: ConflictTableProps) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Weeks that are too full">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col" className={parts.number}>
              There are
            </th>
            <th scope="col" className={parts.number}>
              This takes
            </th>
            <th scope="col">Others take</th>
            <th scope="col">Load</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => {
            const percent = conflictPercent(conflict);
            return (
              <tr key={conflict.weekStart}>
                <td>
                  {isoWeek(conflict.weekStart)}{' '}
                  <span className="quiet">from {formatDayShort(conflict.weekStart)}</span>
                </td>
                <td className={parts.number}>{hoursText(conflict.capacityMinutes) || '0'} h</td>
                <td className={parts.number}>{hoursText(conflict.workMinutes)} h</td>
                <td className={styles.others}>
                  <Others others={conflict.others} projectName={projectName} />
                </td>
                <td>
                  <HealthBadge state="off-track" word={percent === null ? 'away' : formatPercent(percent)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Others({
  others,
  projectName,
}: Pick<BookingConflict, 'others'> & Pick<ConflictTableProps, 'projectName'>) {
  if (others.length === 0) return <span className="quiet">nobody else: it alone is more than there is</span>;
  return others.map(({ projectId, projectName: name, workMinutes }, place) => (
    <Fragment key={projectId ?? place}>
      {place > 0 && ', '}
      {projectId === undefined ? (
        'a project you do not see'
      ) : name === projectName ? (
        'other tasks of this project'
      ) : (
        <Link to="/projects/$projectId" params={{ projectId }} hash="people">
          {name}
        </Link>
      )}{' '}
      <span className="figures">{hoursText(workMinutes)} h</span>
    </Fragment>
  ));
}
