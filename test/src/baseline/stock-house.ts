import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDatabases,
  Ending,
  freePort,
  openDataFolder,
  startLocalService,
  startNats,
  startPostgres,
} from '@meridian/local';
import type { LocalNats, LocalPostgres, Service } from '@meridian/local';
import { applyMigrations } from '@meridian/runtime';
import { HouseLinks } from '../faults/links/house-links.js';
import { buildApplication, migrationsOf, STOCK_SERVICES } from './build-application.js';
import type { StockService } from './build-application.js';

export interface StockHouseOptions {
  /** Told each service that was started again. */
  readonly say: (sentence: string) => void;
  /** Called with the empty folder before anything starts; what it answers is called when everything has ended. */
  readonly prepare?: (folder: string) => Promise<() => Promise<void>>;
}

/** The stock application with the stores of the house, in a temporary folder. */
export interface StockHouse {
  readonly folder: string;
  readonly postgres: LocalPostgres;
  readonly nats: LocalNats;
  readonly links: HouseLinks;
  readonly services: ReadonlyMap<string, Service>;
  /** The door of a service. */
  readonly urls: Readonly<Record<StockService, string>>;
  /** Connection string of a service's database, past the links. */
  readonly databaseUrls: Readonly<Record<StockService, string>>;
  /** `keep` leaves the folder where it is, for reading the logs. */
  end(keep?: boolean): Promise<void>;
}

const RESTART_WAIT_MS = 500;

type Stores = Pick<StockHouse, 'postgres' | 'nats' | 'databaseUrls'>;

/** Ends whatever was started when the start fails. */
export async function startStockHouse(options: StockHouseOptions): Promise<StockHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-stock-'));
  await chmod(folder, 0o755); // PostgreSQL may run as another user, who has to pass through
  const ending = new Ending();
  const end = async (keep = false): Promise<void> => {
    await ending.all();
    if (!keep) await rm(folder, { recursive: true, force: true });
    else options.say(`kept in ${folder}`);
  };
  try {
    if (options.prepare !== undefined) ending.group()(await options.prepare(folder));
    const stores = await openStores(folder, ending);
    const links = new HouseLinks();
    ending.group()(() => links.close());
    const started = await startServices({ folder, stores, links, ending, say: options.say });
    return { folder, links, end, ...stores, ...started };
  } catch (failure) {
    await end();
    throw failure;
  }
}

/** The second service keeps a total for this project from now on. */
export async function openBudget({ urls }: Pick<StockHouse, 'urls'>, projectId: string): Promise<void> {
  const { status } = await fetch(`${urls.budgeting}/budgets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ projectId }),
  });
  if (status !== 201) throw new Error(`The budget of ${projectId} was not opened: ${status}.`);
}

async function openStores(root: string, ending: Ending): Promise<Stores> {
  const { data, logs } = await openDataFolder(root, false);
  const postgres = await startPostgres({
    dataDir: join(data, 'postgres'),
    logFile: join(logs, 'postgres.log'),
  });
  const endStores = ending.group();
  endStores(() => postgres.stop());
  const nats = await startNats({ storeDir: join(data, 'nats'), logFile: join(logs, 'nats-server.log') });
  endStores(() => nats.stop());
  const owners = STOCK_SERVICES.map((name) => ({
    name,
    role: name,
    password: randomBytes(20).toString('hex'),
  }));
  const databaseUrls = (await createDatabases(postgres.url, owners)) as Record<StockService, string>;
  for (const service of STOCK_SERVICES) {
    await applyMigrations({ url: databaseUrls[service], folder: migrationsOf(service), schema: 'public' });
  }
  return { postgres, nats, databaseUrls };
}

interface Plan {
  readonly folder: string;
  readonly stores: Stores;
  readonly links: HouseLinks;
  readonly ending: Ending;
  readonly say: (sentence: string) => void;
}

async function startServices({ folder, stores, links, ending, say }: Plan) {
  const application = join(folder, 'application');
  const fileOf = await buildApplication(application);
  const endService = ending.group();
  const services = new Map<string, Service>();
  const urls: Record<string, string> = {};
  for (const name of STOCK_SERVICES) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const service = await startLocalService({
      name,
      file: fileOf(name),
      arguments: [],
      environment: { ...process.env, PORT: String(port), ...(await storesFor(name, stores, links)) },
      folder: application,
      logFile: join(folder, 'logs', `${name}.log`),
      readyUrl: `${url}/healthz/ready`,
      longestRestartWaitMs: RESTART_WAIT_MS,
      notice: (sentence) => void (ending.hasBegun || say(sentence)),
    });
    endService(() => service.stop());
    services.set(name, service);
    urls[name] = url;
  }
  return { services, urls: urls as Record<StockService, string> };
}

/** Where a service finds its stores. The permissions of the broker are those of the house, so it comes as the operator. */
async function storesFor(service: StockService, { databaseUrls, nats }: Stores, links: HouseLinks) {
  return {
    DATABASE_URL: await links.through(databaseUrls[service], service),
    NATS_URL: await links.through(nats.url, service),
    NATS_USER: 'operator',
    NATS_PASSWORD: nats.passwords.operator,
    NO_COLOR: '1',
  };
}
