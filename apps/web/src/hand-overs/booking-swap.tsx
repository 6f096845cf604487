import { useQuery } from '@tanstack/react-query';
import { CandidateList } from '../bookings/candidate-list.js';
import { StepForm } from '../bookings/step-form.js';
import { formatDay } from '../dates/format-day.js';
import { bookingFileQuery } from '../gateway/staffing-queries.js';
import { formatCount } from '../money/format-money.js';
import { Reading } from '../parts/reading.js';

/** The work, and who could take it. */
export function BookingSwap({
  projectId,
  assignmentId,
}: {
  readonly projectId: string;
  readonly assignmentId: string;
}) {
  const file = useQuery(bookingFileQuery(projectId, assignmentId));
  return (
    <Reading answer={file} what="The booking">
      {({ booking, candidates }) => (
        <>
          <p>
            {booking.projectName}: {formatDay(booking.start)} to {formatDay(booking.finish)},{' '}
            {formatCount(Math.round(booking.workMinutes / 60))} hours.
          </p>
          <StepForm key={booking.version} booking={booking} />
          {candidates.length > 0 && <CandidateList booking={booking} candidates={candidates} />}
        </>
      )}
    </Reading>
  );
}
