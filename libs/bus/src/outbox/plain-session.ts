import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServiceDatabase, SqlRunner, TransactionLimits } from './service-database.js';

/** The session under a transaction of an ORM. */
export interface Session extends SqlRunner {
  /** The transaction as handlers get it: the same, with a shorter way for statements that they write themselves. */
  around?<Tx extends object>(tx: Tx): Tx;
}

/** Where a transaction that is being opened leaves its session. */
interface Place {
  session: Session | undefined;
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
  return places.run(place, () =>
    database.$transaction((tx) => {
      const { session } = place;
      return work(session?.around?.(tx) ?? tx, session ?? tx);
    }, limits),
  );
}

/** For the driver below an ORM: the session on which the transaction at hand has just begun. It refuses once that is over. */
export function offerSession(session: Session): void {
  const place = places.getStore();
  if (place) place.session ??= session;
}
