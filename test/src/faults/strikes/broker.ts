import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { LocalNats } from '@meridian/local';
import { goOn, standStill } from './processes.js';
import type { Scene, Strike } from './scene.js';

const SEVERAL = 2;

/** SIGKILL, away for a while, started again. Proof: another process. */
export async function killBroker({ scene, step }: Strike): Promise<string> {
  const nats = brokerOf(scene);
  const before = nats.pid;
  await nats.kill();
  await pass(step.holdMs);
  await nats.restart();
  return otherProcess(before, nats.pid);
}

/** SIGSTOP, later SIGCONT. Proof: the kernel says that it stands still. */
export async function pauseBroker({ scene, step }: Strike): Promise<string> {
  const { pid } = brokerOf(scene);
  try {
    await standStill(pid);
    await pass(step.holdMs * SEVERAL);
  } finally {
    goOn(pid);
  }
  return `process ${pid} stood still`;
}

/** SIGTERM and a new start. Proof: another process. */
export async function restartBroker({ scene }: Strike): Promise<string> {
  const nats = brokerOf(scene);
  const before = nats.pid;
  await nats.restart();
  return otherProcess(before, nats.pid);
}

/** Its disk is lost. Proof: another process, and a mark that lay between the streams is gone. */
export async function deleteBrokerDisk({ scene }: Strike): Promise<string> {
  const nats = brokerOf(scene);
  const before = nats.pid;
  const mark = join(scene.folder, 'data/nats/jetstream/before');
  await writeFile(mark, '');
  await nats.wipe();
  const survived = await access(mark).then(
    () => true,
    () => false,
  );
  if (survived) throw new Error(`${mark} survived`);
  return otherProcess(before, nats.pid);
}

export function brokerOf({ house }: Scene): LocalNats {
  if (house.nats === undefined) throw new Error('The broker is not ours: unset NATS_URL.');
  return house.nats;
}

function otherProcess(before: number, after: number): string {
  if (before === after) throw new Error(`the broker is still process ${before}`);
  return `process ${after} after ${before}`;
}
