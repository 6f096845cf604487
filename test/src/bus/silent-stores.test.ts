import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startBus, startClient } from '@meridian/bus';
import { eventually, PgDatabase, testBroker, testDatabase } from '@meridian/testing';
import type { TestBroker } from '@meridian/testing';
import { FaultProxy } from '../faults/links/fault-proxy.js';

let broker: TestBroker;
const endings: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  broker = await testBroker();
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

afterAll(async () => {
  await broker?.stop();
});

test('a broker that takes the connection and does not greet is tried again within seconds', async () => {
  const door = await doorThatIsSilentOnce(Number(new URL(broker.url).port));
  endings.push(door.close);
  const startedMs = performance.now();
  const client = await startClient('trial', {
    natsUrl: `nats://127.0.0.1:${door.port}`,
    natsUser: 'gateway',
    natsPassword: broker.passwords.gateway,
  });
  const tookMs = performance.now() - startedMs;
  await client.close();
  expect(tookMs).toBeGreaterThan(1_000);
  expect(tookMs).toBeLessThan(12_000);
}, 40_000);

test('a database session lost without a word delays the relay for seconds, and the end of the service not beyond its time', async () => {
  const given = await testDatabase('bus');
  const { host, hostname, port } = new URL(given.url);
  const way = await FaultProxy.listen(hostname, Number(port));
  const database = new PgDatabase(given.url);
  const said: string[] = [];
  const log = (sentence: string, facts: object) => void said.push(`${sentence} ${JSON.stringify(facts)}`);
  const bus = await startBus({
    service: 'projects',
    database,
    log: { warn: log, error: log },
    settings: {
      natsUrl: broker.url,
      natsUser: 'projects',
      natsPassword: broker.passwords.projects,
      databaseUrl: given.url.replace(host, `127.0.0.1:${way.port}`),
    },
  });
  endings.push(
    () => given.drop(),
    () => way.close(),
    () => database.close(),
    () => bus.close(),
  );
  const fence = async () =>
    Number((await database.$queryRawUnsafe<{ fence: string }[]>('SELECT fence FROM bus.relay'))[0]?.fence);
  await eventually(async () => expect(await fence()).toBe(1));
  way.lose();
  const now = async () => ({ fence: await fence(), said });
  await eventually(async () => expect(await now()).toEqual({ fence: 2, said }), { timeoutMs: 40_000 });
  way.lose();
  const endingMs = performance.now();
  await bus.close();
  expect(performance.now() - endingMs).toBeLessThan(9_500);
}, 90_000);

/** Takes the first connection and says nothing; lets later ones through to a port. */
async function doorThatIsSilentOnce(to: number): Promise<{ readonly port: number; close(): void }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    if (sockets.length === 1) return;
    const onward = connect(to, '127.0.0.1');
    onward.on('error', () => undefined);
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
