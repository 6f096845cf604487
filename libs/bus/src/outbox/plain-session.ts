import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServiceDatabase, SqlRunner, TransactionLimits } from './service-database.js';

/** Where a transaction that is being opened leaves its session. */
interface Place {
  session: SqlRunner | undefined;
}

const places = new AsyncLocalStorage<Place>();

/**
 * Opens a transaction. `sql` runs the bus's own statements: on the session under the transaction where the database offers one,
 * because on the way through an ORM each of them would cost several times as much; otherwise it is `tx`. Both are the same
 * transaction, and their statements run in the order in which they are given.
 */
export function inTransaction<Tx extends SqlRunner, R>(
  database: ServiceDatabase<Tx>,
  work: (tx: Tx, sql: SqlRunner) => Promise<R>,
  limits?: TransactionLimits,
): Promise<R> {
  const place: Place = { session: undefined };
  return places.run(place, () => database.$transaction((tx) => work(tx, place.session ?? tx), limits));
}

/** For the driver below an ORM: the session on which the transaction at hand has just begun. It refuses once that is over. */
export function offerSession(session: SqlRunner): void {
  const place = places.getStore();
  if (place) place.session ??= session;
}
