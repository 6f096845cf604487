import { readFile } from 'node:fs/promises';
import type { Service } from '@meridian/local';
import { eventually } from '@meridian/testing';
import { Turns } from './turns.js';

/** Faults beside this one may keep a service from coming back for a while. */
const BACK_MS = 120_000;
const GONE_MS = 20_000;
const WATCH_EVERY_MS = 100;

/** The processes of the services, with an eye on those that end without being told to. */
export class Processes {
  readonly #ended = new Set<number>();
  readonly #lastPids = new Map<string, number>();
  readonly #watch: NodeJS.Timeout;
  /** Who may do something to a process, or to something else that bears one fault at a time. */
  readonly turns = new Turns();
  /** Services that ended although nobody ended them, with how often. */
  readonly endedByThemselves = new Map<string, number>();

  constructor(private readonly services: ReadonlyMap<string, Service>) {
    this.#watch = setInterval(() => this.#look(), WATCH_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#watch);
  }

  /** A process of the service that runs now; waits while it is being started again. */
  async running(name: string): Promise<number> {
    return eventually(
      async () => {
        const pid = this.#service(name).pid;
        const state = await processState(pid);
        if (state === undefined || state === 'Z') throw new Error(`${name} (${pid}) does not run`);
        return pid;
      },
      { timeoutMs: BACK_MS, everyMs: 20 },
    );
  }

  /** Sends a signal that ends the process and waits until it is gone. Answers the process number and how long that took. */
  async end(name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<{ pid: number; tookMs: number }> {
    const pid = await this.running(name);
    const sentMs = performance.now();
    this.#ended.add(pid);
    process.kill(pid, signal);
    await eventually(
      async () => {
        const state = await processState(pid);
        if (state !== undefined && state !== 'Z')
          throw new Error(`${name} (${pid}) still runs after ${signal}`);
      },
      { timeoutMs: GONE_MS, everyMs: 10 },
    );
    return { pid, tookMs: performance.now() - sentMs };
  }

  /** Waits until another process took the place of this one. */
  async replaced(name: string, pid: number): Promise<void> {
    await eventually(
      () => {
        if (this.#service(name).pid === pid) throw new Error(`${name} (${pid}) was not started again`);
      },
      { timeoutMs: BACK_MS, everyMs: 20 },
    );
  }

  #service(name: string): Service {
    const service = this.services.get(name);
    if (service === undefined) throw new Error(`The house has no service "${name}".`);
    return service;
  }

  #look(): void {
    for (const [name, { pid }] of this.services) {
      const before = this.#lastPids.get(name);
      this.#lastPids.set(name, pid);
      if (before === undefined || before === pid || this.#ended.has(before)) continue;
      this.endedByThemselves.set(name, (this.endedByThemselves.get(name) ?? 0) + 1);
    }
  }
}

/** Sends SIGSTOP and waits until the kernel says that the process stands still. */
export async function standStill(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  await eventually(
    async () => {
      const state = await processState(pid);
      if (state !== 'T') throw new Error(`${pid} is in state ${String(state)}, not stopped`);
    },
    { timeoutMs: GONE_MS, everyMs: 5 },
  );
}

export function goOn(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
}

/** The kernel's letter for the state of a process; undefined when there is none. */
async function processState(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return line?.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3);
}
