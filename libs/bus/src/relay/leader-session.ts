import pg from 'pg';
import { forgetStatements, STALE_PLAN, statementName } from '../outbox/statement-names.js';
import { Deposed } from './relay-ports.js';

/** A leader that has not beaten for this long while holding the lock is stopped or hung: its session is ended. */
const STALLED_AFTER = '5 seconds';

/**
 * One dedicated PostgreSQL session that holds the relay's advisory lock and runs all of its statements: when the session is
 * gone, so is the lock, and no statement of this relay can succeed any more.
 */
export class LeaderSession {
  #client: pg.Client | undefined;
  #fence: string | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly stream: string,
  ) {}

  get fence(): string {
    if (this.#fence === undefined) throw new Deposed('it holds no fence');
    return this.#fence;
  }

  /** Tries to take the lock, and with it the next fence number. */
  async campaign(): Promise<boolean> {
    const client = await this.#connected();
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('bus.relay'), hashtext($1)) AS taken`,
      [this.stream],
    );
    if (!rows[0]!.taken) {
      await this.#endStalledLeader(client);
      return false;
    }
    const taken = await client.query<{ fence: string }>(
      `INSERT INTO bus.relay AS r (stream, fence) VALUES ($1, 1)
       ON CONFLICT (stream) DO UPDATE SET fence = r.fence + 1, beat_at = clock_timestamp()
       RETURNING fence`,
      [this.stream],
    );
    this.#fence = taken.rows[0]!.fence;
    return true;
  }

  /** Runs a statement as leader. */
  async query<R extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<R[]> {
    if (!this.#client || this.#fence === undefined) throw new Deposed('its database session is gone');
    try {
      const { rows } = await this.#client.query<R>({
        name: statementName(sql),
        text: sql,
        values,
      } as pg.QueryConfig);
      return rows;
    } catch (error) {
      if ((error as { code?: string }).code === STALE_PLAN) forgetStatements();
      throw error;
    }
  }

  /** Runs a statement that returns a row only while this relay's fence is the highest. */
  async fenced<R extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<R> {
    const [row] = await this.query<R>(sql, values);
    if (!row) {
      this.#fence = undefined;
      throw new Deposed('its fence is outdated');
    }
    return row;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#fence = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: 5_000,
      query_timeout: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      application_name: `relay ${this.stream}`,
    });
    const forget = () => {
      if (this.#client === client) {
        this.#client = undefined;
        this.#fence = undefined;
      }
    };
    // Without a listener a terminated session would take the process with it.
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    // A half-open connection must not hold the lock for hours.
    await client.query(
      `SELECT set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '2', false), set_config('tcp_keepalives_count', '3', false)`,
    );
    this.#client = client;
    return client;
  }

  async #endStalledLeader(client: pg.Client): Promise<void> {
    await client.query(
      `SELECT pg_terminate_backend(l.pid)
         FROM pg_locks l JOIN bus.relay r ON r.stream = $1
        WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid = (hashtext('bus.relay')::bigint & 4294967295)::oid AND l.objid = (hashtext($1)::bigint & 4294967295)::oid
          AND r.beat_at < clock_timestamp() - interval '${STALLED_AFTER}'`,
      [this.stream],
    );
  }
}
