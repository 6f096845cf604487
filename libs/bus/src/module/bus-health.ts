import type { Broker } from '../nats/broker.js';
import type { ServiceDatabase } from '../outbox/service-database.js';

export interface BusHealthReport {
  /** The broker answered within the deadline: requests can come in. */
  readonly isReady: boolean;
  /** Milliseconds of a real round trip to the broker; null when there was none in time. */
  readonly brokerRoundTripMs: number | null;
  /** Age of the oldest event that still waits for the broker, in milliseconds; 0 when none waits, null when the database did not say. */
  readonly relayLagMs: number | null;
}

const DEADLINE_MS = 1_000;

/** Looks at the bus the way its users do: a round trip, not a status flag. */
export class BusHealth {
  constructor(
    private readonly broker: Broker,
    private readonly database: (() => ServiceDatabase) | null,
  ) {}

  async check(): Promise<BusHealthReport> {
    const [brokerRoundTripMs, relayLagMs] = await Promise.all([
      inTime(this.broker.connection.rtt()),
      this.database === null ? 0 : inTime(this.#relayLag(this.database())),
    ]);
    return { isReady: brokerRoundTripMs !== null, brokerRoundTripMs, relayLagMs };
  }

  async #relayLag(database: ServiceDatabase): Promise<number> {
    const [oldest] = await database.$queryRawUnsafe<{ lag: number }[]>(
      `SELECT (extract(epoch FROM clock_timestamp() - o.occurred_at) * 1000)::float8 AS lag
         FROM bus.outbox_pending p JOIN bus.outbox o USING (aggregate_id, sequence) ORDER BY p.position LIMIT 1`,
    );
    return oldest?.lag ?? 0;
  }
}

async function inTime(work: PromiseLike<number>): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
