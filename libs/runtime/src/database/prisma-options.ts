import { Pool } from 'pg';
import { endsInTime } from './end-pool.js';
import { openPools } from './open-pools.js';
import { SessionAdapter } from './session-adapter.js';

export interface DatabaseAccess {
  readonly url: string;
  /** Connections at most; a request waits for a free one. */
  readonly poolSize: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** A statement that runs longer is cancelled. Long computations over the database raise it. */
  readonly statementMs?: number;
}

const STATEMENT_MS = 15_000;
const CONNECT_MS = 5_000;
/** The server has ended the statement by then; who still hears nothing speaks into a broken way. */
const ANSWER_MS = 1_000;
/** With a session go the statements it keeps prepared, and plans made when its tables were small. */
const SESSION_SECONDS = 900;

/**
 * What a service's PrismaClient is made of. Nothing waits for ever: not for a connection, a lock, a statement, a silent
 * network or a forgotten transaction. A connection that breaks fails its statement and never the process.
 */
export function prismaOptions({
  url,
  poolSize,
  applicationName,
  statementMs = STATEMENT_MS,
}: DatabaseAccess) {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: SESSION_SECONDS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: statementMs,
    lock_timeout: CONNECT_MS,
    idle_in_transaction_session_timeout: 2 * statementMs,
    query_timeout: statementMs + ANSWER_MS,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    adapter: new SessionAdapter(tracked(endsInTime(pool))),
    transactionOptions: { maxWait: CONNECT_MS, timeout: statementMs },
  };
}

function tracked(pool: Pool): Pool {
  openPools.add(pool);
  const end = pool.end.bind(pool) as () => Promise<void>;
  return Object.assign(pool, {
    end: async () => {
      openPools.delete(pool);
      await end();
    },
  });
}
