import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { natsConfiguration, passwordEnvironment, randomBusPasswords } from './nats-configuration.js';
import type { BusPasswords, BusUser } from './nats-configuration.js';
import { findNatsProgram } from './nats-program.js';
import { startServer } from './server-process.js';
import type { ServerProcess } from './server-process.js';

export interface NatsOptions {
  /** Holds the configuration and, below `jetstream`, the streams. */
  readonly storeDir: string;
  /** A free one when left out. */
  readonly port?: number;
  /** Random ones when left out. */
  readonly passwords?: BusPasswords;
  readonly logFile?: string;
}

export interface LocalNats {
  /** `nats://127.0.0.1:4222`, without a user. */
  readonly url: string;
  readonly port: number;
  /** `2.14.0`. */
  readonly version: string;
  readonly passwords: BusPasswords;
  readonly pid: number;
  /** Settles when the present server process ends, asked for or not. */
  readonly ended: Promise<string>;
  /** The connection string of a user. */
  urlOf(user: BusUser): string;
  tail(lines: number): string[];
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same port and store, after `stop` or `kill`; a running one is stopped first. */
  restart(): Promise<void>;
  /** The disk of the broker is lost: killed, everything stored deleted, started again. */
  wipe(): Promise<void>;
  /** The process stands still; its connections stay open. */
  pause(): void;
  resume(): void;
}

const START_PATIENCE_MS = 30_000;
const STOP_PATIENCE_MS = 15_000;

/** Starts a real nats-server with JetStream and the users of infra/nats/accounts.conf, on 127.0.0.1. */
export async function startNats(options: NatsOptions): Promise<LocalNats> {
  const program = await findNatsProgram();
  await mkdir(options.storeDir, { recursive: true });
  const folder = await realpath(options.storeDir);
  const storeDir = join(folder, 'jetstream');
  const configFile = join(folder, 'nats-server.conf');
  const passwords = options.passwords ?? randomBusPasswords();

  const launch = async (port: number): Promise<ServerProcess> => {
    await writeFile(configFile, natsConfiguration({ program, folder, storeDir, port }), { mode: 0o600 });
    const server = await startServer({
      name: 'nats-server',
      program: program.path,
      arguments: ['--config', configFile],
      environment: { ...process.env, ...passwordEnvironment(passwords) },
      logFile: options.logFile,
    });
    await untilReady(server);
    return server;
  };
  const port = options.port ?? (await freePort());
  let server = await launch(port);
  const restart = async () => {
    await server.end('SIGTERM', STOP_PATIENCE_MS);
    server = await launch(port);
  };
  const kill = () => server.end('SIGKILL', STOP_PATIENCE_MS);

  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    version: program.version,
    passwords,
    get pid() {
      return server.pid;
    },
    get ended() {
      return server.ended;
    },
    urlOf: (user) => `nats://${user}:${passwords[user]}@127.0.0.1:${port}`,
    tail: (lines) => server.tail(lines),
    stop: () => server.end('SIGTERM', STOP_PATIENCE_MS),
    kill,
    restart,
    async wipe() {
      await kill();
      await rm(storeDir, { recursive: true, force: true });
      await restart();
    },
    pause: () => server.signal('SIGSTOP'),
    resume: () => server.signal('SIGCONT'),
  };
}

async function untilReady(server: ServerProcess): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (server.isRunning && Date.now() < deadline) {
    if (server.tail(50).some((line) => line.includes('Server is ready'))) return;
    await new Promise((wait) => setTimeout(wait, 5));
  }
  const state = server.isRunning
    ? `is not ready after ${START_PATIENCE_MS / 1000} s`
    : `ended: ${await server.ended}`;
  await server.end('SIGKILL', STOP_PATIENCE_MS);
  throw new Error(`nats-server ${state}. Its last lines:\n  ${server.tail(15).join('\n  ')}`);
}
