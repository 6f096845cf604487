import { join } from 'node:path';
import { createDatabases } from '../databases.js';
import { BUS_USERS } from '../nats-configuration.js';
import type { BusPasswords, BusUser } from '../nats-configuration.js';
import { startNats } from '../nats-server.js';
import type { LocalNats } from '../nats-server.js';
import { startPostgres } from '../postgres.js';
import type { LocalPostgres } from '../postgres.js';
import type { DataFolder, Secrets } from './data-folder.js';

/** The services that own a database, in the order of the house. */
export const SERVICES_WITH_DATABASE = [
  'projects',
  'budgeting',
  'resourcing',
  'quality',
  'governance',
  'reporting',
  'connectors',
] as const;

export interface DatabaseServer {
  /** Connection string of each service's own database. */
  readonly urls: Readonly<Record<string, string>>;
  /** For the printed line: `PostgreSQL 18.4 · 7 databases`. */
  readonly summary: string;
  /** The embedded one; undefined when the environment gave another. */
  readonly server?: LocalPostgres;
  stop(): Promise<void>;
}

export interface Broker {
  readonly url: string;
  readonly users: Readonly<Record<BusUser, { readonly user: string; readonly password: string }>>;
  readonly summary: string;
  readonly server?: LocalNats;
  stop(): Promise<void>;
}

/** Called with one sentence when a server of ours ended by itself and is started again. */
export type Notice = (sentence: string) => void;

export interface Watch {
  readonly notice: Notice;
  /** Whether a server that ended by itself is started again. */
  readonly keepsRunning: boolean;
}

/** The embedded PostgreSQL, or the server in DATABASE_URL, with a database and a role for each service. */
export async function openDatabases(
  folder: DataFolder,
  secrets: Secrets,
  watch: Watch,
  environment: NodeJS.ProcessEnv = {},
): Promise<DatabaseServer> {
  const owners = SERVICES_WITH_DATABASE.map((service) => ({
    name: service,
    role: service,
    password: secrets.databases[service] as string,
  }));
  const given = process.env['DATABASE_URL'];
  if (given) {
    const urls = await createDatabases(given, owners);
    const summary = `PostgreSQL at ${new URL(given).host} · ${owners.length} databases`;
    return { urls, summary, stop: () => Promise.resolve() };
  }
  const server = await startPostgres({
    dataDir: join(folder.data, 'postgres'),
    logFile: join(folder.logs, 'postgres.log'),
    takeOver: true,
    environment,
  });
  const urls = await createDatabases(server.url, owners);
  const stop = keepRunning('PostgreSQL', server, watch);
  return { urls, server, summary: `${server.version} · ${owners.length} databases`, stop };
}

/** The embedded nats-server, or the one in NATS_URL. */
export async function openBroker(folder: DataFolder, secrets: Secrets, watch: Watch): Promise<Broker> {
  const given = process.env['NATS_URL'];
  if (given) return givenBroker(new URL(given));
  const server = await startNats({
    storeDir: join(folder.data, 'nats'),
    passwords: secrets.bus,
    logFile: join(folder.logs, 'nats-server.log'),
  });
  return {
    url: server.url,
    users: usersOf(secrets.bus),
    summary: `NATS ${server.version} · JetStream, every message synced to disk`,
    server,
    stop: keepRunning('nats-server', server, watch),
  };
}

/** A user in the address speaks for every service; otherwise each has its own, with a password in the environment. */
function givenBroker({ protocol, host, username, password }: URL): Broker {
  const own = (user: BusUser) => ({
    user,
    password: process.env[`NATS_PASSWORD_${user.toUpperCase()}`] ?? '',
  });
  const everybody = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const users = Object.fromEntries(BUS_USERS.map((user) => [user, username === '' ? own(user) : everybody]));
  const missing = BUS_USERS.filter((user) => user !== 'operator' && users[user]?.password === '');
  if (missing.length > 0) {
    const names = missing.map((user) => `NATS_PASSWORD_${user.toUpperCase()}`);
    throw new Error(
      `NATS_URL is set without a user, so each service needs its own password: set ${names.join(', ')}.`,
    );
  }
  return {
    url: `${protocol}//${host}`,
    users: users as Broker['users'],
    summary: `NATS at ${host}`,
    stop: () => Promise.resolve(),
  };
}

function usersOf(passwords: BusPasswords): Broker['users'] {
  const entries = BUS_USERS.map((user) => [user, { user, password: passwords[user] }]);
  return Object.fromEntries(entries) as Broker['users'];
}

interface Restartable {
  readonly ended: Promise<string>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server again whenever it ends by itself, until the returned function stops it. */
function keepRunning(
  name: string,
  server: Restartable,
  { notice, keepsRunning }: Watch,
): () => Promise<void> {
  if (!keepsRunning) return () => server.stop();
  let isStopping = false;
  const watch = async () => {
    for (;;) {
      const how = await server.ended;
      if (isStopping) return;
      notice(`${name} ended (${how}) and is started again`);
      await server.restart();
    }
  };
  watch().catch((failure: Error) => notice(failure.message));
  return () => {
    isStopping = true;
    return server.stop();
  };
}
