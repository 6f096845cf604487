import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BestAssignment } from './best-assignment.js';
import type { Worth } from './best-assignment.js';

const worth = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const table = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(worth, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** Every way to give rows to columns. */
function bestOfAll(rows: readonly (readonly Worth[])[], row = 0, taken: readonly number[] = []): Score {
  if (row === rows.length) return { filled: 0, total: 0 };
  let best = bestOfAll(rows, row + 1, taken);
  (rows[row] ?? []).forEach((value, column) => {
    if (value === null || taken.includes(column)) return;
    const rest = bestOfAll(rows, row + 1, [...taken, column]);
    const here = { filled: rest.filled + 1, total: rest.total + value };
    if (here.filled > best.filled || (here.filled === best.filled && here.total > best.total)) best = here;
  });
  return best;
}

interface Score {
  readonly filled: number;
  readonly total: number;
}

test('the answer is the best of all there are: as many filled as can be, then the highest sum', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(new BestAssignment(rows).best()).toMatchObject(bestOfAll(rows));
    }),
    { numRuns: 2_000 },
  );
});

test('nobody is given twice, nobody where they must not be, and the sum is that of the pairs', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const { columns, total, filled } = new BestAssignment(rows).best();
      const given = columns.filter((column) => column !== null);
      expect(new Set(given).size).toBe(given.length);
      expect(filled).toBe(given.length);
      const values = columns.map((column, row) => (column === null ? 0 : rows[row]?.[column]));
      expect(values).not.toContain(null);
      expect(total).toBe(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
    }),
  );
});

test('the next best answer is the best of all in which this pair is not', () => {
  fc.assert(
    fc.property(table, fc.nat(4), (rows, at) => {
      const row = at % rows.length;
      const search = new BestAssignment(rows);
      const column = search.best().columns[row] ?? null;
      if (column === null) return expect(search.without(row)).toEqual(search.best());
      const forbidden = rows.map((line, place) =>
        place === row ? line.map((value, other) => (other === column ? null : value)) : line,
      );
      return expect(search.without(row)).toMatchObject(bestOfAll(forbidden));
    }),
    { numRuns: 2_000 },
  );
});

/** Taking the best pair first gives 10 + 1; the best answer is 9 + 9. */
test('the best pair first is not the best answer', () => {
  const search = new BestAssignment([
    [10, 9],
    [9, 1],
  ]);
  expect(search.best()).toEqual({ columns: [1, 0], filled: 2, total: 18 });
  expect(search.without(0)).toEqual({ columns: [0, 1], filled: 2, total: 11 });
});

test('two hundred rows and two thousand columns are answered exactly as well: each row has one perfect column', () => {
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 2_000 }, (_, column) =>
      column === (row * 7) % 2_000 ? 50_000 : (row * column) % 49_999,
    ),
  );
  expect(new BestAssignment(rows).best().total).toBe(200 * 50_000);
});
