import { expect, test } from '@jest/globals';
import { NOBODY } from './bookings/booking-life.js';
import { openPeople } from './open-people.js';

const booking = {
  ...NOBODY,
  bookingId: 'b1',
  personId: 'grace',
  personName: 'Grace Hopper',
  resourceName: 'Developer',
  taskName: 'Roll-out',
  finish: '2026-12-31',
};

test('whoever is booked beyond the day the closing began is not free yet; who worked until then is', () => {
  const until = (finish: string) => openPeople([{ ...booking, finish }], [], '2026-11-23');
  expect(until('2026-11-23')).toEqual([]);
  expect(until('2026-11-24')).toEqual([
    { kind: 'booking', name: 'Grace Hopper: Roll-out', itemId: 'b1', detail: 'soft, until 2026-11-24' },
  ]);
});

test('a request holds people, an assignment that nobody is asked for does not', () => {
  const nobody = { ...booking, personId: null, personName: null };
  expect(openPeople([nobody], [], '2026-11-23')).toEqual([]);
  expect(openPeople([{ ...nobody, isRequested: true }], [], '2026-11-23')).toMatchObject([
    { name: 'Developer: Roll-out', detail: 'requested, until 2026-12-31' },
  ]);
});

test('time that nobody approved is open, with whose it is and what it waits for, not how much', () => {
  const sheet = {
    sheetId: 's1',
    personName: 'Grace Hopper',
    weekStart: '2026-11-16',
    state: 'submitted',
  };
  expect(openPeople([], [sheet], '2026-11-23')).toEqual([
    { kind: 'timesheet', name: 'Grace Hopper, week of 2026-11-16', itemId: 's1', detail: 'submitted' },
  ]);
});
