import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import type { Account } from './unprivileged-account.js';
import { endWithThisProcess } from './orphan-guard.js';

export interface ServerCommand {
  /** Called so in messages, for example `PostgreSQL`. */
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly folder?: string;
  /** The account to run under; this process's own when left out. */
  readonly account?: Account;
  /** Everything the server prints is appended to this file. */
  readonly logFile?: string;
  /** What the server gets when this process is gone, however it went. Default SIGTERM. */
  readonly orphanSignal?: NodeJS.Signals;
}

/** A server of ours in a process group of its own, so that Ctrl-C reaches us and we decide the order of stopping. */
export interface ServerProcess {
  readonly pid: number;
  readonly isRunning: boolean;
  /** The last lines it printed, oldest first; at most 200 are kept. */
  tail(lines: number): string[];
  signal(signal: NodeJS.Signals): void;
  /** Settles when the process has ended: `exit code 1` or `signal SIGKILL`. */
  readonly ended: Promise<string>;
  /** Sends the signal and waits for the end; after the patience it is killed. */
  end(signal: NodeJS.Signals, patienceMs: number): Promise<void>;
}

const LINES_KEPT = 200;

/** Starts the server. Throws one sentence when the program cannot be started. */
export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const child = spawn(command.program, command.arguments, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: command.environment ?? process.env,
    ...(command.folder === undefined ? {} : { cwd: command.folder }),
    ...(command.account === undefined ? {} : { uid: command.account.uid, gid: command.account.gid }),
  });
  await new Promise<void>((spawned, failed) => {
    child.once('spawn', spawned);
    child.once('error', (reason) =>
      failed(new Error(`${command.name} could not be started: ${reason.message}`)),
    );
  });
  const pid = child.pid as number;
  const lines = collectLines([child.stdout, child.stderr], command.logFile);
  const guard = endWithThisProcess(pid, command.orphanSignal ?? 'SIGTERM');
  let isRunning = true;
  const ended = new Promise<string>((settled) => {
    child.once('close', (code, signal) =>
      settled(signal === null ? `exit code ${code}` : `signal ${signal}`),
    );
    child.once('exit', () => {
      isRunning = false;
      guard.dismiss();
    });
  });
  const signal = (name: NodeJS.Signals) => void (isRunning && child.kill(name));
  return {
    pid,
    get isRunning() {
      return isRunning;
    },
    tail: (count) => lines.slice(-count),
    signal,
    ended,
    async end(name, patienceMs) {
      signal(name);
      signal('SIGCONT');
      const killer = setTimeout(() => signal('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(killer);
    },
  };
}

function collectLines(streams: readonly NodeJS.ReadableStream[], logFile: string | undefined): string[] {
  const lines: string[] = [];
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  let open = streams.length;
  for (const stream of streams) {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      log?.write(chunk);
      const parts = (rest + chunk.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts.map((line) => line.trimEnd()));
      if (lines.length > LINES_KEPT) lines.splice(0, lines.length - LINES_KEPT);
    });
    stream.on('end', () => {
      if (rest !== '') lines.push(rest);
      open -= 1;
      if (open === 0) log?.end();
    });
  }
  return lines;
}
