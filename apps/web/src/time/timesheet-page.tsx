import { Button, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { formatDay, isoWeek } from '../dates/format-day.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useTitle } from '../parts/use-title.js';
import { timesheetQuery } from './time-queries.js';
import styles from './time.module.css';
import { dayAfter } from './week-grid.js';
import { WeekForm } from './week-form.js';

const stateWords = { open: 'Open', submitted: 'Waits for approval', approved: 'Approved' } as const;

/** The own time of a week: written, handed in, and what became of it. */
export function TimesheetPage() {
  const { week } = useSearch({ from: '/timesheet' });
  const answer = useQuery(timesheetQuery(week));
  useTitle('My time');
  if (answer.isError) return <ProblemNotice cause={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton height={320} aria-label="Your sheet is being loaded" />;
  const sheet = answer.data;
  const { weekStart, dueOn, state, reason, decidedByName } = sheet;
  return (
    <>
      <h1 className={styles.title}>My time</h1>
      <Panel
        title={`Week ${isoWeek(weekStart)}, from ${formatDay(weekStart)}`}
        note={
          <>
            <span className={styles.state} data-state={state}>
              {stateWords[state]}
            </span>{' '}
            · due on {formatDay(dueOn)}
          </>
        }
        side={<WeekSwitch weekStart={weekStart} />}
      >
        {state === 'open' && decidedByName && reason && (
          <p className={styles.returned} role="status">
            {decidedByName} returned it: {reason}
          </p>
        )}
        <WeekForm key={`${weekStart} ${sheet.version}`} sheet={sheet} />
      </Panel>
      <p className={page.links}>
        <Link to="/person-time">What was held, planned and logged, week by week</Link>
      </p>
    </>
  );
}

function WeekSwitch({ weekStart }: { readonly weekStart: string }) {
  const navigate = useNavigate({ from: '/timesheet' });
  const go = (week: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, week }), resetScroll: false });
  return (
    <span className={styles.switch}>
      <Button
        size="xs"
        variant="default"
        aria-label="Week before"
        onClick={() => go(dayAfter(weekStart, -7))}
      >
        <IconChevronLeft size={16} aria-hidden />
      </Button>
      <Button size="xs" variant="default" onClick={() => go(undefined)}>
        This week
      </Button>
      <Button size="xs" variant="default" aria-label="Week after" onClick={() => go(dayAfter(weekStart, 7))}>
        <IconChevronRight size={16} aria-hidden />
      </Button>
    </span>
  );
}
