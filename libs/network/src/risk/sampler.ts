import { betaCdfTable, quantilesIn } from './beta-table.js';
import { normalQuantile } from './normal.js';
import type { Spread } from './spread.js';

/** A spread ready for drawing: plain data, so that it can be sent to a thread. */
export interface Sampler {
  readonly kind: 'triangular' | 'uniform' | 'lognormal' | 'table';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly table: Float64Array;
}

const CELLS = 256;
/** Below this probability, and above its complement, the table is as fine again: quantiles are steep there. */
const TAIL = 1 / 64;
const NO_TABLE = new Float64Array(0);

/** @param tables those made so far, by shape: estimates in the same proportion share one */
export function samplerOf(spread: Spread, tables = new Map<string, Float64Array>()): Sampler {
  if (spread.kind === 'lognormal') {
    // Of the logarithm: variance ln(1 + (s/m)^2), mean ln m - variance / 2.
    const variance = Math.log1p((spread.deviation / spread.mean) ** 2);
    const location = Math.log(spread.mean) - variance / 2;
    return { kind: 'lognormal', a: location, b: Math.sqrt(variance), c: 0, d: 0, e: 0, table: NO_TABLE };
  }
  const { low, high } = spread;
  const width = high - low;
  if (spread.kind === 'uniform' || width === 0)
    return { kind: 'uniform', a: low, b: width, c: 0, d: 0, e: 0, table: NO_TABLE };
  const rise = spread.likely - low;
  if (spread.kind === 'pert') {
    const weight = spread.weight ?? 4;
    const shape = 1 + (weight * rise) / width;
    const key = `${shape} ${weight}`;
    const table = tables.get(key) ?? quantileTable(betaCdfTable(shape, weight + 2 - shape));
    tables.set(key, table);
    return { kind: 'table', a: low, b: width, c: 0, d: 0, e: 0, table };
  }
  const fall = high - spread.likely;
  return {
    kind: 'triangular',
    a: low,
    b: high,
    c: rise / width,
    d: width * rise,
    e: width * fall,
    table: NO_TABLE,
  };
}

/** Turns uniform numbers into draws, in place. */
export function drawFrom(sampler: Sampler, numbers: Float64Array, count: number): void {
  const { kind, a, b, c, d, e, table } = sampler;
  if (kind === 'triangular') {
    for (let i = 0; i < count; i++) {
      const u = numbers[i]!;
      numbers[i] = u < c ? a + Math.sqrt(u * d) : b - Math.sqrt((1 - u) * e);
    }
  } else if (kind === 'uniform') {
    for (let i = 0; i < count; i++) numbers[i] = a + b * numbers[i]!;
  } else if (kind === 'lognormal') {
    for (let i = 0; i < count; i++) numbers[i] = Math.exp(a + b * normalQuantile(numbers[i]!));
  } else {
    for (let i = 0; i < count; i++) numbers[i] = a + b * look(table, numbers[i]!);
  }
}

/** Three tables in a row: the lower tail, the whole, the upper tail. */
function quantileTable(cdf: Float64Array): Float64Array {
  const table = new Float64Array(3 * (CELLS + 1));
  const cells = Float64Array.from({ length: CELLS + 1 }, (_, i) => i / CELLS);
  const parts = [cells.map((u) => u * TAIL), cells, cells.map((u) => 1 - TAIL + u * TAIL)];
  parts.forEach((part, i) => table.set(quantilesIn(cdf, part), i * (CELLS + 1)));
  return table;
}

function look(table: Float64Array, u: number): number {
  let base = CELLS + 1;
  let x = u * CELLS;
  if (u < TAIL) {
    base = 0;
    x = (u / TAIL) * CELLS;
  } else if (u > 1 - TAIL) {
    base = 2 * (CELLS + 1);
    x = ((u - 1 + TAIL) / TAIL) * CELLS;
  }
  const cell = Math.min(CELLS - 1, Math.floor(x));
  const low = table[base + cell]!;
  return low + (table[base + cell + 1]! - low) * (x - cell);
}
