import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabases, startNats } from '@meridian/local';
import { TaskProgressed } from '../../bus/trial-contracts.js';
import type { EventPath } from './event-path.js';

export interface BusAlone {
  readonly path: EventPath;
  close(): Promise<void>;
}

/** The first message to a process: which service it is. */
export interface AloneSettings {
  readonly service: 'projects' | 'budgeting';
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
}

/** Events to announce in one transaction. */
export interface AloneCall {
  readonly call: number;
  readonly progress: readonly { readonly projectId: string; readonly step: number }[];
}

/** Call 0 stands for the start. */
export interface AloneReply {
  readonly call: number;
  readonly failure?: string;
}

const PROGRAM = fileURLToPath(new URL('./bus-alone-service.js', import.meta.url));
const AGGREGATES = 60;

/**
 * The real bus between two services that do next to nothing: a row for each event. Each has a process and a database of its
 * own, and the broker is theirs alone.
 */
export async function startBusAlone(adminUrl: string): Promise<BusAlone> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-bus-alone-'));
  const server = await startNats({ storeDir: folder });
  const mark = randomUUID().slice(0, 8);
  const start = async (service: AloneSettings['service']): Promise<AloneService> => {
    const owner = { name: `alone_${service}_${mark}`, role: `alone_${service}_${mark}`, password: mark };
    const databaseUrl = (await createDatabases(adminUrl, [owner]))[owner.name] as string;
    const natsPassword = server.passwords[service];
    return AloneService.start({ service, databaseUrl, natsUrl: server.url, natsUser: service, natsPassword });
  };
  const owner = await start('projects');
  const consumer = await start('budgeting');
  const aggregateIds = Array.from({ length: AGGREGATES }, () => randomUUID());
  return {
    path: {
      ownerUrl: owner.settings.databaseUrl,
      consumerUrl: consumer.settings.databaseUrl,
      source: 'projects',
      effects:
        'SELECT event_id::text AS id, (extract(epoch FROM at) * 1000)::float8 AS ms FROM taken WHERE event_id = ANY($1)',
      type: TaskProgressed.subject,
      rest: () => Promise.resolve(), // nobody listens to the consumer
      aggregateIds,
      announce: (turn, events) =>
        owner.announce(
          Array.from({ length: events }, (_, step) => ({
            projectId: aggregateIds[(turn * events + step) % AGGREGATES] as string,
            step: turn,
          })),
        ),
    },
    async close() {
      await Promise.all([owner, consumer].map((service) => service.end()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

class AloneService {
  readonly #open = new Map<number, (reply: AloneReply) => void>();
  #calls = 0;

  private constructor(
    readonly settings: AloneSettings,
    private readonly child: ChildProcess,
  ) {
    child.on('message', (reply: AloneReply) => this.#settle(reply));
    child.once('exit', () => {
      for (const call of this.#open.keys()) this.#settle({ call, failure: 'the process ended' });
    });
  }

  static async start(settings: AloneSettings): Promise<AloneService> {
    const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const service = new AloneService(settings, child);
    const ready = service.#replyTo(0);
    child.send(settings);
    await ready;
    return service;
  }

  async announce(progress: AloneCall['progress']): Promise<void> {
    this.#calls += 1;
    const call = this.#calls;
    const announced = this.#replyTo(call);
    this.child.send({ call, progress });
    await announced;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    if (this.child.connected) this.child.disconnect();
    await ended;
  }

  #replyTo(call: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#open.set(call, ({ failure }) =>
        failure === undefined ? resolve() : reject(new Error(`${this.settings.service}: ${failure}`)),
      );
    });
  }

  #settle(reply: AloneReply): void {
    this.#open.get(reply.call)?.(reply);
    this.#open.delete(reply.call);
  }
}
