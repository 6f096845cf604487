import { setTimeout as pass } from 'node:timers/promises';
import { eventually } from '@meridian/testing';
import { SERVICES } from '../recovery.js';
import { goOn, standStill } from './processes.js';
import type { Scene, Strike } from './scene.js';

const READY_MS = 45_000;
const SEVERAL = 3;
const MOST_AT_ONCE = 4;

/** SIGKILL. Proof: the process is gone, and another one came. */
export async function killService({ scene: { processes }, step }: Strike): Promise<string> {
  const { pid } = await processes.end(step.service, 'SIGKILL');
  await processes.replaced(step.service, pid);
  return `process ${pid} is gone`;
}

/** SIGSTOP, later SIGCONT. Proof: the kernel says that it stands still. */
export async function pauseService({ scene: { processes }, step }: Strike): Promise<string> {
  const pid = await processes.running(step.service);
  try {
    await standStill(pid);
    await pass(step.holdMs * SEVERAL);
  } finally {
    goOn(pid);
  }
  return `process ${pid} stood still`;
}

/** SIGTERM. Proof: the process ended by itself in time, and another one came. */
export async function restartService({ scene: { processes }, step }: Strike): Promise<string> {
  const { pid, tookMs } = await processes.end(step.service, 'SIGTERM');
  await processes.replaced(step.service, pid);
  return `process ${pid} took ${Math.round(tookMs)} ms to end`;
}

/** A deployment: a few at a time, each ready before the next one ends. Proof: all processes are others. */
export async function restartAllInTurn(strike: Strike): Promise<string> {
  const { scene, chance } = strike;
  const slowest = { name: '', tookMs: 0 };
  const atOnce = chance.between(1, MOST_AT_ONCE);
  await deploy(scene, chance.shuffled(SERVICES), atOnce, (name, tookMs) => {
    if (tookMs > slowest.tookMs) Object.assign(slowest, { name, tookMs });
  });
  return `${atOnce} at a time; ${slowest.name} took ${Math.round(slowest.tookMs)} ms to end`;
}

/** Ends services by SIGTERM, so many at a time, and waits until what is started in their place is ready. */
export async function deploy(
  scene: Scene,
  names: readonly string[],
  atOnce: number,
  ended: (name: string, tookMs: number) => void,
): Promise<void> {
  const waiting = [...names];
  const one = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      ended(name, await replace(scene, name));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

function replace(scene: Scene, name: string): Promise<number> {
  return scene.processes.turns.during([`service ${name}`], async () => {
    const { pid, tookMs } = await scene.processes.end(name, 'SIGTERM');
    await scene.processes.replaced(name, pid);
    await untilReady(scene, name);
    return tookMs;
  });
}

async function untilReady({ house }: Scene, name: string): Promise<void> {
  const url = `${house.running.services[name]?.healthUrl}/healthz/ready`;
  await eventually(
    async () => {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (status !== 200) throw new Error(`${name} answers ${status}`);
    },
    { timeoutMs: READY_MS, everyMs: 50 },
  );
}
