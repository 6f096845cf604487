import type { DurationStyle } from '../../plan-file/plan-task.js';
import { decimalText } from '../../plan-file/decimal-text.js';
import { plainNumber } from '../xml-text.js';

/** Minutes as Microsoft Project writes durations: hours, minutes, seconds. */
export function durationText(minutes: number | null): string | null {
  if (minutes === null) return null;
  const seconds = Math.round(Math.abs(minutes) * 60_000) / 1_000;
  const hours = Math.floor(seconds / 3_600);
  const rest = Math.floor((seconds - hours * 3_600) / 60);
  const last = Math.round((seconds - hours * 3_600 - rest * 60) * 1_000) / 1_000;
  return `${minutes < 0 ? '-' : ''}PT${hours}H${rest}M${plainNumber(last)}S`;
}

/** Tenths of a minute, in which slack, lag and delay are kept. */
export function tenths(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes * 100_000) / 10_000;
}

/** Hundredths of the currency, whatever its minor unit. */
export function hundredths(minor: bigint | null, exponent: number): string | null {
  if (minor === null) return null;
  return exponent <= 2
    ? String(minor * 10n ** BigInt(2 - exponent))
    : decimalText({ unscaled: minor, scale: exponent - 2 });
}

const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const;

/** Format codes of durations and lags: 7 days, 8 elapsed days, 19 percent, 21 none; 32 more means estimated. */
export function formatCode({ unit, elapsed, estimated }: DurationStyle): number {
  const base = unit === 'percent' ? 19 : unit === null ? (elapsed ? 5 : 21) : 3 + UNITS.indexOf(unit) * 2;
  return base + (elapsed ? 1 : 0) + (estimated ? 32 : 0);
}

/** `HH:MM:SS`; the midnight that ends a day is written like the one that begins it. */
export function clock(minute: number): string {
  const inDay = minute % 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}:00`;
}
