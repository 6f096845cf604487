import { discardedEvents, ownerRecord, takenHistory } from '@meridian/bus';
import type { Requests } from '@meridian/bus';
import { Client } from 'pg';
import { compareTables, type Comparison } from '../persistence/compare-tables.js';
import {
  analyzeNextTables,
  dropOldTables,
  makeNextTables,
  writeNextTables,
} from '../persistence/next-tables.js';
import { sqlOf } from '../persistence/sql-of.js';
import { Fold, type Taken } from './fold.js';
import { takeOver } from './take-over.js';

export interface RebuildPlace {
  readonly databaseUrl: string;
  /** The folder of the service's migrations. */
  readonly migrations: string;
  /** Asks the owners. */
  readonly requests: Requests;
}

export interface RebuildReport extends Comparison {
  readonly owners: Readonly<Record<string, { readonly aggregates: number; readonly events: number }>>;
  readonly events: number;
  /** From the first question to an owner until the new tables were written. */
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** For so long no event was taken. Questions were answered all the time. */
  readonly pausedMs: number;
  readonly isEqual: boolean;
}

const REBUILD_KEY = 7_305_114_118;
/** So few events are taken while the inboxes stand still. */
const FEW = 200;
const MOST_ROUNDS = 50;

/**
 * Builds the read models once more from the owners' records, in tables of their own, and puts them in the place of the
 * ones in use. Up to the swap nothing that anybody reads is touched, so a rebuild that fails has changed nothing.
 */
export async function rebuild(place: RebuildPlace): Promise<RebuildReport> {
  const [client, holder, watcher] = await Promise.all([connect(place), connect(place), connect(place)]);
  try {
    await beAlone(client);
    await makeNextTables(client, place.databaseUrl, place.migrations);
    const fold = new Fold(
      (owner) => ownerRecord(place.requests, 'reporting', owner),
      await discardedEvents(sqlOf(client)),
    );
    const startedAt = performance.now();
    const taken = await catchUp(client, fold);
    await writeNextTables(client, fold.rows.takeChanged());
    const seconds = (performance.now() - startedAt) / 1_000;
    await analyzeNextTables(client);
    const pausedMs = await takeOver({ holder, writer: client, watcher, fold });
    const comparison = await compareTables(watcher);
    await watcher.query('COMMIT');
    await dropOldTables(client);
    const isEqual = comparison.checksum.before === comparison.checksum.after;
    return { ...figuresOf(taken, seconds), pausedMs, ...comparison, isEqual };
  } finally {
    await Promise.all([client.end(), holder.end(), watcher.end()]);
  }
}

/** Follows what the service took until only a little is left, which is what it took meanwhile. */
async function catchUp(client: Client, fold: Fold): Promise<Taken> {
  for (let round = 1; ; round += 1) {
    const taken = await takenHistory(sqlOf(client));
    if (round > 1 && (fold.behind(taken) <= FEW || round > MOST_ROUNDS)) return taken;
    await fold.follow(taken);
  }
}

async function beAlone(client: Client): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
    REBUILD_KEY,
  ]);
  if (!rows[0]!.alone) throw new Error('Another rebuild of reporting is running; wait until it has ended.');
}

function figuresOf(taken: Taken, seconds: number) {
  const owners = Object.fromEntries(
    [...taken]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([owner, stretches]) => {
        const events = stretches.reduce((sum, { upTo }) => sum + upTo.sequence, 0);
        return [owner, { aggregates: stretches.length, events }];
      }),
  );
  const events = Object.values(owners).reduce((sum, owner) => sum + owner.events, 0);
  return { owners, events, seconds, eventsPerSecond: Math.round(events / seconds) };
}

async function connect({ databaseUrl }: RebuildPlace): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'reporting-rebuild',
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
