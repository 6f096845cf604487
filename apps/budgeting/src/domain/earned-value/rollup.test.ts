import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earnedValueFigures } from './earned-value.js';
import { valueOf } from './figure.js';
import { figuresByCurrency, rollUp, sumTotals } from './rollup.js';

const own = (bacMinor: bigint, evMinor: bigint, acMinor: bigint, currency = 'EUR') => ({
  bacMinor,
  pvMinor: bacMinor,
  evMinor,
  acMinor,
  currency,
});

test('a programme sums its projects first and divides afterwards', () => {
  const figures = rollUp(
    [
      { nodeId: 'portfolio' },
      { nodeId: 'programme', parentId: 'portfolio', own: own(10n, 0n, 10n) },
      { nodeId: 'small', parentId: 'programme', own: own(100n, 100n, 50n) },
      { nodeId: 'large', parentId: 'programme', own: own(1_000n, 400n, 800n) },
      { nodeId: 'other', parentId: 'portfolio', own: own(500n, 100n, 100n) },
    ],
    'EUR',
  );
  // The mean of the indices 2.0 and 0.5 would be 1.25.
  expect(valueOf(figures.get('programme')!.cpi)).toBe('0.581395');
  expect(figures.get('programme')).toMatchObject({ bacMinor: 1_110n, evMinor: 500n, acMinor: 860n });
  expect(figures.get('portfolio')).toMatchObject({ bacMinor: 1_610n, evMinor: 600n, acMinor: 960n });
  expect(figures.get('small')).toMatchObject({ bacMinor: 100n });
});

test('two currencies are never summed in one tree, but side by side', () => {
  const parts = [own(1n, 1n, 1n), own(2n, 1n, 1n, 'USD'), own(4n, 1n, 1n)];
  expect(() => rollUp([{ nodeId: 'a', own: own(2n, 1n, 1n, 'USD') }], 'EUR')).toThrow(
    expect.objectContaining({ code: 'money/currency-mismatch' }),
  );
  expect([...figuresByCurrency(parts)].map(([currency, { bacMinor }]) => [currency, bacMinor])).toEqual([
    ['EUR', 5n],
    ['USD', 2n],
  ]);
});

test('a tree in a circle or with an unknown parent is refused', () => {
  const circle = [
    { nodeId: 'a', parentId: 'b' },
    { nodeId: 'b', parentId: 'a' },
  ];
  expect(() => rollUp(circle, 'EUR')).toThrow(expect.objectContaining({ code: 'budgeting/rollup-cycle' }));
  expect(() => rollUp([{ nodeId: 'a', parentId: 'b' }], 'EUR')).toThrow(
    expect.objectContaining({ code: 'budgeting/unknown-parent' }),
  );
});

test('in any tree, every node shows the figures of the sums below it: sums come before divisions', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const totals = fc.record({ bacMinor: amount, pvMinor: amount, evMinor: amount, acMinor: amount });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), totals), { minLength: 1, maxLength: 40 }), (drawn) => {
      // Each node stands under one drawn before it, the first at the top.
      const nodes = drawn.map(([under, part], index) => ({
        nodeId: String(index),
        own: { ...part, currency: 'EUR' },
        ...(index === 0 ? {} : { parentId: String(under % index) }),
      }));
      const figures = rollUp(nodes, 'EUR');
      const below = (id: string): typeof nodes =>
        nodes.flatMap((node) => (node.parentId === id ? [node, ...below(node.nodeId)] : []));
      for (const node of nodes) {
        const sums = sumTotals([node, ...below(node.nodeId)].map(({ own: part }) => part));
        expect(figures.get(node.nodeId)).toEqual(earnedValueFigures(sums));
      }
    }),
    { numRuns: 50 },
  );
});
