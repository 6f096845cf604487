import { randomBytes } from 'node:crypto';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NatsProgram } from './nats-program.js';

/** Everybody in infra/nats/accounts.conf. */
export const BUS_USERS = [
  'projects',
  'budgeting',
  'resourcing',
  'quality',
  'governance',
  'reporting',
  'connectors',
  'gateway',
  'operator',
] as const;

export type BusUser = (typeof BUS_USERS)[number];
export type BusPasswords = Readonly<Record<BusUser, string>>;

/** Where the permissions of the users stand. */
export const ACCOUNTS_FILE = fileURLToPath(new URL('../../nats/accounts.conf', import.meta.url));

/** Random passwords; each begins with a letter, because nats-server reads a leading digit as a number. */
export function randomBusPasswords(): BusPasswords {
  const entries = BUS_USERS.map((user) => [user, `p${randomBytes(20).toString('hex')}`]);
  return Object.fromEntries(entries) as Record<BusUser, string>;
}

/** The environment in which accounts.conf finds its passwords. */
export function passwordEnvironment(passwords: BusPasswords): Record<string, string> {
  return Object.fromEntries(
    BUS_USERS.map((user) => [`NATS_PASSWORD_${user.toUpperCase()}`, passwords[user]]),
  );
}

export interface NatsSettings {
  readonly program: NatsProgram;
  /** Absolute folder the configuration file lies in: nats-server reads includes relative to it. */
  readonly folder: string;
  readonly storeDir: string;
  /** -1: a free one. */
  readonly port: number;
}

/** A message that is acknowledged is on the disk: `sync_interval: always` (nats-server 2.10 and later know it). */
export function natsConfiguration({ program, folder, storeDir, port }: NatsSettings): string {
  return [
    'server_name: meridian',
    `listen: "127.0.0.1:${port}"`,
    'max_payload: 16MB',
    'jetstream: {',
    `  store_dir: ${JSON.stringify(storeDir)}`,
    ...(syncsAlways(program.version) ? ['  sync_interval: always'] : []),
    '}',
    `include ${JSON.stringify(relative(folder, ACCOUNTS_FILE))}`,
    '',
  ].join('\n');
}

function syncsAlways(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 10);
}
