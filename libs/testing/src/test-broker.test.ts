import { expect, test } from '@jest/globals';
import { testBroker } from './test-broker.js';

test('every test file has a broker of its own, with the users of the house', async () => {
  const [one, other] = await Promise.all([testBroker(), testBroker()]);
  expect(one.url).not.toBe(other.url);
  expect(one.urlOf('projects')).toMatch(/^nats:\/\/projects:p[0-9a-f]{40}@127\.0\.0\.1:\d+$/);
  expect(one.urlOf()).toContain('operator:');
  expect(one.server.pid).not.toBe(other.server.pid);
  await Promise.all([one.stop(), other.stop()]);
  await expect(one.server.ended).resolves.toMatch(/exit code|signal/);
});
