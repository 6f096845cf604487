import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { closedLoad } from './load.js';

/** What the same PostgreSQL does without anything of ours on top, from Node with plain `pg`. */
export interface RawPostgres {
  /** A row in a commit of its own, so many connections at once. */
  singleRowPerSecond(connections: number, forMs: number): Promise<number>;
  /** State row and outbox row in one statement, a commit each. */
  oneStatementPerSecond(connections: number, forMs: number): Promise<number>;
  /** Rows per second when so many share a statement and its commit, on four connections. */
  groupedRowsPerSecond(rows: number, forMs: number): Promise<number>;
  close(): Promise<void>;
}

const BODY = JSON.stringify({ projectId: randomUUID(), taskId: randomUUID(), note: 'x'.repeat(300) });
const GROUP_CONNECTIONS = 4;

/** @param adminUrl connection string of an administrator; a database of its own is made on that server */
export async function openRawPostgres(adminUrl: string): Promise<RawPostgres> {
  const database = `raw_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on('error', () => undefined);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 32 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined)); // a failed call says so itself
  await pool.query('CREATE TABLE state (id uuid PRIMARY KEY, body json NOT NULL)');
  await pool.query(
    'CREATE TABLE outbox (position bigserial PRIMARY KEY, id uuid NOT NULL, body json NOT NULL)',
  );
  const rate = async (call: () => Promise<unknown>, inFlight: number, forMs: number) =>
    (await closedLoad(call, { inFlight, forMs })).perSecond;
  return {
    singleRowPerSecond: (connections, forMs) =>
      rate(() => pool.query(prepared('single', SINGLE, [randomUUID(), BODY])), connections, forMs),
    oneStatementPerSecond: (connections, forMs) =>
      rate(() => pool.query(prepared('both', BOTH, [randomUUID(), BODY])), connections, forMs),
    async groupedRowsPerSecond(rows, forMs) {
      const group = () => Array.from({ length: rows }, () => randomUUID());
      const call = () => pool.query(prepared('grouped', GROUPED, [group(), BODY]));
      return rows * (await rate(call, GROUP_CONNECTIONS, forMs));
    },
    async close() {
      await pool.end();
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await admin.end();
    },
  };
}

const SINGLE = 'INSERT INTO outbox (id, body) VALUES ($1, $2)';
const BOTH = `WITH written AS (INSERT INTO state VALUES ($1, $2) RETURNING id, body)
  INSERT INTO outbox (id, body) SELECT id, body FROM written`;
const GROUPED = 'INSERT INTO outbox (id, body) SELECT id, $2::json FROM unnest($1::uuid[]) AS id';

function prepared(name: string, text: string, values: unknown[]): pg.QueryConfig {
  return { name, text, values };
}
