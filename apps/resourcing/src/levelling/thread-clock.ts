import { readFileSync, readlinkSync } from 'node:fs';

/** What a time limit counts: the wall's time, or what a thread itself worked (for figures on a busy machine). */
export type Clock = 'wall' | 'cpu';

/** Milliseconds that this thread has worked; where the system does not tell (outside Linux), those of the wall. */
export function ownCpuMs(): number {
  return cpuMsOf('/proc/thread-self') ?? performance.now();
}

/** Where the system keeps this thread's accounts; another thread of the process may read them there. */
export function ownThreadPath(): string | undefined {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}`;
  } catch {
    return undefined;
  }
}

export function cpuMsOf(threadPath: string): number | undefined {
  try {
    return Number(readFileSync(`${threadPath}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
