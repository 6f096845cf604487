import type { BookingFileFigures, BookingTask } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { bookingFileQuery } from '../gateway/staffing-queries.js';
import { formatCount } from '../money/format-money.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { changeSentence, nextWords, stages } from './booking-words.js';
import styles from './bookings.module.css';
import { CandidateList } from './candidate-list.js';
import { ConflictTable } from './conflict-table.js';
import { StepForm } from './step-form.js';

interface BookingPanelProps {
  readonly projectId: string;
  readonly assignmentId: string;
}

/** One booking: how far it is, what stands against it and what can be done about that, and how it came there. */
export function BookingPanel({ projectId, assignmentId }: BookingPanelProps) {
  const file = useQuery(bookingFileQuery(projectId, assignmentId));
  const booking = file.data?.booking;
  return (
    <Panel anchor="booking" title={booking ? booking.taskName : 'Booking'} note={booking && factsOf(booking)}>
      <Reading answer={file} what="The booking">
        {(read) => <Body key={read.booking.version} file={read} />}
      </Reading>
    </Panel>
  );
}

function Body({ file: { booking, conflicts, candidates, history } }: { readonly file: BookingFileFigures }) {
  return (
    <>
      <Stages booking={booking} />
      <StepForm booking={booking} />
      {conflicts.length > 0 && booking.personName !== undefined && (
        <>
          <h3 className={forms.subhead}>
            {booking.personName} is booked above capacity in {weeks(conflicts.length)}
          </h3>
          <ConflictTable conflicts={conflicts} projectName={booking.projectName} />
          <ul className={styles.options}>
            {candidates.length > 0 && (
              <li>Take somebody else: below stands who has the skills, and how much time.</li>
            )}
            <li>
              Move the work:{' '}
              <Link to="/projects/$projectId" params={{ projectId: booking.projectId }} hash="schedule">
                the schedule of {booking.projectName}
              </Link>{' '}
              says what is hit when the task starts later.
            </li>
            <li>
              Let all projects be levelled together on the page <Link to="/capacity">Capacity</Link>.
            </li>
          </ul>
        </>
      )}
      {candidates.length > 0 && <CandidateList booking={booking} candidates={candidates} />}
      <h3 className={forms.subhead}>History</h3>
      {history.length === 0 ? (
        <p className="quiet">
          {booking.stage === 'open'
            ? 'Nobody did anything about it yet.'
            : `It came with the plan, which names ${booking.resourceName}.`}
        </p>
      ) : (
        <ol className={styles.history} reversed>
          {history.toReversed().map((change, place) => (
            <li key={history.length - place}>
              <span className="quiet">{formatMoment(change.movedAt)}</span> {changeSentence(change)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Stages({ booking: { stage, personName } }: { readonly booking: BookingTask }) {
  const reached = stages.findIndex((one) => one.stage === stage);
  return (
    <>
      <ol className={styles.stages}>
        {stages.map((one, place) => (
          <li
            key={one.stage}
            data-reached={place <= reached || undefined}
            aria-current={place === reached ? 'step' : undefined}
          >
            {one.word}
          </li>
        ))}
      </ol>
      <p className={styles.sentence}>
        {personName !== undefined && <strong>{personName}. </strong>}
        {nextWords[stage]}
      </p>
    </>
  );
}

function factsOf({ projectName, start, finish, workMinutes }: BookingTask): string {
  const hours = formatCount(Math.round(workMinutes / 60));
  return `${projectName}, ${formatDay(start)} to ${formatDay(finish)}, ${hours} hours`;
}

function weeks(count: number): string {
  return count === 1 ? '1 week' : `${formatCount(count)} weeks`;
}
