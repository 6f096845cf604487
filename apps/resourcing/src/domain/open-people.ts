import { stageOf } from './bookings/booking-life.js';
import type { BookedPerson } from './bookings/booking-life.js';

interface KnownBooking extends BookedPerson {
  readonly bookingId: string;
  readonly taskName: string;
  readonly resourceName: string;
  readonly personName: string | null;
  readonly finish: string;
}

/** A sheet with time for the project that is not approved. */
interface WaitingSheet {
  readonly sheetId: string;
  readonly personName: string;
  readonly weekStart: string;
  readonly state: string;
}

export interface OpenPeople {
  readonly kind: 'booking' | 'timesheet';
  readonly name: string;
  readonly itemId: string;
  readonly detail: string;
}

/**
 * What keeps the people of a project from being free: bookings and requests for people beyond the day on which its closing
 * began, and time for it that nobody approved; how much that is only its approver sees. An assignment that nobody is asked for binds
 * nobody.
 */
export function openPeople(
  bookings: readonly KnownBooking[],
  sheets: readonly WaitingSheet[],
  startedOn: string,
): readonly OpenPeople[] {
  const binding = bookings.filter((one) => one.finish > startedOn && stageOf(one) !== 'open');
  return [
    ...binding.map(({ bookingId, personName, resourceName, taskName, finish, ...booked }) => ({
      kind: 'booking' as const,
      name: `${personName ?? resourceName}: ${taskName}`.slice(0, 300),
      itemId: bookingId,
      detail: `${stageOf(booked)}, until ${finish}`,
    })),
    ...sheets.map(({ sheetId, personName, weekStart, state }) => ({
      kind: 'timesheet' as const,
      name: `${personName}, week of ${weekStart}`.slice(0, 300),
      itemId: sheetId,
      detail: state,
    })),
  ];
}
