import { readdir, readFile } from 'node:fs/promises';
import type { StartedHouse } from '@meridian/local';

/** Seconds of processor time used so far. Outside Linux nobody says, and all of it is 0. */
export interface ProcessorTime {
  readonly gateway: number;
  /** Services, broker and PostgreSQL with its sessions. */
  readonly house: number;
  readonly generator: number;
  /** Everything on this machine. */
  readonly machine: number;
}

const TICKS_PER_SECOND = 100;

export async function processorTime(
  { services, nats, postgres }: StartedHouse,
  generatorPid: number,
): Promise<ProcessorTime> {
  const processes = await everyProcess();
  const of = (pid: number | undefined): number => processes.get(pid ?? 0)?.seconds ?? 0;
  const sessions = [...processes.values()].filter(({ parent }) => parent === postgres?.pid);
  const known = [...[...services.values()].map(({ pid }) => pid), nats?.pid, postgres?.pid];
  return {
    gateway: of(services.get('gateway')?.pid),
    house: sum([...known.map(of), ...sessions.map(({ seconds }) => seconds)]),
    generator: of(generatorPid),
    machine: await machineSeconds(),
  };
}

/** What was used between two moments. */
export function between(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return {
    gateway: after.gateway - before.gateway,
    house: after.house - before.house,
    generator: after.generator - before.generator,
    machine: after.machine - before.machine,
  };
}

interface ProcessSeen {
  readonly parent: number;
  /** Its own, and that of children that ended. */
  readonly seconds: number;
}

async function everyProcess(): Promise<ReadonlyMap<number, ProcessSeen>> {
  const names = await readdir('/proc').catch(() => []);
  const seen = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => [Number(name), await processSeen(name)] as const),
  );
  return new Map(seen);
}

/** proc(5): after the name in parentheses come state, parent, and from the twelfth on the four times. */
async function processSeen(name: string): Promise<ProcessSeen> {
  const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
  const fields = line
    .slice(line.lastIndexOf(')') + 1)
    .trim()
    .split(' ');
  return {
    parent: Number(fields[1] ?? 0),
    seconds: sum(fields.slice(11, 15).map(Number)) / TICKS_PER_SECOND,
  };
}

/** All but what was idle or waited for disks. */
async function machineSeconds(): Promise<number> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => '');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = (text.split('\n', 1)[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return sum([user, nice, system, irq, softIrq]) / TICKS_PER_SECOND;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
