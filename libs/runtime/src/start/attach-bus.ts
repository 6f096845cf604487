import { BUS_FIGURES, BUS_MIGRATIONS, BusHealth, BusServer } from '@meridian/bus';
import type { BusFigures } from '@meridian/bus';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Registry } from 'prom-client';
import type { Readiness } from '../health/readiness.js';
import { showBusFigures, showBusLag } from '../metrics/bus-metrics.js';
import type { Shutdown } from '../shutdown/shutdown.js';
import type { SchemaMigrations } from './prepare-database.js';

export interface BusSurroundings {
  readonly readiness: Readiness;
  readonly metrics: Registry;
  readonly shutdown: Shutdown;
  /** A service answers and reacts; a client only asks. */
  readonly isService: boolean;
}

/** The bus keeps its tables in a schema of its own in every service's database. */
export const busMigrations: SchemaMigrations = { schema: 'bus', folder: BUS_MIGRATIONS };

/**
 * Connects the application to the bus: readiness and metrics see it, and a service begins to answer and to react. At the
 * end of the process the bus is drained before the application closes.
 */
export async function attachBus(app: NestFastifyApplication, around: BusSurroundings): Promise<void> {
  const { readiness, metrics, shutdown, isService } = around;
  const server = isService ? app.get(BusServer, { strict: false }) : undefined;
  const health = app.get(BusHealth, { strict: false });
  const figures = app.get<BusFigures>(BUS_FIGURES, { strict: false });
  if (server !== undefined) app.connectMicroservice({ strategy: server }, { inheritAppConfig: true });
  await app.init();
  if (server !== undefined) {
    await app.startAllMicroservices();
    shutdown.opened('bus', () => server.close());
  }
  showBusFigures(metrics, () => figures);
  showBusLag(metrics, async () => (await health.check()).relayLagMs);
  readiness.add({ name: 'bus', probe: () => probe(health) });
}

async function probe(health: BusHealth): Promise<void> {
  if (!(await health.check()).isReady) throw new Error('the broker does not answer');
}
