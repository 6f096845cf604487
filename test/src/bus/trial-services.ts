import { setTimeout as sleep } from 'node:timers/promises';
import { answering, reaction, startBus, startClient } from '@meridian/bus';
import type {
  BusLog,
  BusSettings,
  HandlerRegistration,
  StandaloneBus,
  StandaloneClient,
} from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import { PgDatabase, testDatabase } from '@meridian/testing';
import type { PgTx, TestBroker, TestDatabase } from '@meridian/testing';
import { EarnedValueChanged, ReportProgress, TaskProgressed } from './trial-contracts.js';

export const CLAIMS = { subject: 'u1', name: 'Ada', roles: ['manager'] };

/** What a trial service keeps. */
export interface TrialStore {
  readonly test: TestDatabase;
  readonly database: PgDatabase;
}

export interface TrialService extends TrialStore {
  readonly name: 'projects' | 'budgeting';
  readonly lines: string[];
  bus: StandaloneBus;
  /** Another replica of the same service on the same database. */
  replica(): Promise<StandaloneBus>;
  end(): Promise<void>;
}

/** Asks as the gateway does. */
export function trialClient(broker: TestBroker): Promise<StandaloneClient> {
  return startClient('trial', {
    natsUrl: broker.url,
    natsUser: 'gateway',
    natsPassword: broker.passwords.gateway,
  });
}

type Handlers = readonly HandlerRegistration[];

/** Starts a trial service with a database of its own and the tables it needs. */
export async function trialService(
  name: TrialService['name'],
  broker: TestBroker,
  handlers: Handlers,
  settings: Partial<BusSettings> = {},
): Promise<TrialService> {
  const store = await openTrialStore();
  const { test, database } = store;
  const lines: string[] = [];
  const log = linesOf(lines);
  const extra: StandaloneBus[] = [];
  const start = () =>
    startBus({
      service: name,
      database,
      handlers,
      log,
      settings: {
        natsUrl: broker.url,
        natsUser: name,
        natsPassword: broker.passwords[name],
        databaseUrl: test.url,
        sweepEveryMs: 2_000,
        ...settings,
      },
    });
  const service: TrialService = {
    name,
    test,
    database,
    lines,
    bus: await start(),
    async replica() {
      const bus = await start();
      extra.push(bus);
      return bus;
    },
    async end() {
      await Promise.all([service.bus, ...extra].map((bus) => bus.close()));
      await closeTrialStore(store);
    },
  };
  return service;
}

/** A database with the tables a trial service needs. */
export async function openTrialStore(): Promise<TrialStore> {
  const test = await testDatabase('bus');
  const database = new PgDatabase(test.url);
  await database.$executeRawUnsafe(
    'CREATE TABLE progress (project_id text PRIMARY KEY, steps integer NOT NULL)',
  );
  await database.$executeRawUnsafe(
    'CREATE TABLE taken (id bigserial PRIMARY KEY, project_id text NOT NULL, step integer NOT NULL, sequence integer NOT NULL)',
  );
  return { test, database };
}

export async function closeTrialStore({ test, database }: TrialStore): Promise<void> {
  await database.close();
  await test.drop();
}

/** The owner's one command: counts steps of a project and announces each. More than 50 at once are refused. */
export const reportProgress = answering(
  ReportProgress,
  async (request, call: import('@meridian/bus').Call<PgTx>) => {
    if (request.steps > 50) throw new Refusal('projects/too-many-steps', 'At most 50 steps at once.');
    const [row] = await call.tx.$queryRawUnsafe<{ steps: number }[]>(
      `INSERT INTO progress VALUES ($1, $2) ON CONFLICT (project_id) DO UPDATE SET steps = progress.steps + $2 RETURNING steps`,
      request.projectId,
      request.steps,
    );
    const last = row!.steps;
    for (let step = last - request.steps + 1; step <= last; step += 1) {
      await call.announce(TaskProgressed, { projectId: request.projectId, step });
    }
    return { step: last, receipt: call.newId() };
  },
);

/** The consumer's reaction: writes down what it took and announces the sum. `before` may fail or wait. */
export function recordProgress(
  before: (event: TaskProgressed) => Promise<void> | void = () => undefined,
): HandlerRegistration {
  return reaction(TaskProgressed, async (event, delivery: import('@meridian/bus').Delivery<PgTx>) => {
    await before(event);
    await delivery.tx.$executeRawUnsafe(
      'INSERT INTO taken (project_id, step, sequence) VALUES ($1, $2, $3)',
      event.projectId,
      event.step,
      delivery.sequence,
    );
    await delivery.announce(EarnedValueChanged, { projectId: event.projectId, earned: event.step * 10 });
  });
}

/** Steps in the order in which they took effect. */
export async function taken({ database }: TrialStore, projectId: string): Promise<number[]> {
  const rows = await database.$queryRawUnsafe<{ step: number }[]>(
    'SELECT step FROM taken WHERE project_id = $1 ORDER BY id',
    projectId,
  );
  return rows.map(({ step }) => step);
}

export async function report(service: TrialService, projectId: string, steps = 1): Promise<void> {
  await service.bus.outbox.transact<PgTx, void>(async ({ tx, announce }) => {
    const [row] = await tx.$queryRawUnsafe<{ steps: number }[]>(
      `INSERT INTO progress VALUES ($1, $2) ON CONFLICT (project_id) DO UPDATE SET steps = progress.steps + $2 RETURNING steps`,
      projectId,
      steps,
    );
    for (let step = row!.steps - steps + 1; step <= row!.steps; step += 1)
      await announce(TaskProgressed, { projectId, step });
  });
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export const moment = (ms: number) => sleep(ms);

function linesOf(lines: string[]): BusLog {
  const line = (sentence: string, facts: Record<string, unknown>) => {
    const told = Object.entries(facts).map(
      ([name, fact]) => `${name}=${fact instanceof Error ? fact.stack : JSON.stringify(fact)}`,
    );
    lines.push(`${sentence} ${told.join(' ')}`);
    if (process.env['BUS_LOG']) process.stderr.write(`${lines.at(-1)}\n`);
  };
  return { warn: line, error: line };
}
