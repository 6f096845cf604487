import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { matchSnapshot, withSnapshot } from '../domain/portfolio-file/match-snapshot.js';
import type { PortfolioRecord } from '../domain/portfolio-file/match-snapshot.js';
import { portfolioMappingOf } from '../domain/portfolio-file/portfolio-mapping-of.js';
import { identityOf } from '../domain/portfolio-file/portfolio-row.js';
import type { PortfolioRow } from '../domain/portfolio-file/portfolio-row.js';
import { readPortfolioFile } from '../domain/portfolio-file/read-portfolio-file.js';
import { CORPUS_DIR, corpusFile, hasCorpus } from './corpus-dir.js';

const shipped: unknown = JSON.parse(
  readFileSync(new URL('../../mappings/government-major-projects.json', import.meta.url), 'utf8'),
);

test('the mapping for the government portfolio that comes with the product is valid', () => {
  expect(portfolioMappingOf(shipped).fields.wholeLifeCost).toEqual({
    column: 'cost_m',
    unit: 'million',
    currency: 'GBP',
  });
});

/** Imports rows one after the other and counts what became of them. */
function imported(held: Map<string, PortfolioRecord>, rows: readonly PortfolioRow[]): Record<string, number> {
  const outcomes: Record<string, number> = {};
  for (const row of rows) {
    const identity = identityOf(row);
    const { outcome } = matchSnapshot(held.get(identity), row);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    held.set(identity, withSnapshot(held.get(identity), row));
  }
  return outcomes;
}

if (!hasCorpus('gmpp')) {
  test(`the government portfolio is not there (${CORPUS_DIR}): the real list was not tried`, () => {
    expect(hasCorpus('gmpp')).toBe(false);
  });
} else {
  describe('the government portfolio of two years', () => {
    const bytes = corpusFile('gmpp/gmpp.csv');
    const { rows, unreadable, warnings } = readPortfolioFile(bytes, 'gmpp.csv', portfolioMappingOf(shipped));
    const ofYear = (label: string): PortfolioRow[] => rows.filter(({ snapshot }) => snapshot.label === label);

    test('all 402 rows are read, 213 and 189 by year', () => {
      expect([rows.length, unreadable.length, warnings.length]).toEqual([402, 0, 0]);
      expect([ofYear('2024-25').length, ofYear('2025-26').length]).toEqual([213, 189]);
      expect(ofYear('2024-25')[0]!.snapshot).toEqual({
        label: '2024-25',
        from: '2024-04-01',
        to: '2025-03-31',
      });
    });

    test('costs are exact and add up to what the file says in another way', () => {
      const text = new TextDecoder().decode(bytes);
      const tenThousands = text
        .split('\n')
        .slice(1, -1)
        .map((line) => /,(\d+)\.(\d{1,2}),[^,]*,[^,]*,[A-Z]*$|,,[^,]*,[^,]*,[A-Z]*$/.exec(line)!);
      const expected = tenThousands.reduce(
        (sum, [, whole = '0', part = '0']) => sum + BigInt(whole) * 100n + BigInt(part.padEnd(2, '0')),
        0n,
      );
      const total = rows.reduce((sum, row) => sum + (row.wholeLifeCost?.amountMinor ?? 0n), 0n);
      expect(total).toBe(expected * 1_000_000n);
      expect(rows[0]!.wholeLifeCost).toEqual({ amountMinor: 55_800_000_000n, currency: 'GBP' });
    });

    test('empty cells are gaps, 56 without cost in each year, and no rating is made up', () => {
      for (const year of ['2024-25', '2025-26']) {
        expect(ofYear(year).filter(({ wholeLifeCost }) => wholeLifeCost === null)).toHaveLength(56);
      }
      const ratings = ['red', 'amber', 'green', null].map(
        (rating) => rows.filter((row) => row.deliveryConfidence === rating).length,
      );
      expect(ratings).toEqual([44, 112, 11, 235]);
      expect(rows.filter(({ variancePercent }) => variancePercent !== null)).toHaveLength(321);
      expect(rows.filter(({ durationMonths }) => durationMonths !== null)).toHaveLength(286);
    });

    test('names come without the blanks around them', () => {
      expect(rows.filter(({ name }) => name !== name.trim())).toEqual([]);
    });

    test('170 projects are in both years, 232 in all, the two without a code by name and department', () => {
      const years = new Map<string, Set<string>>();
      for (const row of rows)
        years.set(identityOf(row), (years.get(identityOf(row)) ?? new Set()).add(row.snapshot.label));
      expect(years.size).toBe(232);
      expect([...years.values()].filter(({ size }) => size === 2)).toHaveLength(170);
      expect(rows.filter(({ code }) => code === null).map(identityOf)).toEqual([
        'name:flood and coastal risk management (fcrm) investment programme 2026-2029|defra',
        "name:children's homes capital programme|dfe",
      ]);
    });

    test('the second import of the same file changes nothing', () => {
      const held = new Map<string, PortfolioRecord>();
      expect(imported(held, rows)).toEqual({ added: 232, updated: 170 });
      expect(imported(held, rows)).toEqual({ unchanged: 402 });
    });

    test('the years in the wrong order give the same current values and the same history', () => {
      const inOrder = new Map<string, PortfolioRecord>();
      const backwards = new Map<string, PortfolioRecord>();
      imported(inOrder, rows);
      expect(imported(backwards, [...ofYear('2025-26'), ...ofYear('2024-25')])).toEqual({
        added: 232,
        superseded: 170,
      });
      expect(Object.fromEntries(backwards)).toEqual(Object.fromEntries(inOrder));
    });

    test('a project that changed its name and case between the years stays the same project', () => {
      const held = new Map<string, PortfolioRecord>();
      imported(held, rows);
      const sizewell = [...held.values()].find(({ current }) => current.name === 'Sizewell C Project')!;
      expect(sizewell.history.map(({ name }) => name)).toEqual(['NEW NUCLEAR PROJECT (SIZEWELL C)']);
    });
  });
}
