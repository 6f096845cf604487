import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { HealthListener } from '../health/health-listener.js';
import { Readiness } from '../health/readiness.js';
import { serviceLogger } from '../logs/service-logger.js';
import { serviceMetrics } from '../metrics/service-metrics.js';
import { figuresIn } from '../metrics/show-figure.js';
import type { ShowFigure } from '../metrics/show-figure.js';
import { readSettings } from '../settings/read-settings.js';
import type { WantedSettings } from '../settings/read-settings.js';
import { databaseSettings, doorSettings, processSettings } from '../settings/service-settings.js';
import type { DatabaseSettings, DoorSettings, ProcessSettings } from '../settings/service-settings.js';
import { ProcessLife } from '../shutdown/process-life.js';
import { attachBus, busMigrations } from './attach-bus.js';
import { createApplication } from './create-application.js';
import { announceEnding, closeDoor } from './door.js';
import { migrationsBeside } from './migration-folders.js';
import { prepareDatabase, probePool } from './prepare-database.js';
import { reachBroker } from './reach-broker.js';
import type { Patience } from './try-until-there.js';

export interface ServiceOptions {
  /** Settings of this service alone, read and checked with the others; found under `SETTINGS`. */
  readonly settings?: WantedSettings;
  /** False for a process without a database of its own. */
  readonly hasDatabase?: boolean;
  /** The folder of the service's migrations when it is not `prisma/migrations` of its package. */
  readonly migrations?: string;
  /**
   * Opens the process to clients: PORT becomes the door and health moves to HEALTH_PORT. The function prepares the
   * application (hooks, static files) before it listens; what it returns closes long-lived streams at the end. `show`
   * adds figures of its own to the metrics.
   */
  readonly door?: (
    app: NestFastifyApplication,
    show: ShowFigure,
  ) => Promise<void | CloseStreams> | void | CloseStreams;
  readonly adapter?: FastifyAdapter;
}

export type CloseStreams = () => Promise<void> | void;

type Settings = ProcessSettings & Partial<DatabaseSettings & DoorSettings>;

interface Start {
  readonly name: string;
  readonly module: Type;
  readonly options: ServiceOptions;
  readonly settings: Settings;
  readonly log: Logger;
  readonly readiness: Readiness;
  readonly life: ProcessLife;
}

const WAIT_FOR_OTHERS_MS = 120_000;

/**
 * Runs a service until its process is told to end. Waits for PostgreSQL and NATS (services start in any order), brings
 * the database up to date, serves health and metrics from the first moment, and logs one line `ready`.
 */
export async function startService(name: string, module: Type, options: ServiceOptions = {}): Promise<void> {
  const settings = settingsOrExit(name, options);
  const log = serviceLogger(name, settings.LOG_LEVEL);
  const readiness = new Readiness();
  const life = new ProcessLife(log, readiness, settings);
  try {
    await boot({ name, module, options, settings, log, readiness, life });
  } catch (failure) {
    if (!life.ending.aborted) await life.fail(failure, `${name} cannot start: ${(failure as Error).message}`);
  }
}

async function boot(start: Start): Promise<void> {
  const { name, module, options, settings, log, readiness, life } = start;
  const metrics = serviceMetrics(name, readiness);
  const health = new HealthListener(readiness, metrics);
  const healthPort = await health.listen(settings.HEALTH_PORT ?? settings.PORT, settings.HOST);
  life.shutdown.opened('health listener', () => health.close());
  const patience = {
    onWaiting: (reason: string) => log.warn(reason),
    signal: life.ending,
    forMs: WAIT_FOR_OTHERS_MS,
  };
  if (settings.DATABASE_URL !== undefined) await openDatabase(start, patience);
  await reachBroker(settings.NATS_URL, patience);
  const app = await createApplication(module, settings, log, options.adapter);
  life.shutdown.opened('application', () => app.close());
  await attachBus(app, {
    readiness,
    metrics,
    shutdown: life.shutdown,
    isService: settings.DATABASE_URL !== undefined,
  });
  const port = options.door === undefined ? undefined : await openDoor(start, app, figuresIn(metrics));
  readiness.open();
  log.info({ healthPort, port, ms: Math.round(performance.now()) }, 'ready');
}

async function openDatabase({ name, options, settings, log, readiness, life }: Start, patience: Patience) {
  const database = settings as DatabaseSettings;
  const folder = options.migrations ?? migrationsBeside(process.argv[1]!);
  const pool = probePool(name, database.DATABASE_URL);
  life.shutdown.opened('database probe', () => pool.end());
  readiness.add({ name: 'database', probe: async () => void (await pool.query('SELECT 1')) });
  await prepareDatabase(pool, database, [busMigrations, { schema: 'public', folder }], { log, patience });
}

async function openDoor(
  { options, settings, life }: Start,
  app: NestFastifyApplication,
  show: ShowFigure,
): Promise<number> {
  announceEnding(app, life.ending);
  const closeStreams = await options.door!(app, show);
  const server = await app.listen(settings.PORT, settings.HOST);
  life.shutdown.opened('door', async () => {
    await Promise.all([closeStreams?.(), closeDoor(server)]);
  });
  return (server.address() as AddressInfo).port;
}

function settingsOrExit(name: string, { settings, hasDatabase = true, door }: ServiceOptions): Settings {
  const wanted = {
    ...processSettings,
    ...(hasDatabase ? databaseSettings : {}),
    ...(door === undefined ? {} : doorSettings),
    ...settings,
  };
  try {
    return readSettings(wanted, process.env) as Settings;
  } catch (failure) {
    serviceLogger(name, 'info').fatal(`${name} cannot start: ${(failure as Error).message}`);
    return process.exit(1);
  }
}
