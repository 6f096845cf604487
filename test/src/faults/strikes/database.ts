import { setTimeout as pass } from 'node:timers/promises';
import type { LocalPostgres } from '@meridian/local';
import { eventually } from '@meridian/testing';
import { Client } from 'pg';
import type { Scene, Strike } from './scene.js';

/** PostgreSQL may be away and the service may wait for it, by faults before this one. */
const SESSIONS_MS = 120_000;

/** Sessions are ended and everything is written down. Proof: another process. */
export async function restartDatabaseFast(strike: Strike): Promise<string> {
  return stopped(strike, (postgres) => postgres.stop('fast'));
}

/** Ends at once; the next start recovers from the log. Proof: another process. */
export async function restartDatabaseImmediately(strike: Strike): Promise<string> {
  return stopped(strike, (postgres) => postgres.stop('immediate'));
}

/** SIGKILL for the server and every session. Proof: another process. */
export async function killDatabase(strike: Strike): Promise<string> {
  return stopped(strike, (postgres) => postgres.kill());
}

/** The server ends every session of one service. Proof: it says how many it ended. */
export async function endSessions({ scene, step }: Strike): Promise<string> {
  const postgres = databaseOf(scene);
  return eventually(
    async () => {
      const client = new Client({ connectionString: postgres.url, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined); // the question that fails says so itself
      await client.connect();
      try {
        const { rowCount } = await client.query(END_SESSIONS, [step.service]);
        if (rowCount === 0) throw new Error(`${step.service} has no session`);
        return `${rowCount} sessions of ${step.service} ended`;
      } finally {
        await client.end();
      }
    },
    { timeoutMs: SESSIONS_MS, everyMs: 50 },
  );
}

const END_SESSIONS = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';

export function databaseOf({ house }: Scene): LocalPostgres {
  if (house.postgres === undefined) throw new Error('PostgreSQL is not ours: unset DATABASE_URL.');
  return house.postgres;
}

async function stopped(
  { scene, step }: Strike,
  stop: (postgres: LocalPostgres) => Promise<void>,
): Promise<string> {
  const postgres = databaseOf(scene);
  const before = postgres.pid;
  await stop(postgres);
  await pass(step.holdMs / 2);
  await postgres.restart();
  if (postgres.pid === before) throw new Error(`PostgreSQL is still process ${before}`);
  return `process ${postgres.pid} after ${before}`;
}
