import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labourMask, maskedPosition } from './labour-mask.js';
import type { LabourCell } from './labour-mask.js';

const cell = (budgetId: string, labourMinor: bigint, minutes: number, projectId = 'p'): LabourCell => ({
  projectId,
  budgetId,
  period: 'whole',
  labourMinor,
  minutes,
});

test('labour below a project is told at its average hour', () => {
  const masks = labourMask([cell('a', 90_000n, 450), cell('b', 10_000n, 150)], new Map([['p', 100_000n]]));
  expect(masks.map(({ addedMinor }) => addedMinor)).toEqual([75_000n - 90_000n, 25_000n - 10_000n]);
});

test('what is told of the parts sums to what is told of the project, and depends on hours only', () => {
  const cells = fc.array(fc.tuple(fc.bigInt(-500n, 500n), fc.integer({ min: -90, max: 900 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(cells, fc.bigInt(0n, 1_000_000n), (rows, shownMinor) => {
      const told = (costOf: (own: bigint) => bigint) => {
        const own = rows.map(([cost, minutes], index) => cell(`b${index}`, costOf(cost), minutes));
        const masks = labourMask(own, new Map([['p', shownMinor]]));
        return masks.map(({ addedMinor }, index) => addedMinor + (own[index]?.labourMinor ?? 0n));
      };
      const shares = told((cost) => cost);
      expect(shares.reduce((all, one) => all + one, 0n)).toBe(shownMinor);
      expect(told((cost) => cost * 7n + 1n)).toEqual(shares);
    }),
  );
});

test('every project has its own hour, and one of which nothing may be told has none', () => {
  const masks = labourMask([cell('a', 50n, 10, 'p'), cell('b', 70n, 10, 'q')], new Map([['p', 60n]]));
  expect(masks.map(({ budgetId, addedMinor }) => [budgetId, addedMinor])).toEqual([
    ['a', 10n],
    ['b', -70n],
  ]);
});

test('what actual cost gets, available money loses', () => {
  const position = {
    grantedMinor: 100n,
    reservedMinor: 0n,
    committedMinor: 0n,
    accruedMinor: 0n,
    actualMinor: 40n,
    availableMinor: 60n,
  };
  const masks = [{ budgetId: 'a', period: 'whole', addedMinor: 5n }];
  const at = (budgetId: string, period: string) => maskedPosition(position, masks, { budgetId, period });
  expect(at('a', 'whole')).toEqual({ ...position, actualMinor: 45n, availableMinor: 55n });
  expect(at('a', '2026-01')).toEqual(position);
  expect(at('b', 'whole')).toEqual(position);
});
