import 'reflect-metadata';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BUS_MIGRATIONS, reaction, startBus } from '@meridian/bus';
import type { BusLog, Delivery, SharedWork } from '@meridian/bus';
import { PgDatabase } from '@meridian/testing';
import type { PgTx } from '@meridian/testing';
import { TaskProgressed } from '../../bus/trial-contracts.js';
import { say } from './bench-answer.js';
import type { AloneCall, AloneReply, AloneSettings } from './bus-alone.js';

// A process of its own, as every service is: what the bus does in one of them takes nothing from the other.
process.once('message', (settings: AloneSettings) => void serve(settings));

async function serve({ service, ...settings }: AloneSettings): Promise<void> {
  const database = new PgDatabase(settings.databaseUrl);
  await migrate(database);
  const handlers = service === 'budgeting' ? [takeProgress] : [];
  const bus = await startBus({ service, database, handlers, settings, log });
  process.on('message', ({ call, progress }: AloneCall) => {
    void bus.outbox
      .transact(async ({ announce }) => {
        for (const fact of progress) await announce(TaskProgressed, fact);
      })
      .then(
        () => reply({ call }),
        (error: unknown) => reply({ call, failure: String(error) }),
      );
  });
  process.once('disconnect', () => void bus.close().finally(() => database.close()));
  reply({ call: 0 });
}

function reply(said: AloneReply): void {
  process.send?.(said);
}

/** Standard output belongs to the answer. */
const log: BusLog = { warn: tell, error: tell };

function tell(sentence: string, facts: Record<string, unknown>): void {
  say(`${sentence} ${JSON.stringify(facts)}`);
}

const takeProgress = reaction(
  TaskProgressed,
  async (event, delivery: Delivery<PgTx, TakenRows>) => {
    delivery.shared.rows.push({ eventId: delivery.eventId, ...event });
  },
  { open: (tx: PgTx) => Promise.resolve(new TakenRows(tx)) },
);

/** A row for each event, those of a transaction in one statement, as the services write theirs. */
class TakenRows implements SharedWork {
  readonly rows: (TaskProgressed & { readonly eventId: string })[] = [];

  constructor(private readonly tx: PgTx) {}

  async flush(): Promise<void> {
    await this.tx.$executeRawUnsafe(
      `INSERT INTO taken (event_id, project_id, step, at)
       SELECT "eventId", "projectId", step, clock_timestamp()
         FROM json_to_recordset($1::json) AS g ("eventId" uuid, "projectId" text, step integer)`,
      JSON.stringify(this.rows),
    );
  }
}

async function migrate(database: PgDatabase): Promise<void> {
  for (const folder of (await readdir(BUS_MIGRATIONS)).sort()) {
    await database.$executeRawUnsafe(await readFile(join(BUS_MIGRATIONS, folder, 'migration.sql'), 'utf8'));
  }
  await database.$executeRawUnsafe(`CREATE TABLE taken (
    event_id uuid PRIMARY KEY, project_id text NOT NULL, step integer NOT NULL, at timestamptz NOT NULL)`);
}
