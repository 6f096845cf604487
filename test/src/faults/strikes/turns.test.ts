import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('faults of the same thing wait for each other, faults of other things do not', async () => {
  const turns = new Turns();
  const order: string[] = [];
  let end = (): void => undefined;
  const first = turns.during(['broker', 'database'], async () => {
    order.push('disk full');
    await new Promise<void>((ended) => (end = ended));
    order.push('disk free');
  });
  const second = turns.during(['broker'], () => Promise.resolve(order.push('broker killed')));
  await turns.during(['service projects'], () => Promise.resolve(order.push('projects killed')));
  end();
  await Promise.all([first, second]);
  expect(order).toEqual(['disk full', 'projects killed', 'disk free', 'broker killed']);
});

test('a fault that fails frees what it took', async () => {
  const turns = new Turns();
  await expect(turns.during(['broker'], () => Promise.reject(new Error('no proof')))).rejects.toThrow(
    'no proof',
  );
  expect(await turns.during(['broker'], () => Promise.resolve('struck'))).toBe('struck');
});
