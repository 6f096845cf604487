import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ACCOUNTS_FILE, passwordEnvironment } from '@meridian/local';
import type { BusPasswords } from '@meridian/local';
import { GenericContainer, Wait } from 'testcontainers';

const POSTGRES_IMAGE = process.env['TEST_POSTGRES_IMAGE'] ?? 'postgres:17-alpine';
const NATS_IMAGE = process.env['TEST_NATS_IMAGE'] ?? 'nats:2.14-alpine';
/** The same that docker-compose.yml gives to its broker. */
const NATS_CONFIGURATION = fileURLToPath(
  new URL('../../../infra/docker/nats/nats-server.conf', import.meta.url),
);
/** Every test worker has several services, each with a pool of its own. */
const MAX_CONNECTIONS = 300;

export interface PostgresContainer {
  /** Connection string of the administrator. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL in a container; the passwords are random because testcontainers publishes ports on every address. */
export async function startPostgresContainer(): Promise<PostgresContainer> {
  const password = randomBytes(20).toString('hex');
  const container = await new GenericContainer(POSTGRES_IMAGE)
    .withEnvironment({ POSTGRES_USER: 'meridian', POSTGRES_PASSWORD: password, POSTGRES_DB: 'postgres' })
    .withCommand(['postgres', '-c', `max_connections=${MAX_CONNECTIONS}`])
    .withExposedPorts(5432)
    // It starts twice: once to make the databases, once to serve.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start();
  return {
    url: `postgresql://meridian:${password}@${container.getHost()}:${container.getMappedPort(5432)}/postgres`,
    stop: async () => void (await container.stop()),
  };
}

export interface NatsContainer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A NATS server in a container, configured as in docker-compose.yml, with the users of infra/nats/accounts.conf. */
export async function startNatsContainer(passwords: BusPasswords): Promise<NatsContainer> {
  const container = await new GenericContainer(NATS_IMAGE)
    .withCopyFilesToContainer([
      { source: NATS_CONFIGURATION, target: '/etc/meridian/nats-server.conf' },
      { source: ACCOUNTS_FILE, target: '/etc/meridian/accounts.conf' },
    ])
    .withEnvironment(passwordEnvironment(passwords))
    .withCommand(['--config', '/etc/meridian/nats-server.conf'])
    // All that the image names: podman reports the others as bindings to come, and testcontainers would wait for them.
    .withExposedPorts(4222, 6222, 8222)
    .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
    .start();
  return {
    host: container.getHost(),
    port: container.getMappedPort(4222),
    stop: async () => void (await container.stop()),
  };
}
