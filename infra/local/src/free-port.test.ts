import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort, freePortPair } from './free-port.js';

const LOWEST_OF_OUTGOING = 32_768;

test('a port is never one that an outgoing connection is given, and no two calls answer the same', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort));

  expect(new Set(ports).size).toBe(20);
  expect(Math.max(...ports) < LOWEST_OF_OUTGOING).toBe(true);
});

test('a port on which somebody listens is passed over', async () => {
  const before = await freePort();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(before + 1, '127.0.0.1', listening));
  try {
    expect(await freePort()).not.toBe(before + 1);
  } finally {
    await new Promise((closed) => server.close(closed));
  }
});

test('a pair is two neighbours that nobody listens on', async () => {
  const first = await freePortPair();

  expect(await freePort()).not.toBe(first + 1);
  for (const port of [first, first + 1]) {
    const server = createServer();
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', listening);
    });
    await new Promise((closed) => server.close(closed));
  }
});
