import { startServer } from '../server-process.js';
import type { ServerProcess } from '../server-process.js';

/** What is run for a service. */
export interface ServiceProgram {
  /** The compiled entry file. */
  readonly file: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Answers what to run instead, asked before every start. */
export type Stage = (service: string, usual: ServiceProgram) => ServiceProgram;

export interface ServiceCommand extends ServiceProgram {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly logFile: string;
  /** Answers 200 when the service takes work. */
  readonly readyUrl: string;
  /** The wait before it is started again doubles up to this. Default 15 s. */
  readonly longestRestartWaitMs?: number | undefined;
  readonly stage?: Stage | undefined;
  /** One sentence whenever the service ended by itself and is started again. */
  readonly notice: (sentence: string) => void;
}

export interface Service {
  readonly name: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** SIGKILL; it is started again by itself. */
  kill(): void;
  /** After `stop`: starts it again and waits until it is ready. */
  start(): Promise<void>;
}

const READY_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 15_000;
const ASK_EVERY_MS = 50;
const FIRST_WAIT_MS = 500;
const DEFAULT_LONGEST_WAIT_MS = 15_000;
const STEADY_AFTER_MS = 60_000;
const LINES_TOLD = 15;
/**
 * Several services share this machine: V8 would rather take memory than collect garbage, and its helpers would each want a core.
 * With a smaller young generation most of what a burst of events makes is carried into the old one before it dies.
 */
const MEMORY_LIMITS = ['--max-semi-space-size=8', '--max-old-space-size=320', '--v8-pool-size=2'];
/**
 * glibc gives each thread an arena of its own, and what was freed in one stays there; and it serves large blocks from the middle of
 * the heap as soon as one was freed, V8's compiler zones among them. With both told not to, eight services hold a fifth less.
 */
const MEMORY_ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** Starts a service and waits until it is ready; from then on it is started again whenever it ends by itself. */
export async function startLocalService(command: ServiceCommand): Promise<Service> {
  let server: ServerProcess;
  let isStopping = false;
  const longestWaitMs = command.longestRestartWaitMs ?? DEFAULT_LONGEST_WAIT_MS;
  const start = async () => {
    isStopping = false;
    server = await launch(command);
    await untilReady(command, server).catch(async (failure: unknown) => {
      await server.end('SIGTERM', STOP_PATIENCE_MS);
      throw failure;
    });
    keepAlive().catch((failure: Error) => command.notice(failure.message));
  };
  const keepAlive = async () => {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      const startedAt = Date.now();
      const how = await server.ended;
      if (isStopping) return;
      if (Date.now() - startedAt > STEADY_AFTER_MS) waitMs = FIRST_WAIT_MS;
      command.notice(
        `${command.name} ended (${how}) and is started again; its last words are in ${command.logFile}`,
      );
      await new Promise((wait) => setTimeout(wait, waitMs));
      if (isStopping) return;
      server = await launch(command);
    }
  };
  await start();
  return {
    name: command.name,
    get pid() {
      return server.pid;
    },
    async stop() {
      isStopping = true;
      await server.end('SIGTERM', STOP_PATIENCE_MS);
    },
    kill: () => server.signal('SIGKILL'),
    start,
  };
}

function launch(command: ServiceCommand): Promise<ServerProcess> {
  const { name, folder, logFile, stage } = command;
  const { file, environment } = stage?.(name, command) ?? command;
  const args = [...MEMORY_LIMITS, file, ...command.arguments];
  const whole = { ...MEMORY_ENVIRONMENT, ...environment };
  return startServer({
    name,
    program: process.execPath,
    arguments: args,
    environment: whole,
    folder,
    logFile,
  });
}

async function untilReady({ name, readyUrl }: ServiceCommand, server: ServerProcess): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  let answered = 'it did not answer';
  while (server.isRunning && Date.now() < deadline) {
    const response = await fetch(readyUrl, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    const body = await response?.text().catch(() => undefined);
    if (response?.status === 200) return;
    if (body !== undefined) answered = body;
    await new Promise((wait) => setTimeout(wait, ASK_EVERY_MS));
  }
  const state = server.isRunning
    ? `is not ready after ${READY_PATIENCE_MS / 1000} s (${answered})`
    : `ended at start (${await server.ended})`;
  const lines = server.tail(LINES_TOLD).map(readableLine);
  throw new Error(`${name} ${state}. Its last lines:\n\n    ${lines.join('\n    ')}`);
}

/** A log line as a person reads it: level and message of a JSON line, anything else as it is. */
function readableLine(line: string): string {
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: unknown;
      msg?: string;
      err?: { message?: string };
    };
    const reason = err?.message !== undefined && !msg?.includes(err.message) ? `: ${err.message}` : '';
    return msg === undefined ? line : `${String(level)} ${msg}${reason}`;
  } catch {
    return line;
  }
}
