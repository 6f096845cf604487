import { SegmentedControl } from '@mantine/core';
import type { BookingTask, BookingWorkFigures } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { bookingsQuery } from '../gateway/staffing-queries.js';
import type { BookingListName } from '../gateway/staffing-queries.js';
import { formatCount } from '../money/format-money.js';
import { PeopleLinks } from '../people/people-links.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { BookingPanel } from './booking-panel.js';
import { BookingTable } from './booking-table.js';
import styles from './bookings.module.css';

const lists: readonly { readonly value: BookingListName; readonly label: string }[] = [
  { value: 'moving', label: 'On their way' },
  { value: 'open', label: 'Nobody asked' },
  { value: 'planned', label: 'Named by plans' },
  { value: 'hard', label: 'Hard booked' },
];

/** Assignments on their way to a person: what waits for the reader, and what the reader waits for. */
export function BookingsPage() {
  const { list = 'moving', project, assignment } = useSearch({ from: '/bookings' });
  const navigate = useNavigate({ from: '/bookings' });
  const answer = useQuery(bookingsQuery(list));
  useTitle('Bookings');
  const choose = ({ projectId, assignmentId }: BookingTask): void => {
    void navigate({
      search: (before) => ({ ...before, project: projectId, assignment: assignmentId }),
      replace: true,
      resetScroll: false,
    }).then(() => {
      const panel = document.getElementById('booking');
      panel?.scrollIntoView({ block: 'nearest' });
      panel?.focus({ preventScroll: true });
    });
  };
  return (
    <>
      <PageHead
        title="Bookings"
        under="The project asks and agrees (soft); who decides for the person proposes and confirms (hard)."
      />
      <PeopleLinks />
      <div className={page.page}>
        <SegmentedControl
          size="xs"
          className={styles.which}
          aria-label="Which bookings"
          value={list}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, list: value as BookingListName }),
              replace: true,
              resetScroll: false,
            })
          }
          data={[...lists]}
        />
        <Reading answer={answer} what="The bookings" lines={8}>
          {(figures) => <Lists figures={figures} list={list} chosenId={assignment} onChoose={choose} />}
        </Reading>
        {project !== undefined && assignment !== undefined && (
          <BookingPanel key={assignment} projectId={project} assignmentId={assignment} />
        )}
      </div>
    </>
  );
}

interface ListsProps {
  readonly figures: BookingWorkFigures;
  readonly list: BookingListName;
  readonly chosenId: string | undefined;
  readonly onChoose: (booking: BookingTask) => void;
}

function Lists({ figures: { bookings, total, waiting }, list, chosenId, onChoose }: ListsProps) {
  const due = bookings.filter(({ waitsForCaller }) => waitsForCaller);
  const others = bookings.filter(({ waitsForCaller }) => !waitsForCaller);
  const table = (label: string, shown: readonly BookingTask[]) => (
    <BookingTable label={label} bookings={shown} chosenId={chosenId} onChoose={onChoose} />
  );
  return (
    <>
      {(list === 'moving' || due.length > 0) && (
        <Panel title="Waits for you" note={`${formatCount(waiting)}, the soonest first`}>
          {due.length === 0 ? (
            <EmptyState title="Nothing waits for you">
              A request for people stands here when you can propose somebody, a proposal when your project has
              to agree, and a soft booking when you decide for the person.
            </EmptyState>
          ) : (
            table('Bookings that wait for you', due)
          )}
        </Panel>
      )}
      {(others.length > 0 || due.length === 0) && (
        <Panel title={restTitles[list]} note={`${formatCount(total - waiting)}, the soonest first`}>
          {others.length === 0 ? (
            <EmptyState title={emptyTitles[list]}>
              Bookings come from the assignments of the plans; choose another list above to see the others.
            </EmptyState>
          ) : (
            table(restTitles[list], others)
          )}
        </Panel>
      )}
      {total > bookings.length && (
        <p className="quiet">
          {formatCount(bookings.length)} of {formatCount(total)} are shown.
        </p>
      )}
    </>
  );
}

const restTitles: Readonly<Record<BookingListName, string>> = {
  moving: 'Wait for others',
  open: 'Nobody is asked for',
  planned: 'Soft booked, because a plan names the person',
  hard: 'Hard booked',
};

const emptyTitles: Readonly<Record<BookingListName, string>> = {
  moving: 'Nothing waits for others',
  open: 'Somebody is asked for everywhere',
  planned: 'No plan names somebody unconfirmed',
  hard: 'Nobody is hard booked',
};
