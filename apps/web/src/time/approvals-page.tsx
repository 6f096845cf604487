import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDay, isoWeek } from '../dates/format-day.js';
import { formatCount } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useTitle } from '../parts/use-title.js';
import { hoursText } from './hours.js';
import { SheetToDecide } from './sheet-to-decide.js';
import { missingSheetsQuery, waitingSheetsQuery } from './time-queries.js';
import styles from './time.module.css';

/** Sheets that wait for the reader, and those that did not come. */
export function ApprovalsPage() {
  useTitle('Time of others');
  return (
    <>
      <h1 className={styles.title}>Time of others</h1>
      <div className={styles.page}>
        <Waiting />
        <Missing />
      </div>
    </>
  );
}

function Waiting() {
  const { data, error, refetch } = useQuery(waitingSheetsQuery);
  return (
    <Panel title="To approve" note={data && `${formatCount(data.total)} wait, the longest first`}>
      {error ? (
        <ProblemNotice cause={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={160} aria-label="Sheets are being loaded" />
      ) : data.timesheets.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          Sheets of your people stand here as soon as they are handed in.
        </EmptyState>
      ) : (
        <ul className={styles.sheets}>
          {data.timesheets.map((sheet) => (
            <SheetToDecide key={sheet.sheetId} sheet={sheet} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Missing() {
  const { data, error, refetch } = useQuery(missingSheetsQuery);
  if (error)
    return (
      <Panel title="Missing">
        <ProblemNotice cause={error} onRetry={() => void refetch()} />
      </Panel>
    );
  if (!data) return null;
  return (
    <Panel
      title={`Missing, week ${isoWeek(data.weekStart)}`}
      note={`${formatCount(data.missing.length)} sheets, due on ${formatDay(data.dueOn)}`}
    >
      {data.missing.length === 0 ? (
        <EmptyState title="All sheets came">Nobody owes a sheet of that week.</EmptyState>
      ) : (
        <ul className={styles.missing}>
          {data.missing.map(({ personId, personName, orgUnit, capacityMinutes, isBegun, isChased }) => (
            <li key={personId}>
              <strong>{personName}</strong> <span className="quiet">{orgUnit}</span>
              <span className="quiet">
                {hoursText(capacityMinutes)} h to report
                {isBegun && ', begun'}
                {isChased && ', reminded'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
