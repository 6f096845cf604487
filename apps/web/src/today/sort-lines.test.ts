import { describe, expect, test } from '@jest/globals';
import type { StatusLine } from '@meridian/contracts-reporting';
import { readSort, sortLines, sortOf } from './sort-lines.js';

const dimension = { state: 'unknown', reason: 'No plan yet.' } as const;
const line = (code: string, more: Partial<StatusLine>): StatusLine => ({
  projectId: code,
  code,
  name: code,
  overall: 'unknown',
  updatedAt: '2026-11-23T08:00:00Z',
  schedule: dimension,
  cost: dimension,
  quality: dimension,
  resources: dimension,
  ...more,
});

const lines = [
  line('P-2', { overall: 'on-track', cpi: '1.10' }),
  line('P-10', { overall: 'off-track' }),
  line('P-1', { overall: 'at-risk', cpi: '0.80' }),
];
const codes = (sort: string | undefined): string[] => sortLines(lines, sortOf(sort)).map(({ code }) => code);

describe('the order of projects', () => {
  test('without a wish the worst come first', () => {
    expect(codes(undefined)).toEqual(['P-10', 'P-1', 'P-2']);
  });

  test('a project without the figure is last in both directions', () => {
    expect(codes('cpi')).toEqual(['P-1', 'P-2', 'P-10']);
    expect(codes('-cpi')).toEqual(['P-2', 'P-1', 'P-10']);
  });

  test('codes are counted, not spelled', () => {
    expect(codes('code')).toEqual(['P-1', 'P-2', 'P-10']);
  });

  test('an order that does not exist is left out of the address', () => {
    expect(readSort('-finish')).toBe('-finish');
    expect(readSort('colour')).toBeUndefined();
    expect(readSort(7)).toBeUndefined();
  });
});
