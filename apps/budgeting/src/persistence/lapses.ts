import { decide } from '../domain/ledger/decide.js';
import { applyEntry } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { heldMinor, isExpired } from '../domain/ledger/reservation.js';
import { writeEntry } from './journal.js';
import { today } from './work.js';
import type { Work } from './work.js';

/**
 * Gives back what expired reservations of a project still hold, before anything is decided on what is available. So no
 * clock has to run for it: the money is back when somebody needs it.
 */
export async function lapseExpired(work: Work, ledger: Ledger, projectId: string): Promise<Ledger> {
  const on = today(work);
  let now = ledger;
  for (const reservation of ledger.reservations?.values() ?? []) {
    if (heldMinor(reservation) === 0n || !isExpired(reservation, on)) continue;
    const { reservationId, expiresOn } = reservation;
    const { entry } = decide(now, {
      kind: 'lapse-reservation',
      entryId: work.newId(),
      on,
      currency: now.currency,
      reference: `Held its money through ${expiresOn}`,
      by: 'budgeting',
      reservationId,
    });
    const amountMinor = -heldMinor(reservation);
    await writeEntry(work.tx, entry, { projectId, amountMinor, recordedAt: work.now });
    now = applyEntry(now, entry);
  }
  return now;
}
