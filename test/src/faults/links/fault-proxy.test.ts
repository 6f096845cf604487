import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { FaultProxy } from './fault-proxy.js';

let server: Server;
let proxy: FaultProxy;
let client: Socket;
let heard: Buffer[];
const served = new Set<Socket>();

beforeEach(async () => {
  server = createServer((socket) => {
    served.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => socket.write(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await FaultProxy.listen('127.0.0.1', (server.address() as AddressInfo).port);
  client = connect({ host: '127.0.0.1', port: proxy.port });
  heard = [];
  client.on('data', (bytes: Buffer) => heard.push(bytes));
  client.on('error', () => undefined);
  await once(client, 'connect');
  await echoes('first');
});

afterEach(async () => {
  client.destroy();
  for (const socket of served) socket.destroy();
  served.clear();
  await proxy.close();
  await new Promise((end) => server.close(end));
});

/** The end of a connection, however it comes. */
function closed(socket: Socket): Promise<void> {
  return new Promise((end) => socket.once('close', () => end()));
}

function text(): string {
  return Buffer.concat(heard).toString();
}

async function echoes(said: string): Promise<void> {
  client.write(said);
  await eventually(() => expect(text()).toContain(said));
}

test('a large message passes whole', async () => {
  const large = `<${'x'.repeat(3_000_000)}>`;
  await echoes(large);
});

test('a reset reaches both sides', async () => {
  const ends = [closed(client), ...[...served].map((socket) => closed(socket))];
  expect(proxy.reset()).toBe(1);
  await Promise.all(ends);
  await eventually(() => expect(proxy.connections).toBe(0));
});

test('what is said into a connection that stands still arrives later, in order', async () => {
  expect(proxy.stall()).toBe(1);
  client.write('while it stood ');
  const other = connect({ host: '127.0.0.1', port: proxy.port });
  await once(other, 'connect');
  other.write('somebody new');
  expect(served.size).toBe(1);
  proxy.heal();
  await eventually(() => expect(text()).toBe('firstwhile it stood '));
  await eventually(() => expect(served.size).toBe(2));
  other.destroy();
});

test('half open: the far side is gone, the near side hears it only when the way is good again', async () => {
  const farEnd = Promise.all([...served].map((socket) => closed(socket)));
  expect(proxy.halfOpen()).toBe(1);
  await farEnd;
  client.write('into the void');
  expect(client.closed).toBe(false);
  const nearEnd = closed(client);
  await eventually(() => expect(client.bytesWritten).toBeGreaterThan('first'.length));
  client.write(' and again');
  proxy.heal();
  client.write(' now');
  await nearEnd;
  expect(text()).toBe('first');
});

test('a slow way delivers everything late and in order', async () => {
  proxy.slow(15);
  const said = Array.from({ length: 2_000 }, (_, index) => `${index},`).join('');
  const fromMs = performance.now();
  client.write(said);
  await eventually(() => expect(text()).toBe(`first${said}`));
  expect(performance.now() - fromMs).toBeGreaterThan(15);
  expect(proxy.delayed).toBeGreaterThan(0);
  proxy.heal();
  await echoes('quick again');
});
