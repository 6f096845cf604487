import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@meridian/testing';
import { DECIDED_BY } from '../faults/client-load.js';
import type { ClientLoad } from '../faults/client-load.js';
import type { CommandLog } from '../faults/command-log.js';
import { isReady, RECOVERY_PATIENCE_MS, worksAgain } from '../faults/recovery.js';
import type { Work } from '../faults/recovery.js';

/** Something that goes wrong, and how one sees that it really did. */
export interface Fault {
  readonly name: string;
  readonly strike: () => Promise<void>;
  /** Throws while the fault has not taken effect. */
  readonly tookEffect: () => Promise<void> | void;
}

export interface Scene extends Work {
  readonly load: ClientLoad;
}

const EFFECT_PATIENCE_MS = 15_000;

/**
 * Lets a fault happen, waits until it took effect and until the product is whole again. Answers the milliseconds from the
 * strike to the recovery; throws when either never came.
 */
export async function sufferFault(scene: Scene, fault: Fault): Promise<number> {
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

/** SIGKILL: the process is another one afterwards, and somebody missed the service meanwhile. */
export function killedService({ trial, log, load }: Scene, name: string): Fault {
  const service = trial.house.services.get(name);
  if (service === undefined) throw new Error(`The house has no service "${name}".`);
  let pid = 0;
  let missedBefore = 0;
  const missed = () => missedOf(name, log, load);
  return {
    name: `kill -9 ${name}`,
    async strike() {
      pid = service.pid;
      missedBefore = missed();
      service.kill();
    },
    tookEffect() {
      if (service.pid === pid) throw new Error(`process ${pid} is still the one`);
      if (missed() === missedBefore) throw new Error('nobody missed it');
    },
  };
}

/** SIGKILL for nats-server: while it is down no command is answered. */
export function killedBroker({ trial, log }: Scene): Fault {
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
export function wipedBroker({ trial }: Scene): Fault {
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
export function killedPostgres({ trial, log }: Scene): Fault {
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

function missedOf(service: string, log: CommandLog, load: ClientLoad): number {
  const kinds = Object.keys(DECIDED_BY).filter(
    (kind) => service === 'gateway' || DECIDED_BY[kind] === service,
  );
  return kinds.reduce((sum, kind) => sum + log.unknowns(kind), load.missed(service));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
