import { ACCOUNTS_FILE, passwordEnvironment } from '@meridian/local';
import type { BusPasswords } from '@meridian/local';
import { GenericContainer, Wait } from 'testcontainers';

const POSTGRES_IMAGE = process.env['TEST_POSTGRES_IMAGE'] ?? 'postgres:17-alpine';
const NATS_IMAGE = process.env['TEST_NATS_IMAGE'] ?? 'nats:2.14-alpine';
const PASSWORD = 'meridian';

/** A PostgreSQL in a container that lives until the test process ends; the reaper of testcontainers removes it. */
export async function startPostgresContainer(): Promise<string> {
  const container = await new GenericContainer(POSTGRES_IMAGE)
    .withEnvironment({ POSTGRES_USER: 'meridian', POSTGRES_PASSWORD: PASSWORD, POSTGRES_DB: 'postgres' })
    .withExposedPorts(5432)
    // It starts twice: once to make the databases, once to serve.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start();
  return `postgresql://meridian:${PASSWORD}@${container.getHost()}:${container.getMappedPort(5432)}/postgres`;
}

export interface NatsContainer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A NATS server in a container, with the users of infra/nats/accounts.conf. */
export async function startNatsContainer(passwords: BusPasswords): Promise<NatsContainer> {
  const configuration = [
    'listen: "0.0.0.0:4222"',
    'max_payload: 16MB',
    'jetstream: { store_dir: "/tmp/jetstream", sync_interval: always }',
    'include "accounts.conf"',
  ];
  const container = await new GenericContainer(NATS_IMAGE)
    .withCopyContentToContainer([
      { content: `${configuration.join('\n')}\n`, target: '/etc/meridian/nats-server.conf' },
    ])
    .withCopyFilesToContainer([{ source: ACCOUNTS_FILE, target: '/etc/meridian/accounts.conf' }])
    .withEnvironment(passwordEnvironment(passwords))
    .withCommand(['--config', '/etc/meridian/nats-server.conf'])
    .withExposedPorts(4222)
    .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
    .start();
  return {
    host: container.getHost(),
    port: container.getMappedPort(4222),
    stop: async () => void (await container.stop()),
  };
}
