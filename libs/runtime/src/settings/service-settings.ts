import type { SettingsOf } from './read-settings.js';
import { address, flag, oneOf, optional, port, secret, text, whole } from './setting.js';

/** Where a service finds its settings: `@Inject(SETTINGS) settings: ServiceSettings`. */
export const SETTINGS = Symbol('meridian:settings');

/** What every process reads from its environment. */
export const processSettings = {
  NATS_URL: address('nats', 'tls'),
  NATS_USER: text('the NATS user of this service'),
  NATS_PASSWORD: secret('the password of the NATS user'),
  HOST: optional(text('the address to listen on'), '127.0.0.1'),
  PORT: port(),
  LOG_LEVEL: optional(oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'), 'info'),
  /** How long readiness is off before work stops, so that load balancers take notice. */
  PRE_STOP_MS: optional(whole(0, 60_000), 0),
  /** The whole shutdown, without PRE_STOP_MS. */
  SHUTDOWN_MS: optional(whole(100, 600_000), 10_000),
  /** The process ends when the one with this id is gone; set by a launcher for its children. */
  MERIDIAN_PARENT_PID: optional(whole(1, 2 ** 31), undefined),
};

/** What a process with a database reads in addition. */
export const databaseSettings = {
  DATABASE_URL: address('postgresql', 'postgres'),
  DATABASE_POOL_SIZE: optional(whole(1, 200), 10),
  MERIDIAN_ALLOW_UNSAFE_DATABASE: flag(),
};

/** What a process with a door for clients reads in addition: health listens apart from it. */
export const doorSettings = { HEALTH_PORT: port() };

export type ProcessSettings = SettingsOf<typeof processSettings>;
export type DatabaseSettings = SettingsOf<typeof databaseSettings>;
export type DoorSettings = SettingsOf<typeof doorSettings>;
/** What a service with a database finds under `SETTINGS`. */
export type ServiceSettings = ProcessSettings & DatabaseSettings;
