import type { BookingLine } from '@meridian/contracts-resourcing';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { LoadTable } from '../people/load-table.js';

const shownWeeks = 12;
const firstBookings = 12;

/** Who is booked, what is still unfilled, and whose weeks overflow. */
export function PeopleSection({ answer }: { readonly answer: ProjectAnswer }) {
  const { people, missing } = answer;
  const note = people ? `${peopleWords(people.people)}, ${people.unfilled} unfilled` : undefined;
  return (
    <>
      <Panel title="People" anchor="people" note={note}>
        <Part answer={people} part="people" missing={missing}>
          {({ bookings }) =>
            bookings.length === 0 ? (
              <EmptyState title="Nobody is booked">
                Bookings come from the assignments of the plan and are filled by the resource manager.
              </EmptyState>
            ) : (
              <Bookings bookings={bookings} />
            )
          }
        </Part>
      </Panel>
      {people && people.overloads.length > 0 && (
        <Panel title="Overloaded weeks" note="percent of available hours, all projects together">
          <LoadTable people={people.overloads} weeks={shownWeeks} />
        </Panel>
      )}
    </>
  );
}

function Bookings({ bookings }: { readonly bookings: readonly BookingLine[] }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Bookings table">
        <table className={`${parts.table} ${parts.whole}`}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Task</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col" className={parts.number}>
                Hours
              </th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {bookings.slice(0, isWhole ? undefined : firstBookings).map((booking) => (
              <tr key={booking.bookingId}>
                <td>{booking.personName}</td>
                <td>{booking.taskName}</td>
                <td>{formatDay(booking.start)}</td>
                <td>{formatDay(booking.finish)}</td>
                <td className={parts.number}>{formatCount(Math.round(booking.workMinutes / 60))}</td>
                <td>
                  <BookingState state={booking.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {bookings.length > firstBookings && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${bookings.length - firstBookings} more bookings`}
        </Button>
      )}
    </>
  );
}

function BookingState({ state }: { readonly state: BookingLine['state'] }) {
  if (state === 'unfilled') return <HealthBadge state="at-risk" word="Unfilled" />;
  return state === 'booked' ? (
    <HealthBadge state="on-track" word="Booked" />
  ) : (
    <span className="quiet">Released</span>
  );
}

function peopleWords(people: number): string {
  return people === 1 ? '1 person' : `${formatCount(people)} people`;
}
