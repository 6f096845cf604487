import type { StatusLine } from '@meridian/contracts-reporting';
import { daysBetween } from '../dates/format-day.js';
import { compareHealth } from '../health/health-state.js';
import { deviationPercent } from '../money/format-money.js';

export const sortKeys = [
  'health',
  'code',
  'name',
  'programme',
  'progress',
  'cpi',
  'spi',
  'cost',
  'finish',
] as const;

export type SortKey = (typeof sortKeys)[number];

/** What the address says about the order: a key, with `-` in front for the other way round. */
export interface Sort {
  readonly key: SortKey;
  readonly isReversed: boolean;
}

export function readSort(value: unknown): string | undefined {
  return typeof value === 'string' && sortKeys.some((key) => key === value.replace(/^-/, ''))
    ? value
    : undefined;
}

export function sortOf(text: string | undefined): Sort {
  const key = sortKeys.find((one) => one === text?.replace(/^-/, '')) ?? 'health';
  return { key, isReversed: text?.startsWith('-') ?? false };
}

/** Sorts a copy; lines that do not have the figure come last either way. */
export function sortLines(lines: readonly StatusLine[], { key, isReversed }: Sort): StatusLine[] {
  const direction = isReversed ? -1 : 1;
  const valued = lines.map((line) => ({ line, value: valueOf(line, key) }));
  valued.sort((one, other) => {
    if (one.value === undefined || other.value === undefined)
      return Number(one.value === undefined) - Number(other.value === undefined);
    return direction * compare(one, other, key) || one.line.code.localeCompare(other.line.code);
  });
  return valued.map(({ line }) => line);
}

/** Days the forecast finish lies behind the baseline, late positive. */
export function slipOf({ finish, baselineFinish }: StatusLine): number | undefined {
  return finish && baselineFinish ? daysBetween(baselineFinish, finish) : undefined;
}

/** Percent the forecast lies above the budget. */
export function overrunOf({ eacMinor, bacMinor }: StatusLine): number | undefined {
  return eacMinor && bacMinor ? deviationPercent(eacMinor, bacMinor) : undefined;
}

interface Valued {
  readonly line: StatusLine;
  readonly value: string | number | undefined;
}

function compare(one: Valued, other: Valued, key: SortKey): number {
  if (key === 'health') return compareHealth(one.line.overall, other.line.overall);
  if (typeof one.value === 'number' && typeof other.value === 'number') return one.value - other.value;
  return String(one.value).localeCompare(String(other.value), undefined, { numeric: true });
}

function valueOf(line: StatusLine, key: SortKey): string | number | undefined {
  const number = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  switch (key) {
    case 'health':
      return line.overall;
    case 'code':
      return line.code;
    case 'name':
      return line.name;
    case 'programme':
      return line.programme;
    case 'progress':
      return number(line.percentComplete);
    case 'cpi':
      return number(line.cpi);
    case 'spi':
      return number(line.spi);
    case 'cost':
      return overrunOf(line);
    case 'finish':
      return line.finish;
  }
}
