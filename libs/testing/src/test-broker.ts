import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUS_USERS, randomBusPasswords, startNats } from '@meridian/local';
import type { BusPasswords, BusUser, LocalNats } from '@meridian/local';
import { wantsContainers } from './test-backend.js';

export interface TestBroker {
  /** `nats://127.0.0.1:4222`, without a user. */
  readonly url: string;
  /** NATS_PASSWORD of each user of infra/nats/accounts.conf; the name of the user is the key. */
  readonly passwords: BusPasswords;
  /** The connection string of a user, of `operator` when none is named. */
  urlOf(user?: BusUser): string;
  /** The process itself, to kill, pause, wipe or restart it. Throws when the broker is not embedded. */
  readonly server: LocalNats;
  stop(): Promise<void>;
}

/**
 * A NATS server with JetStream for one test file: TEST_NATS_URL when set (then every file shares it: run with
 * --runInBand), else a container when TEST_BACKEND=containers, else a private nats-server process.
 */
export async function testBroker(): Promise<TestBroker> {
  const given = process.env['TEST_NATS_URL'];
  if (given !== undefined && given !== '') return givenBroker(given);
  return wantsContainers() ? containerBroker() : embeddedBroker();
}

async function embeddedBroker(): Promise<TestBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-broker-'));
  const server = await startNats({ storeDir: folder });
  return {
    url: server.url,
    passwords: server.passwords,
    urlOf: (user = 'operator') => server.urlOf(user),
    server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function containerBroker(): Promise<TestBroker> {
  const { startNatsContainer } = await import('./containers.js');
  const passwords = randomBusPasswords();
  const container = await startNatsContainer(passwords);
  const url = `nats://${container.host}:${container.port}`;
  return remoteBroker(url, passwords, () => container.stop());
}

function givenBroker(given: string): TestBroker {
  const { host, password } = new URL(given);
  const passwords = Object.fromEntries(
    BUS_USERS.map((user) => [user, process.env[`NATS_PASSWORD_${user.toUpperCase()}`] ?? password]),
  ) as BusPasswords;
  return remoteBroker(`nats://${host}`, passwords, () => Promise.resolve());
}

function remoteBroker(url: string, passwords: BusPasswords, stop: () => Promise<void>): TestBroker {
  return {
    url,
    passwords,
    urlOf: (user = 'operator') => url.replace('nats://', `nats://${user}:${passwords[user]}@`),
    get server(): LocalNats {
      throw new Error(
        'This test disturbs the broker, which needs the embedded one: unset TEST_NATS_URL and TEST_BACKEND.',
      );
    },
    stop,
  };
}
