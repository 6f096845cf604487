import pg from 'pg';

/** Reads off two services' own databases what happened between them; both stand on one server and share its clock. */
export class EffectDelay {
  readonly #owner: pg.Pool;
  readonly #consumer: pg.Pool;

  constructor(
    ownerUrl: string,
    consumerUrl: string,
    private readonly source: string,
    private readonly effects = ANNOUNCED,
  ) {
    this.#owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
    this.#consumer = new pg.Pool({ connectionString: consumerUrl, max: 2 });
    for (const pool of [this.#owner, this.#consumer]) {
      pool.on('error', () => undefined);
      pool.on('connect', (client) => client.on('error', () => undefined)); // a failed question says so itself
    }
  }

  /** Position of the owner's last event: what is measured begins behind it. */
  async mark(): Promise<bigint> {
    const { rows } = await this.#owner.query<{ last: string }>(
      'SELECT coalesce(max(position), 0) AS last FROM bus.outbox',
    );
    return BigInt(rows[0]?.last ?? 0);
  }

  /** Waits until the consumer has taken every event of these aggregates. */
  async settled(aggregateIds: readonly string[], patienceMs: number): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const [given, taken] = await Promise.all([
        this.#sum(this.#owner, 'SELECT sum(sequence) FROM bus.outbox_head WHERE aggregate_id = ANY($1)', [
          aggregateIds,
        ]),
        this.#sum(
          this.#consumer,
          'SELECT sum(sequence) FROM bus.inbox_cursor WHERE aggregate_id = ANY($1) AND source = $2',
          [aggregateIds, this.source],
        ),
      ]);
      if (given === taken) return;
      if (performance.now() > deadline) throw new Error(`${given - taken} events are not taken yet.`);
      await new Promise((wait) => setTimeout(wait, 20));
    }
  }

  /**
   * Milliseconds from each event behind the mark to its effect at the consumer: both moments are taken just before a commit.
   * Also how many took effect and how long all of it took, first event to last effect.
   */
  async since(
    mark: bigint,
    type: string,
  ): Promise<{ readonly delaysMs: number[]; readonly wholeMs: number }> {
    const events = await this.#owner.query<Moment>(
      `SELECT event_id::text AS id, (extract(epoch FROM occurred_at) * 1000)::float8 AS ms
         FROM bus.outbox WHERE position > $1 AND type = $2`,
      [String(mark), type],
    );
    const effects = await this.#consumer.query<Moment>(this.effects, [events.rows.map(({ id }) => id)]);
    const begun = new Map(events.rows.map(({ id, ms }) => [id, ms]));
    const delaysMs = effects.rows.map(({ id, ms }) => ms - (begun.get(id) ?? ms));
    const first = Math.min(...events.rows.map(({ ms }) => ms));
    const last = Math.max(...effects.rows.map(({ ms }) => ms));
    return { delaysMs, wholeMs: last - first };
  }

  async close(): Promise<void> {
    await Promise.all([this.#owner.end(), this.#consumer.end()]);
  }

  async #sum(pool: pg.Pool, sql: string, values: unknown[]): Promise<number> {
    const { rows } = await pool.query<{ sum: string | null }>(sql, values);
    return Number(rows[0]?.sum ?? 0);
  }
}

/** What the consumer announced because of the events $1. */
const ANNOUNCED = `
SELECT causation_id AS id, min((extract(epoch FROM occurred_at) * 1000)::float8) AS ms
  FROM bus.outbox WHERE causation_id = ANY($1) GROUP BY causation_id`;

interface Moment {
  readonly id: string;
  readonly ms: number;
}
