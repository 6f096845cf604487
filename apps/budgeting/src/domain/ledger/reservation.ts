import { Refusal } from '@meridian/refusal';
import type { ReservationChange } from './journal.js';

/**
 * Money of a budget that is set aside for an order to come: a requisition, or a step of a longer undertaking. It is used
 * by orders, or given back: withdrawn by a person, or lapsed after its last day.
 */
export interface Reservation {
  readonly reservationId: string;
  readonly budgetId: string;
  readonly period: string;
  readonly reservedMinor: bigint;
  readonly usedMinor: bigint;
  readonly returnedMinor: bigint;
  readonly expiresOn?: string | undefined;
}

type Reservations = ReadonlyMap<string, Reservation>;

interface WithReservations {
  readonly reservations?: Reservations;
}

/** Set aside, neither used nor given back. */
export function heldMinor({
  reservedMinor,
  usedMinor,
  returnedMinor,
}: Pick<Reservation, 'reservedMinor' | 'usedMinor' | 'returnedMinor'>): bigint {
  return reservedMinor - usedMinor - returnedMinor;
}

/** Whether it still holds money. */
export function isOpen(reservation: Reservation): boolean {
  return heldMinor(reservation) > 0n;
}

/** A reservation holds its money through its last day. */
export function isExpired({ expiresOn }: Reservation, on: string): boolean {
  return expiresOn !== undefined && expiresOn < on;
}

/** @throws Refusal `budgeting/unknown-reservation` */
export function reservationIn({ reservations }: WithReservations, id: string): Reservation {
  const reservation = reservations?.get(id);
  if (reservation) return reservation;
  throw new Refusal('budgeting/unknown-reservation', `There is no reservation ${id}.`, { kind: 'not-found' });
}

/** A reservation that still holds money. @throws Refusal `budgeting/unknown-reservation`, `budgeting/reservation-closed` */
export function openReservationIn(ledger: WithReservations, id: string): Reservation {
  const reservation = reservationIn(ledger, id);
  if (isOpen(reservation)) return reservation;
  throw new Refusal(
    'budgeting/reservation-closed',
    `Reservation ${id} holds nothing any more: it was ordered, withdrawn or has lapsed; reserve anew.`,
  );
}

export function reservationAfter(
  before: Reservations = new Map(),
  change: ReservationChange | undefined,
): Reservations {
  if (!change) return before;
  const known = before.get(change.reservationId);
  return new Map(before).set(change.reservationId, {
    reservationId: change.reservationId,
    budgetId: change.budgetId,
    period: change.period,
    reservedMinor: (known?.reservedMinor ?? 0n) + change.reservedMinor,
    usedMinor: (known?.usedMinor ?? 0n) + change.usedMinor,
    returnedMinor: (known?.returnedMinor ?? 0n) + change.returnedMinor,
    expiresOn: known?.expiresOn ?? change.expiresOn,
  });
}
