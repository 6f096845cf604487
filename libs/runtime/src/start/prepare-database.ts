import { Pool } from 'pg';
import type { Logger } from 'pino';
import { isConnectionLost } from '../database/connection-lost.js';
import { endsInTime } from '../database/end-pool.js';
import { durabilityGaps } from '../database/durability.js';
import { applyMigrations } from '../migrations/apply-migrations.js';
import type { DatabaseSettings } from '../settings/service-settings.js';
import { tryUntilThere } from './try-until-there.js';
import type { Patience } from './try-until-there.js';

/** A schema of the service's database and the migrations that belong to it. */
export interface SchemaMigrations {
  readonly schema: string;
  readonly folder: string;
}

/** A connection for the runtime's own questions, apart from the service's pool. */
export function probePool(service: string, url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: `${service}-probe`,
    max: 1,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return endsInTime(pool);
}

/** Waits for PostgreSQL, refuses one that may lose what it has acknowledged, and brings the schemas up to date. */
export async function prepareDatabase(
  pool: Pool,
  settings: DatabaseSettings,
  schemas: readonly SchemaMigrations[],
  { log, patience }: { readonly log: Logger; readonly patience: Patience },
): Promise<void> {
  let gaps: readonly string[] = [];
  const askForGaps = async (): Promise<void> => void (gaps = await durabilityGaps(pool));
  await tryUntilThere('the database', askForGaps, patience);
  if (gaps.length > 0 && !settings.MERIDIAN_ALLOW_UNSAFE_DATABASE) {
    throw new Error(
      `The database could lose what it has acknowledged: ${gaps.join(' ')} ` +
        'Put it right, or set MERIDIAN_ALLOW_UNSAFE_DATABASE=1 for throw-away data.',
    );
  }
  for (const gap of gaps) log.warn(`unsafe database allowed: ${gap}`);
  for (const { schema, folder } of schemas) {
    const migrate = async (): Promise<void> => {
      const { applied, later } = await applyMigrations({ url: settings.DATABASE_URL, folder, schema });
      if (later !== undefined) log.warn({ schema, later }, 'a newer version has migrated the database');
      if (applied.length > 0) log.info({ schema, applied }, 'migrations applied');
    };
    await tryUntilThere('the database', migrate, { ...patience, mayComeRight: isConnectionLost });
  }
}
