import type { Socket } from 'node:net';
import pg from 'pg';
import { forgetStatements, STALE_PLAN, statementName } from '../outbox/statement-names.js';
import { Deposed } from './relay-ports.js';

/**
 * A leader that has not beaten for so many seconds while holding the lock is stopped or hung: its session is ended. A beat so
 * far ahead is as old: PostgreSQL's clock was set back since.
 */
const STALLED_AFTER_S = 5;
/** A session that does not answer for this long is dead or deposed: the way there may have gone without a word. */
const ANSWER_MS = 5_000;
/** A timer may fire a little before its time. */
const EARLY_MS = 50;
/** Saying goodbye. */
const GOODBYE_MS = 500;

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
    const { rows } = await this.#ask<{ taken: boolean }>(
      client,
      `SELECT pg_try_advisory_lock(hashtext('bus.relay'), hashtext($1)) AS taken`,
      [this.stream],
    );
    if (!rows[0]!.taken) {
      await this.#endStalledLeader(client);
      return false;
    }
    const taken = await this.#ask<{ fence: string }>(
      client,
      `INSERT INTO bus.relay AS r (stream, fence) VALUES ($1, 1)
       ON CONFLICT (stream) DO UPDATE SET fence = r.fence + 1, beat_at = clock_timestamp()
       RETURNING fence`,
      [this.stream],
    );
    this.#fence = taken.rows[0]!.fence;
    return true;
  }

  /** Runs a statement as leader; `patienceMs` is for one that may take its time. */
  async query<R extends pg.QueryResultRow>(
    sql: string,
    values: unknown[],
    patienceMs = ANSWER_MS,
  ): Promise<R[]> {
    if (!this.#client || this.#fence === undefined) throw new Deposed('its database session is gone');
    try {
      const { rows } = await this.#ask<R>(this.#client, sql, values, patienceMs);
      return rows;
    } catch (error) {
      if ((error as { code?: string }).code === STALE_PLAN) forgetStatements();
      throw error;
    }
  }

  /** Runs a statement that returns a row only while this relay's fence is the highest. */
  async fenced<R extends pg.QueryResultRow>(sql: string, values: unknown[], patienceMs?: number): Promise<R> {
    const [row] = await this.fencedRows<R>(sql, values, patienceMs);
    return row!;
  }

  /** The same for a statement that may return several rows, and at least one. */
  async fencedRows<R extends pg.QueryResultRow>(
    sql: string,
    values: unknown[],
    patienceMs?: number,
  ): Promise<R[]> {
    const rows = await this.query<R>(sql, values, patienceMs);
    if (rows.length > 0) return rows;
    this.#fence = undefined;
    throw new Deposed('its fence is outdated');
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#fence = undefined;
    if (client === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, GOODBYE_MS)));
    await Promise.race([client.end().catch(() => undefined), late]);
    clearTimeout(timer);
    cut(client);
  }

  /** A session that does not answer in time is cut: what is asked behind an unanswered question would wait as well. */
  async #ask<R extends pg.QueryResultRow>(
    client: pg.Client,
    text: string,
    values: unknown[],
    patienceMs = ANSWER_MS,
  ): Promise<pg.QueryResult<R>> {
    const started = performance.now();
    const question = { name: statementName(text), text, values, query_timeout: patienceMs };
    try {
      return await client.query<R>(question as pg.QueryConfig);
    } catch (error) {
      if (performance.now() - started > patienceMs - EARLY_MS) cut(client);
      throw error;
    }
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
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
    await client.query(SESSION_SETTINGS);
    this.#client = client;
    return client;
  }

  async #endStalledLeader(client: pg.Client): Promise<void> {
    await this.#ask(
      client,
      `SELECT pg_terminate_backend(l.pid)
         FROM pg_locks l JOIN bus.relay r ON r.stream = $1
        WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid = (hashtext('bus.relay')::bigint & 4294967295)::oid AND l.objid = (hashtext($1)::bigint & 4294967295)::oid
          AND abs(extract(epoch FROM clock_timestamp() - r.beat_at)) > ${STALLED_AFTER_S}`,
      [this.stream],
    );
  }
}

/**
 * A half-open connection must not hold the lock for hours. And whatever a relay asks for are some rows by their keys: while a
 * table is young, PostgreSQL takes it for small and plans to read all of it, and a prepared statement keeps such a plan while the
 * table grows.
 */
const SESSION_SETTINGS = `SELECT ${Object.entries({
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '3',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
})
  .map(([name, value]) => `set_config('${name}', '${value}', false)`)
  .join(', ')}`;

/** Ends the connection without asking the other side. */
function cut(client: pg.Client): void {
  const { stream } = client.connection as unknown as { readonly stream: Socket };
  stream.destroy();
}
