import { resolve } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.js';
import { adminPassword, prepareCluster } from './postgres-cluster.js';
import { killWithChildren, removeStaleLock } from './postgres-process.js';
import { findPostgresPrograms } from './postgres-programs.js';
import { startServer } from './server-process.js';
import type { ServerProcess } from './server-process.js';
import { unprivilegedAccount, underAccount } from './unprivileged-account.js';

export interface PostgresOptions {
  /** The server's own folder; made on the first start. */
  readonly dataDir: string;
  /** A free one when left out. */
  readonly port?: number;
  /** Set at the first start. Left out, a random one is made and kept in the data folder. */
  readonly password?: string;
  /** False: commits do not wait for the disk. Only for figures, never where something is proved. Default true. */
  readonly durable?: boolean;
  /** A server left over on this folder by a killed run is stopped first, instead of refused. */
  readonly takeOver?: boolean;
  /** Added to the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly logFile?: string;
}

export interface LocalPostgres {
  /** Connection string of the administrator `meridian`, database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** `PostgreSQL 18.4`. */
  readonly version: string;
  readonly pid: number;
  /** Settles when the present server process ends, asked for or not. */
  readonly ended: Promise<string>;
  tail(lines: number): string[];
  /** `fast` ends sessions and writes everything down; `immediate` leaves recovery to the next start. Default fast. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  /** As a power cut of the processes: the server and its sessions get SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder, after `stop` or `kill`; a running one is stopped first. */
  restart(): Promise<void>;
}

const ADMINISTRATOR = 'meridian';
const START_PATIENCE_MS = 60_000;

/** Starts a real PostgreSQL on 127.0.0.1. Throws one sentence that names what was found and what to do. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const dataDir = resolve(options.dataDir);
  const programs = await findPostgresPrograms();
  const account = await unprivilegedAccount(dataDir);
  await prepareCluster({
    dataDir,
    programs,
    account,
    administrator: ADMINISTRATOR,
    password: options.password,
  });
  await removeStaleLock(dataDir, options.takeOver ?? false);
  const password = options.password ?? (await adminPassword(dataDir));

  let port = options.port ?? (await freePort());
  const urlOf = (number: number) => `postgresql://${ADMINISTRATOR}:${password}@127.0.0.1:${number}/postgres`;
  const launch = async (): Promise<ServerProcess> => {
    const settings = serverSettings(port, options.durable ?? true);
    const started = await underAccount(account, programs.postgres, ['-D', dataDir, ...settings], [dataDir]);
    const orphanSignal = 'SIGINT';
    const server = await startServer({
      name: 'PostgreSQL',
      orphanSignal,
      environment: { ...process.env, ...options.environment },
      logFile: options.logFile,
      ...started,
    });
    await untilReady(server, urlOf(port));
    return server;
  };
  let server = await launch().catch(async (failure: unknown) => {
    if (options.port !== undefined || !isPortTaken(failure)) throw failure;
    port = await freePort();
    return launch();
  });
  const stop = (mode: 'fast' | 'immediate' = 'fast') =>
    server.end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT', 30_000);

  return {
    url: urlOf(port),
    port,
    version: programs.version,
    get pid() {
      return server.pid;
    },
    get ended() {
      return server.ended;
    },
    tail: (lines) => server.tail(lines),
    stop,
    async kill() {
      await killWithChildren(server.pid);
      await server.ended;
    },
    async restart() {
      if (server.isRunning) await stop();
      await removeStaleLock(dataDir, true);
      server = await launch();
    },
  };
}

function serverSettings(port: number, durable: boolean): string[] {
  const promise = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    fsync: promise,
    synchronous_commit: promise,
    full_page_writes: promise,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function untilReady(server: ServerProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let reason: unknown;
  while (server.isRunning && Date.now() < deadline) {
    try {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
      return;
    } catch (failure) {
      reason = failure;
      await new Promise((wait) => setTimeout(wait, 25));
    }
  }
  const state = server.isRunning
    ? `is not ready after ${START_PATIENCE_MS / 1000} s`
    : `ended: ${await server.ended}`;
  const said = server.tail(15).join('\n  ');
  await server.end('SIGQUIT', 5_000);
  const last = reason instanceof Error ? ` The last attempt to connect: ${reason.message}.` : '';
  throw new Error(`PostgreSQL ${state}.${last} Its last lines:\n  ${said}`);
}

function isPortTaken(failure: unknown): boolean {
  return (
    failure instanceof Error &&
    /Address already in use|could not create any TCP\/IP sockets/i.test(failure.message)
  );
}
