import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchSnapshot, withSnapshot } from './match-snapshot.js';
import type { PortfolioRecord } from './match-snapshot.js';
import { identityOf, nameIdentityOf } from './portfolio-row.js';
import type { PortfolioFacts } from './portfolio-row.js';

const year = (first: number) => ({
  label: `${first}-${(first + 1) % 100}`,
  from: `${first}-04-01`,
  to: `${first + 1}-03-31`,
});

function facts(first: number, more: Partial<PortfolioFacts> = {}): PortfolioFacts {
  return {
    code: 'A1',
    name: 'Bridge',
    orgUnit: 'DFT',
    category: null,
    snapshot: year(first),
    wholeLifeCost: { amountMinor: 100n, currency: 'GBP' },
    variancePercent: '1.5',
    durationMonths: null,
    deliveryConfidence: 'amber',
    ...more,
  };
}

describe('a row against what is held', () => {
  const held = withSnapshot(withSnapshot(undefined, facts(2023)), facts(2024));

  test('an unknown project is added', () => {
    expect(matchSnapshot(undefined, facts(2024))).toEqual({ outcome: 'added' });
  });

  test('what is held already, now or in the history, is unchanged', () => {
    expect([matchSnapshot(held, facts(2024)), matchSnapshot(held, facts(2023))]).toEqual([
      { outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ]);
  });

  test('a later snapshot becomes the current one, and the differences are named', () => {
    const row = facts(2025, { name: 'BRIDGE', wholeLifeCost: null, deliveryConfidence: 'red' });
    expect(matchSnapshot(held, row)).toEqual({
      outcome: 'updated',
      by: 'later-snapshot',
      differences: [
        { field: 'name', from: 'Bridge', to: 'BRIDGE' },
        { field: 'snapshot', from: '2024-25', to: '2025-26' },
        { field: 'wholeLifeCost', from: '100 GBP', to: null },
        { field: 'deliveryConfidence', from: 'amber', to: 'red' },
      ],
    });
    expect(withSnapshot(held, row).history.map(({ snapshot }) => snapshot.label)).toEqual([
      '2023-24',
      '2024-25',
    ]);
  });

  test('the same snapshot with other figures is a correction', () => {
    const match = matchSnapshot(held, facts(2024, { durationMonths: '12' }));
    expect(match).toEqual({
      outcome: 'updated',
      by: 'correction',
      differences: [{ field: 'durationMonths', from: null, to: '12' }],
    });
  });

  test('an older snapshot never overwrites current values: it goes into the history', () => {
    expect(matchSnapshot(held, facts(2020))).toEqual({
      outcome: 'superseded',
      by: '2024-25',
      history: 'added',
      differences: [],
    });
    const corrected = facts(2023, { deliveryConfidence: 'green' });
    expect(matchSnapshot(held, corrected)).toMatchObject({
      outcome: 'superseded',
      history: 'corrected',
      differences: [{ field: 'deliveryConfidence' }],
    });
    expect(withSnapshot(held, corrected)).toEqual({ current: facts(2024), history: [corrected] });
  });
});

test('whatever the order of imports, the same snapshots give the same record, and importing again changes nothing', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 2000, max: 2030 }), { minLength: 1, maxLength: 8 });
  const shuffled = rows.chain((years) =>
    fc.tuple(fc.constant(years), fc.shuffledSubarray(years, { minLength: years.length })),
  );
  const importAll = (years: readonly number[], from?: PortfolioRecord) =>
    years.reduce<PortfolioRecord | undefined>(
      (record, first) => withSnapshot(record, facts(first, { variancePercent: String(first) })),
      from,
    );
  fc.assert(
    fc.property(shuffled, ([years, other]) => {
      const record = importAll(years);
      expect(importAll(other)).toEqual(record);
      expect(importAll(other, record)).toEqual(record);
      expect(record!.current.snapshot).toEqual(year(Math.max(...years)));
    }),
  );
});

test('a project is known by its code, and without one by name and organisation, whatever blanks and capitals', () => {
  expect(identityOf({ code: 'a1 ', name: 'x', orgUnit: null })).toBe(
    identityOf({ code: 'A1', name: 'y', orgUnit: 'DFT' }),
  );
  expect(identityOf({ code: null, name: ' Sizewell  C', orgUnit: 'desnz' })).toBe('name:sizewell c|desnz');
  expect(nameIdentityOf({ code: 'A1', name: 'SIZEWELL C', orgUnit: 'DESNZ' })).toBe('name:sizewell c|desnz');
  expect(identityOf({ code: null, name: 'Homes', orgUnit: 'DFE' })).not.toBe(
    identityOf({ code: null, name: 'Homes', orgUnit: 'DWP' }),
  );
});
