import { setTimeout as pass } from 'node:timers/promises';
import { eventually } from '@meridian/testing';
import { databaseOf } from './database.js';
import type { Strike } from './scene.js';

const FILL_MS = 10_000;
const SEVERAL = 2;

/** Databases and streams have no room left. Proof: a write answers ENOSPC. A server that ended over it is started again. */
export async function fillDisk({ scene, step }: Strike): Promise<string> {
  const { disk, house } = scene;
  if (disk === undefined) throw new Error('There is no disk that could be filled.');
  const postgres = databaseOf(scene);
  const ended = { postgres: false, nats: false };
  const [postgresPid, natsPid] = [postgres.pid, house.nats?.pid];
  void postgres.ended.then(() => (ended.postgres = true));
  void house.nats?.ended.then(() => (ended.nats = true));
  try {
    await eventually(() => disk.fill(), { timeoutMs: FILL_MS, everyMs: 20 });
    await pass(step.holdMs * SEVERAL);
  } finally {
    await disk.free();
  }
  await pass(0);
  if (ended.postgres && postgres.pid === postgresPid) await postgres.restart();
  if (ended.nats && house.nats?.pid === natsPid) await house.nats?.restart();
  const gone = Object.entries(ended).flatMap(([name, isGone]) => (isGone ? [name] : []));
  return `ENOSPC${gone.length > 0 ? `; ${gone.join(' and ')} ended over it` : ''}`;
}
