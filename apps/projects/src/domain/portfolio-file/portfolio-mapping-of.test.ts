import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import fc from 'fast-check';
import { portfolioMappingOf } from './portfolio-mapping-of.js';
import type { MappingError } from './mapping-check.js';
import { snapshotOf } from './snapshot-of.js';

function errorsOf(json: unknown): string[] {
  try {
    portfolioMappingOf(json);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('projects/portfolio-mapping-invalid');
    return (error.details!['errors'] as MappingError[]).map(
      ({ path, found, allowed }) => `${path}: ${found}, not ${allowed}`,
    );
  }
}

test('every error of a mapping is named with its place, what was found and what is allowed', () => {
  const json = {
    name: '',
    colour: 1,
    delimiter: '#',
    fields: {
      name: 'project',
      snapshot: { column: 'year', form: 'lunar', periods: { Q1: { from: '2026-02-30', to: '2026-03-31' } } },
      wholeLifeCost: { column: 'cost', unit: 'dozen', currency: 'pounds' },
      deliveryConfidence: { column: 'rating', values: { R: 'crimson' } },
    },
    key: ['code', 'budget'],
  };
  expect(errorsOf(json)).toEqual([
    'mapping.colour: 1, not left out; the names here are name, sheet, delimiter, decimalMark, fields, key, description',
    'name: "", not text of 1 to 500 characters',
    'delimiter: "#", not one of ",", ";", "\\t", "|"',
    'fields.name: "project", not an object',
    'fields.name.column: missing, not text of 1 to 500 characters',
    'fields.snapshot.form: "lunar", not one of "financial-year", "calendar-year", "date", "listed"',
    'fields.snapshot.periods.Q1: "2026-02-30 to 2026-03-31", not two dates YYYY-MM-DD in order',
    'fields.wholeLifeCost.currency: "pounds", not an ISO 4217 code such as GBP',
    'fields.wholeLifeCost.unit: "dozen", not one of "one", "thousand", "million", "billion"',
    'fields.deliveryConfidence.values.R: "crimson", not one of "red", "amber", "green"',
    'key.0: "code", not a field that the mapping fills',
    'key.1: "budget", not one of "code", "name", "orgUnit"',
    'key.1: "budget", not a field that the mapping fills',
  ]);
});

test('anything at all is a mapping or named as an invalid one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(errorsOf(json).length).toBeGreaterThan(0);
    }),
  );
});

test('a period is a financial year, a year, a date or one of a list', () => {
  const field = (form: 'financial-year' | 'calendar-year' | 'date' | 'listed') => ({
    column: 'year',
    form,
    firstMonth: 4,
    periods: form === 'listed' ? [{ label: 'Q1', from: '2026-01-01', to: '2026-03-31' }] : [],
  });
  expect(snapshotOf('2024/2025', field('financial-year'))).toMatchObject({
    from: '2024-04-01',
    to: '2025-03-31',
  });
  expect(snapshotOf('1999-00', field('financial-year'))).toMatchObject({ to: '2000-03-31' });
  expect(snapshotOf('2024-27', field('financial-year'))).toBeUndefined();
  expect(snapshotOf('2024', { ...field('calendar-year') })).toMatchObject({
    from: '2024-01-01',
    to: '2024-12-31',
  });
  expect(snapshotOf('2025-02-29', field('date'))).toBeUndefined();
  expect(snapshotOf('Q1', field('listed'))).toMatchObject({ to: '2026-03-31' });
  expect(snapshotOf('Q2', field('listed'))).toBeUndefined();
  expect(snapshotOf('2024-25', { ...field('financial-year'), firstMonth: 1 })).toMatchObject({
    from: '2024-01-01',
    to: '2024-12-31',
  });
});
