import { expect, test } from '@jest/globals';
import { eventually } from './eventually.js';
import { fixedClock } from './fixed-clock.js';

test('it asks again until the attempt holds, and returns the answer', async () => {
  let attempts = 0;
  const answer = await eventually(
    () => {
      attempts += 1;
      if (attempts < 3) throw new Error('not yet');
      return attempts === 3 ? false : 'ready';
    },
    { everyMs: 1 },
  );
  expect({ answer, attempts }).toEqual({ answer: 'ready', attempts: 4 });
});

test('when time is up it throws what the last attempt threw', async () => {
  const attempt = () => expect(1).toBe(2);
  await expect(eventually(attempt, { timeoutMs: 20, everyMs: 1 })).rejects.toThrow('toBe');
});

test('an attempt that stays false is told with the time it was given', async () => {
  await expect(eventually(() => false, { timeoutMs: 20, everyMs: 1 })).rejects.toThrow(
    'Still false after 20 ms.',
  );
});

test('a fixed clock stands still until it is moved', () => {
  const clock = fixedClock('2026-03-02T08:00:00Z');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-03-02T08:00:00.000Z');
  clock.advance(90_000);
  expect(clock.now().toISOString()).toBe('2026-03-02T08:01:30.000Z');
  clock.set('2026-04-01T00:00:00Z');
  expect(clock.now().toISOString()).toBe('2026-04-01T00:00:00.000Z');
  expect(() => fixedClock('soon')).toThrow('"soon" is no moment');
});
