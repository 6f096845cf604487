import type { CapacityChange, Pool } from '@meridian/levelling';
import { groupedBy } from './grouped-by.js';
import type { InputBooking, InputPerson } from './levelling-input.js';
import type { WorkingDays } from './working-days.js';

/** Percent of a working day. */
export const FULL_DAY = 100;
/** An absence that takes less of a task's days than this does not interrupt it: plans are made with it. */
const SPANNED_SHARE = 0.2;

export const personPool = (personId: string) => `person ${personId}`;
export const rolePool = (role: string) => `role ${foldedRole(role)}`;
export const foldedRole = (role: string) => role.normalize('NFC').trim().toLowerCase();

/** A pool for each person, in percent of a working day, and one for each role that is asked for without a name. */
export function capacityPools(
  people: readonly InputPerson[],
  bookings: readonly InputBooking[],
  days: WorkingDays,
): Pool[] {
  const asked = new Set(bookings.flatMap((b) => (b.personId === null ? [foldedRole(b.resourceName)] : [])));
  const until = Math.max(1, ...people.map((person) => lastChange(person, days)));
  const byPerson = groupedBy(bookings, ({ personId }) => personId);
  const rows = new Map(
    people.map((person) => [
      person,
      capacityByDay(person, byPerson.get(person.personId) ?? [], { days, until }),
    ]),
  );
  const roles = new Map<string, Int32Array>();
  for (const [{ role }, row] of rows) {
    const key = foldedRole(role);
    if (!asked.has(key)) continue;
    const sum = roles.get(key) ?? new Int32Array(until + 1);
    row.forEach((percent, day) => (sum[day] = (sum[day] as number) + percent));
    roles.set(key, sum);
  }
  return [
    ...[...rows].map(([{ personId }, row]) => poolOf(personPool(personId), row)),
    ...[...roles].map(([role, row]) => poolOf(rolePool(role), row)),
  ];
}

/** From this day on, nothing that is known of the person changes any more. */
function lastChange({ periods, leaves }: InputPerson, days: WorkingDays): number {
  const ends = [
    ...leaves.map(({ to }) => to),
    ...periods.flatMap(({ from, until }) => [from, until ?? from]),
  ];
  return Math.max(0, ...ends.map((date) => days.numberAfter(date)));
}

/**
 * Share of full time on each day, nothing on days of leave. After the end of the employment the last share goes on: who
 * will do that work is not known, and a plan must be possible.
 */
function capacityByDay(
  person: InputPerson,
  own: readonly InputBooking[],
  { days, until }: { readonly days: WorkingDays; readonly until: number },
): Int32Array {
  const row = new Int32Array(until + 1);
  const sorted = [...person.periods].sort((a, b) => a.from.localeCompare(b.from));
  for (const { from, ftePercent } of sorted)
    row.fill(Math.round(ftePercent), Math.max(0, days.numberFrom(from)));
  for (const leave of person.leaves) {
    const from = Math.max(0, days.numberFrom(leave.from));
    const to = Math.min(days.numberAfter(leave.to), until + 1);
    const spanning = own.filter((booking) => spans(booking, { from, to }, days));
    const kept = spanning.reduce((sum, booking) => sum + percentOfDay(booking, days), 0);
    for (let day = from; day < to; day += 1) row[day] = Math.min(row[day] as number, kept);
  }
  return row;
}

function spans(booking: InputBooking, leave: { from: number; to: number }, days: WorkingDays): boolean {
  const from = days.numberFrom(booking.start);
  const to = days.numberAfter(booking.finish);
  return from < leave.from && leave.to < to && leave.to - leave.from < SPANNED_SHARE * (to - from);
}

/** The share of a working day that a booking takes on each of its days, at least one percent. */
export function percentOfDay({ start, finish, workMinutes }: InputBooking, days: WorkingDays): number {
  const from = days.numberFrom(start);
  const length = Math.max(1, days.numberAfter(finish) - from);
  return workMinutes === 0 ? 0 : Math.max(1, Math.round((workMinutes * FULL_DAY) / (length * 480)));
}

function poolOf(id: string, row: Int32Array): Pool {
  const changes: CapacityChange[] = [];
  row.forEach((capacity, from) => {
    if (from > 0 && capacity !== row[from - 1]) changes.push({ from, capacity });
  });
  return { id, capacity: row[0] ?? 0, ...(changes.length === 0 ? {} : { changes }) };
}
