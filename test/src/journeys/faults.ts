import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@meridian/testing';
import { DECIDED_BY } from '../faults/client-load.js';
import { isReady, RECOVERY_PATIENCE_MS, worksAgain } from '../faults/recovery.js';
import type { Work } from '../faults/recovery.js';

/** Something that goes wrong, and how one sees that it really did. */
export interface Fault {
  readonly name: string;
  readonly strike: () => Promise<void>;
  /** Throws while the fault has not taken effect. */
  readonly tookEffect: () => Promise<void> | void;
}

const EFFECT_PATIENCE_MS = 15_000;

/**
 * Lets a fault happen, waits until it took effect and until the product is whole again. Answers the milliseconds from the
 * strike to the recovery; throws when either never came.
 */
export async function sufferFault(scene: Work, fault: Fault): Promise<number> {
  const struckMs = performance.now();
  await fault.strike();
  await eventually(fault.tookEffect, { timeoutMs: EFFECT_PATIENCE_MS }).catch((failure: Error) => {
    throw new Error(`"${fault.name}" never took effect: ${failure.message}`, { cause: failure });
  });
  await eventually(() => isReady(scene.trial), { timeoutMs: RECOVERY_PATIENCE_MS, everyMs: 100 });
  await worksAgain(scene).catch((failure: Error) => {
    throw new Error(`Not whole again after "${fault.name}": ${failure.message}`, { cause: failure });
  });
  return performance.now() - struckMs;
}

/** SIGKILL: its own door is shut for a while, and the process is another one afterwards. */
export function killedService({ trial }: Work, name: string): Fault {
  const service = trial.house.services.get(name);
  const running = trial.house.running.services[name];
  if (service === undefined || running === undefined) throw new Error(`The house has no service "${name}".`);
  let pid = 0;
  return {
    name: `kill -9 ${name}`,
    async strike() {
      pid = service.pid;
      service.kill();
      await eventually(() => isShut(running.healthUrl), { timeoutMs: EFFECT_PATIENCE_MS, everyMs: 5 });
    },
    tookEffect() {
      if (service.pid === pid) throw new Error(`process ${pid} is still the one`);
    },
  };
}

/** SIGKILL for nats-server: while it is down no command is answered. */
export function killedBroker({ trial, log }: Work): Fault {
  const nats = trial.house.nats;
  if (nats === undefined) throw new Error('The broker is not ours to kill.');
  let unknownBefore = 0;
  return {
    name: 'kill -9 nats-server',
    async strike() {
      await nats.kill();
      unknownBefore = log.unknowns('progress');
      await eventually(() => log.unknowns('progress') > unknownBefore, { timeoutMs: EFFECT_PATIENCE_MS });
      await nats.restart();
    },
    tookEffect() {
      if (log.unknowns('progress') <= unknownBefore) throw new Error('no command went unanswered');
    },
  };
}

/** The broker's disk is lost while work goes on: the streams have to be made again from the services' databases. */
export function wipedBroker({ trial }: Work): Fault {
  const nats = trial.house.nats;
  if (nats === undefined) throw new Error('The broker is not ours to wipe.');
  const store = join(trial.folder, 'data/nats/jetstream');
  const mark = join(store, 'before-the-wipe');
  const stream = join(store, 'jetstream/MERIDIAN/streams/EVENTS_PROJECTS');
  return {
    name: 'the data folder of nats-server is wiped',
    async strike() {
      await access(stream);
      await writeFile(mark, '');
      await nats.wipe();
    },
    async tookEffect() {
      if (await exists(mark)) throw new Error(`${mark} survived`);
      await access(stream);
    },
  };
}

/** The server and all of its sessions get SIGKILL; started again, it recovers from its log. */
export function killedPostgres({ trial, log }: Work): Fault {
  const postgres = trial.house.postgres;
  if (postgres === undefined) throw new Error('PostgreSQL is not ours to kill.');
  const kinds = Object.keys(DECIDED_BY);
  let unknownsBefore: readonly number[] = [];
  const unanswered = () => kinds.every((kind, at) => log.unknowns(kind) > (unknownsBefore[at] ?? 0));
  return {
    name: 'kill -9 PostgreSQL',
    async strike() {
      await postgres.kill();
      unknownsBefore = kinds.map((kind) => log.unknowns(kind));
      await eventually(unanswered, { timeoutMs: EFFECT_PATIENCE_MS });
      await postgres.restart();
    },
    tookEffect() {
      if (!unanswered()) throw new Error('some commands were answered without a database');
    },
  };
}

async function isShut(healthUrl: string): Promise<void> {
  const answer = await fetch(`${healthUrl}/healthz/live`, { signal: AbortSignal.timeout(1_000) }).catch(
    () => undefined,
  );
  if (answer !== undefined) throw new Error(`${healthUrl} still answers`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
