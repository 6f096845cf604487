import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { wantsContainers } from './test-backend.js';
import { testBroker } from './test-broker.js';
import type { TestBroker } from './test-broker.js';

test('every test file has a broker of its own, with the users of the house', async () => {
  const [one, other] = await Promise.all([testBroker(), testBroker()]);
  expect(one.url).not.toBe(other.url);
  expect(one.urlOf('projects')).toMatch(/^nats:\/\/projects:p[0-9a-f]{40}@127\.0\.0\.1:\d+$/);
  expect(one.urlOf()).toContain('operator:');
  await expect(greeting(one)).resolves.toMatch(/"auth_required":true.*"jetstream":true/);
  await Promise.all([one.stop(), other.stop()]);
  await expect(greeting(one)).rejects.toThrow('ECONNREFUSED');
});

test('only a broker whose process is ours can be disturbed', async () => {
  const broker = await testBroker();
  const pid = () => broker.server.pid;
  if (wantsContainers()) expect(pid).toThrow('needs the embedded one');
  else expect(pid()).toBeGreaterThan(0);
  await broker.stop();
});

/** The first line a NATS server says to whoever connects. */
function greeting(broker: TestBroker): Promise<string> {
  const { hostname, port } = new URL(broker.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.once('error', reject);
    socket.once('data', (line) => {
      socket.destroy();
      resolve(line.toString('utf8'));
    });
  });
}
