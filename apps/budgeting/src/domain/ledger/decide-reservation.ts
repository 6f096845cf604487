import { Refusal } from '@meridian/refusal';
import { requireNotFrozen, requirePositive } from './amount-rules.js';
import type { Account } from './account.js';
import type { EndReservationCommand, ReserveMoneyCommand } from './command.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import type { ReservationChange } from './journal.js';
import { budgetIn } from './ledger.js';
import type { Ledger } from './ledger.js';
import { checkAvailable } from './overrun.js';
import { periodOfDay } from './period.js';
import { heldMinor, isExpired, openReservationIn } from './reservation.js';
import type { Reservation } from './reservation.js';

/**
 * Sets money aside that is available: a requisition.
 *
 * @throws Refusal `budgeting/reservation-exists`, `budgeting/budget-frozen`, `budgeting/amount-not-positive`, those of
 * `periodOfDay` and `checkAvailable`
 */
export function reserveMoney(ledger: Ledger, command: ReserveMoneyCommand): Decision {
  const { entryId, on, currency, reference, budgetId, reservationId, amountMinor, exception } = command;
  const budget = budgetIn(ledger, budgetId);
  requirePositive(amountMinor);
  requireNotFrozen(budget);
  if (ledger.reservations?.has(reservationId)) {
    throw new Refusal('budgeting/reservation-exists', `Reservation ${reservationId} exists; use another id.`);
  }
  const period = periodOfDay(budget, on);
  const overrun = checkAvailable(ledger, budget, period, { amountMinor, basis: 'request', exception });
  const { expiresOn } = command;
  const reservation = { reservationId, budgetId, period, expiresOn };
  return {
    entry: {
      entryId,
      kind: 'requisition',
      on,
      currency,
      reference,
      decision: command.decision ?? exception,
      postings: move(at('budget', reservation), at('reserved', reservation), amountMinor),
      reservation: reservationChange(reservation, { reservedMinor: amountMinor }),
    },
    overrun,
  };
}

/**
 * Gives back what a reservation still holds: withdrawn by a person, or lapsed after its last day.
 *
 * @throws Refusal `budgeting/unknown-reservation`, `budgeting/reservation-closed`, `budgeting/not-expired`
 */
export function endReservation(ledger: Ledger, command: EndReservationCommand): Decision {
  const { entryId, on, currency, reference, decision } = command;
  const reservation = openReservationIn(ledger, command.reservationId);
  if (command.kind === 'lapse-reservation' && !isExpired(reservation, on)) {
    throw new Refusal(
      'budgeting/not-expired',
      `Reservation ${reservation.reservationId} holds its money ${reservation.expiresOn ? `through ${reservation.expiresOn}` : 'until it is withdrawn'}; on ${on} it does not lapse.`,
    );
  }
  const returnedMinor = heldMinor(reservation);
  return {
    entry: {
      entryId,
      kind: command.kind === 'lapse-reservation' ? 'lapse' : 'withdrawal',
      on,
      currency,
      reference,
      decision,
      postings: move(at('reserved', reservation), at('budget', reservation), returnedMinor),
      reservation: reservationChange(reservation, { returnedMinor }),
    },
  };
}

type Place = Pick<Reservation, 'reservationId' | 'budgetId' | 'period' | 'expiresOn'>;

/** What changes on a reservation, from the amounts that do. */
export function reservationChange(
  { reservationId, budgetId, period, expiresOn }: Place,
  amounts: Partial<Pick<ReservationChange, 'reservedMinor' | 'usedMinor' | 'returnedMinor'>>,
): ReservationChange {
  const nothing = { reservedMinor: 0n, usedMinor: 0n, returnedMinor: 0n };
  return { reservationId, budgetId, period, expiresOn, ...nothing, ...amounts };
}

function at(kind: Account['kind'], { budgetId, period }: Place): Account {
  return { kind, id: budgetId, period };
}
