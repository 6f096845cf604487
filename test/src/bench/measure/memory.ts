import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { StartedHouse } from '@meridian/local';

const MB_IN_KB = 1024;

/** Resident memory of a process in MB. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  if (status !== undefined) return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / MB_IN_KB;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / MB_IN_KB;
}

/**
 * Services, broker and PostgreSQL with its sessions, in MB. What processes share (the program itself, PostgreSQL's
 * buffers) counts once; where that is not known (outside Linux) each counts it.
 */
export async function stackMb({ services, nats, postgres }: StartedHouse): Promise<number> {
  const pids = [...[...services.values()].map(({ pid }) => pid), ...(nats ? [nats.pid] : [])];
  const sessions = postgres ? await withChildren(postgres.pid) : [];
  const shares = await Promise.all([...pids, ...sessions].map(proportionalMb));
  return shares.reduce((sum, mb) => sum + mb, 0);
}

async function proportionalMb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => undefined);
  if (rollup === undefined) return residentMb(pid).catch(() => 0);
  return Number(/Pss:\s+(\d+)/.exec(rollup)?.[1] ?? 0) / MB_IN_KB;
}

async function withChildren(pid: number): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const numbers = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(
    numbers.map(async (number) => {
      const line = await readFile(`/proc/${number}/stat`, 'utf8').catch(() => '');
      return Number(
        line
          .slice(line.lastIndexOf(')') + 1)
          .trim()
          .split(' ')[1],
      );
    }),
  );
  return [pid, ...numbers.filter((_, index) => parents[index] === pid)];
}
