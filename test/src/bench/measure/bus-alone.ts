import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUS_MIGRATIONS, reaction, startBus } from '@meridian/bus';
import type { BusLog, Delivery, HandlerRegistration, SharedWork, StandaloneBus } from '@meridian/bus';
import { createDatabases, startNats } from '@meridian/local';
import { PgDatabase } from '@meridian/testing';
import type { PgTx } from '@meridian/testing';
import { EarnedValueChanged, TaskProgressed } from '../../bus/trial-contracts.js';
import { say } from './bench-answer.js';
import type { EventPath } from './event-path.js';

export interface BusAlone {
  readonly path: EventPath;
  close(): Promise<void>;
}

interface Pair {
  readonly bus: StandaloneBus;
  readonly database: PgDatabase;
  readonly url: string;
}

const AGGREGATES = 60;

/**
 * The real bus between two services that do next to nothing: a row and an announcement for each event. Both live in this
 * process, each with a database of its own, with a broker of their own.
 */
export async function startBusAlone(adminUrl: string): Promise<BusAlone> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-bus-alone-'));
  const server = await startNats({ storeDir: folder });
  const mark = randomUUID().slice(0, 8);
  const start = async (
    name: 'projects' | 'budgeting',
    handlers: readonly HandlerRegistration[],
  ): Promise<Pair> => {
    const owner = { name: `alone_${name}_${mark}`, role: `alone_${name}_${mark}`, password: mark };
    const url = (await createDatabases(adminUrl, [owner]))[owner.name] as string;
    const database = new PgDatabase(url);
    await migrate(database);
    const natsPassword = server.passwords[name];
    const settings = { natsUrl: server.url, natsUser: name, natsPassword, databaseUrl: url };
    return { bus: await startBus({ service: name, database, handlers, settings, log }), database, url };
  };
  const owner = await start('projects', []);
  const consumer = await start('budgeting', [takeProgress]);
  const aggregateIds = Array.from({ length: AGGREGATES }, () => randomUUID());
  return {
    path: {
      ownerUrl: owner.url,
      consumerUrl: consumer.url,
      source: 'projects',
      type: TaskProgressed.subject,
      rest: () => Promise.resolve(), // nobody listens to the consumer
      aggregateIds,
      announce: (turn, events) =>
        owner.bus.outbox.transact(async ({ announce }) => {
          for (let step = 0; step < events; step += 1) {
            const projectId = aggregateIds[(turn * events + step) % AGGREGATES] as string;
            await announce(TaskProgressed, { projectId, step: turn });
          }
        }),
    },
    async close() {
      await Promise.all([owner, consumer].map(({ bus }) => bus.close()));
      await Promise.all([owner, consumer].map(({ database }) => database.close()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Standard output belongs to the answer. */
const log: BusLog = { warn: tell, error: tell };

function tell(sentence: string, facts: Record<string, unknown>): void {
  say(`${sentence} ${JSON.stringify(facts)}`);
}

const takeProgress = reaction(
  TaskProgressed,
  async (event, delivery: Delivery<PgTx, TakenRows>) => {
    const { projectId, step } = event;
    delivery.shared.rows.push({ projectId, step });
    await delivery.announce(EarnedValueChanged, { projectId, earned: step });
  },
  { open: (tx: PgTx) => Promise.resolve(new TakenRows(tx)) },
);

/** A row for each event, those of a transaction in one statement, as the services write theirs. */
class TakenRows implements SharedWork {
  readonly rows: { readonly projectId: string; readonly step: number }[] = [];

  constructor(private readonly tx: PgTx) {}

  async flush(): Promise<void> {
    await this.tx.$executeRawUnsafe(
      `INSERT INTO taken (project_id, step)
       SELECT "projectId", step FROM json_to_recordset($1::json) AS g ("projectId" text, step integer)`,
      JSON.stringify(this.rows),
    );
  }
}

async function migrate(database: PgDatabase): Promise<void> {
  for (const folder of (await readdir(BUS_MIGRATIONS)).sort()) {
    await database.$executeRawUnsafe(await readFile(join(BUS_MIGRATIONS, folder, 'migration.sql'), 'utf8'));
  }
  await database.$executeRawUnsafe('CREATE TABLE taken (project_id text NOT NULL, step integer NOT NULL)');
}
