import { expect, test } from '@jest/globals';
import { reconnectPace } from './reconnect-pace.js';

const server = { hostname: 'broker', port: 4222, listen: 'broker:4222', src: 'broker', tlsName: '' };

test('the first attempt is made at once, those after it a moment apart', () => {
  let now = 1_000;
  const { reconnectToServer } = reconnectPace(
    () => now,
    () => 0.5,
  );
  const delay = () => (reconnectToServer([server] as never, null) as { delay: number }).delay;
  expect(delay()).toBe(0);
  expect(delay()).toBe(375);
  now += 475;
  expect(delay()).toBe(275);
  now += 60_000;
  expect(delay()).toBe(0);
});
