import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Registry } from 'prom-client';
import type { Readiness } from '../health/readiness.js';
import type { Shutdown } from '../shutdown/shutdown.js';
import type { SchemaMigrations } from './prepare-database.js';
import type { Patience } from './try-until-there.js';

interface Attachment {
  readonly readiness: Readiness;
  readonly metrics: Registry;
  readonly patience: Patience;
  readonly shutdown: Shutdown;
}

/** The bus keeps its tables in a schema of its own in every service's database. */
export function busMigrations(): SchemaMigrations {
  const bus = import.meta.resolve('@meridian/bus');
  return { schema: 'bus', folder: fileURLToPath(new URL('../migrations', bus)) };
}

export async function attachBus(app: NestFastifyApplication, attachment: Attachment): Promise<void> {
  await app.init();
}
