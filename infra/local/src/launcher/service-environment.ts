import { join } from 'node:path';
import type { BusUser } from '../nats-configuration.js';
import type { Broker, DatabaseServer } from './stores.js';

export interface House {
  readonly repository: string;
  readonly databases: DatabaseServer;
  readonly broker: Broker;
  readonly issuer: string;
  /** The gateway's door. */
  readonly port: number;
}

/** What a service reads from its environment (libs/runtime): its own database, its own user, nobody else's. */
export function serviceEnvironment(
  service: BusUser,
  healthPort: number,
  house: House,
): Record<string, string> {
  const { user, password } = house.broker.users[service];
  const own = {
    NATS_URL: house.broker.url,
    NATS_USER: user,
    NATS_PASSWORD: password,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    MERIDIAN_PARENT_PID: String(process.pid),
  };
  if (service === 'gateway') {
    return {
      ...own,
      PORT: String(house.port),
      HEALTH_PORT: String(healthPort),
      OIDC_ISSUER: house.issuer,
      OIDC_AUDIENCE: 'meridian',
      WEB_ROOT: join(house.repository, 'apps/web/dist'),
    };
  }
  return { ...own, PORT: String(healthPort), DATABASE_URL: house.databases.urls[service] as string };
}

/** The environment of this process without what belongs to the administrator of the stores. */
export function withoutAdministration(): NodeJS.ProcessEnv {
  const hidden = ['DATABASE_URL', 'NATS_URL', 'NATS_USER', 'NATS_PASSWORD', 'PORT'];
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !hidden.includes(name) && !name.startsWith('NATS_PASSWORD_')),
  );
}
