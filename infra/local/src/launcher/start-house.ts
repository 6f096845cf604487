import { fileURLToPath } from 'node:url';
import type { LocalNats } from '../nats-server.js';
import type { LocalPostgres } from '../postgres.js';
import { readSecrets, removeRunning, writeRunning } from './data-folder.js';
import type { DataFolder, Running } from './data-folder.js';
import { demonstrationStep } from './demonstration-step.js';
import { Ending } from './ending.js';
import { preflight } from './preflight.js';
import type { Service, Stage } from './service.js';
import type { Through } from './services-step.js';
import { startServices, startSignIn } from './services-step.js';
import { openBroker, openDatabases, SERVICES_WITH_DATABASE } from './stores.js';
import { tokensFrom } from './tokens.js';

export const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/[\\/]$/, '');

/** Runs one step of the start and tells its line; the step answers what it did, or undefined for nothing. */
export type ReportStep = (
  name: string,
  step: (progress: (text: string) => void) => Promise<string | undefined>,
) => Promise<unknown>;

export interface HouseOptions {
  readonly folder: DataFolder;
  /** Where the gateway answers; the identity provider takes the next port. */
  readonly port: number;
  readonly withDemonstration: boolean;
  readonly report: ReportStep;
  /** One sentence when something ended by itself and is started again. */
  readonly notice: (sentence: string) => void;
  /** False: PostgreSQL and nats-server stay down when they are killed, for tests that start them again themselves. */
  readonly keepsStoresRunning?: boolean;
  /** The longest wait before a service that ended is started again. Default 15 s. */
  readonly longestRestartWaitMs?: number | undefined;
  /** The address under which a service finds its database or the broker, for tests that stand in between. */
  readonly through?: Through | undefined;
  /** What is run for a service, for tests that put another version or another clock in its place. */
  readonly stage?: Stage | undefined;
  /** Added to the environment of the embedded PostgreSQL. */
  readonly databaseEnvironment?: NodeJS.ProcessEnv | undefined;
}

/** The whole product, running on this machine. */
export interface StartedHouse {
  readonly url: string;
  readonly issuer: string;
  readonly running: Running;
  readonly services: ReadonlyMap<string, Service>;
  /** Connection string of each service's database. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  /** The embedded servers; undefined when the environment gave others. */
  readonly postgres: LocalPostgres | undefined;
  readonly nats: LocalNats | undefined;
  /** A fresh access token for one of the seeded people. */
  readonly tokenOf: (handle: string) => Promise<string>;
}

/** Starts PostgreSQL, nats-server, sign-in and every service, each as its own process. Whatever starts is added to `ending`. */
export async function startHouse(options: HouseOptions, ending: Ending): Promise<StartedHouse> {
  const { folder, port, report } = options;
  const notice = (sentence: string): void => void (ending.hasBegun || options.notice(sentence));
  const url = `http://localhost:${port}`;
  await report('Preflight', () => preflight(port, folder.root));
  const secrets = await readSecrets(folder, SERVICES_WITH_DATABASE);
  const watch = { notice, keepsRunning: options.keepsStoresRunning ?? true };

  const endStore = ending.group();
  const databases = await step(report, 'Database', async () => {
    const opened = await openDatabases(folder, secrets, watch, options.databaseEnvironment);
    endStore(opened.stop);
    return opened;
  });
  const broker = await step(report, 'Event bus', async () => {
    const opened = await openBroker(folder, secrets, watch);
    endStore(opened.stop);
    return opened;
  });

  const endService = ending.group();
  const common = {
    folder,
    notice,
    longestRestartWaitMs: options.longestRestartWaitMs,
    through: options.through,
    stage: options.stage,
    onStarted: ({ stop }: { stop: () => Promise<void> }) => endService(stop),
  };
  const doors = [url, `http://127.0.0.1:${port}`];
  const { issuer } = await step(report, 'Sign-in', async () => {
    const started = await startSignIn(port + 1, doors, common);
    return { issuer: started, summary: `development identity provider at ${started}` };
  });
  const house = { repository: REPOSITORY, databases, broker, issuer, port };
  const started = await step(report, 'Services', (progress) => startServices({ house, progress, ...common }));

  const running = { pid: process.pid, url, issuer, services: started.running };
  await writeRunning(folder, running);
  ending.group()(() => removeRunning(folder));
  if (options.withDemonstration) {
    await report('Demo data', (progress) => demonstrationStep({ gatewayUrl: url, issuer, folder, progress }));
  }
  return {
    url,
    issuer,
    running,
    services: started.services,
    databaseUrls: databases.urls,
    postgres: databases.server,
    nats: broker.server,
    tokenOf: tokensFrom(issuer),
  };
}

/** A step whose result carries its own line. */
async function step<T extends { readonly summary: string }>(
  report: ReportStep,
  name: string,
  work: (progress: (text: string) => void) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  await report(name, async (progress) => {
    result = await work(progress);
    return result.summary;
  });
  return result as T;
}
