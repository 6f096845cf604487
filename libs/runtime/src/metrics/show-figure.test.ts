import { expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { figuresIn } from './show-figure.js';

test('a figure of a service is shown as it stands when somebody asks', async () => {
  const registry = new Registry();
  let waiting = 3;
  figuresIn(registry)({ name: 'meridian_door_waiting', help: 'Who waits', read: () => waiting });
  expect(await registry.metrics()).toContain('meridian_door_waiting 3');
  waiting = 5;
  expect(await registry.metrics()).toContain('meridian_door_waiting 5');
});
