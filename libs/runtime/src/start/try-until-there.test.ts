import { expect, test } from '@jest/globals';
import { tryUntilThere } from './try-until-there.js';

const patience = {
  onWaiting: () => undefined,
  signal: new AbortController().signal,
  forMs: 10_000,
};

test('a service waits for what is not there yet', async () => {
  let attempts = 0;
  await tryUntilThere(
    'the database',
    async () => {
      attempts += 1;
      if (attempts < 3) throw new Error('refused');
    },
    patience,
  );
  expect(attempts).toBe(3);
});

test('a failure that will not come right is told at once', async () => {
  let attempts = 0;
  const broken = tryUntilThere(
    'the database',
    async () => {
      attempts += 1;
      throw new Error('The migration was changed.');
    },
    { ...patience, mayComeRight: () => false },
  );
  await expect(broken).rejects.toThrow('The migration was changed.');
  expect(attempts).toBe(1);
});
