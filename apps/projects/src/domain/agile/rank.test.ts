import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankBetween } from './rank.js';

test('items that are put behind the last one count on', () => {
  const first = rankBetween(null, null);
  expect([first, rankBetween(first, null)]).toEqual(['50000000', '50000001']);
});

test('an item finds room between two others, however often', () => {
  const places = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(places, (wanted) => {
      const ranks: string[] = [];
      for (const place of wanted) {
        const at = place % (ranks.length + 1);
        ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
      }
      expect(ranks.toSorted()).toEqual(ranks);
      expect(new Set(ranks).size).toBe(ranks.length);
      for (const rank of ranks) expect(rank).toMatch(/^\d{8,400}$/);
    }),
  );
});

test('however many items are put first, their ranks stay short', () => {
  let first = rankBetween(null, null);
  for (let count = 0; count < 300; count++) first = rankBetween(null, first);
  expect(first).toBe('49999700');
});
