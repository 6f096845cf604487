import { describe, expect, test } from '@jest/globals';
import { normalCdf, normalQuantile } from './normal.js';
import { drawFrom, samplerOf } from './sampler.js';
import { checkSpread, meanOf } from './spread.js';
import type { Spread } from './spread.js';
import { drawUniforms, streamOf, threefry2x32 } from './threefry.js';

describe('Threefry-2x32 with 13 rounds', () => {
  /** The known answers of Random123 1.14 (tests/kat_vectors). */
  test.each([
    [0, 0, 0, 0, '9d1c5ec6 8bd50731'],
    [-1, -1, -1, -1, 'fd36d048 2d17272c'],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 'ba3e4725 f27d669e'],
  ])('counter %i %i under key %i %i', (c0, c1, k0, k1, known) => {
    const words = new Int32Array(2);
    threefry2x32(words, c0, c1, k0, k1);
    expect([...words].map((word) => (word >>> 0).toString(16)).join(' ')).toBe(known);
  });

  test('a run draws the same number whoever asks, in whatever order', () => {
    const stream = streamOf('duration/dig');
    const all = uniforms(1_000, { seed: 5, name: 'duration/dig' });
    const part = new Float64Array(100);
    drawUniforms(part, stream, { seed: 5, firstRun: 600, count: 100 });
    expect([...part]).toEqual([...all.subarray(600, 700)]);
    expect(all.every((u) => u > 0 && u < 1)).toBe(true);
  });

  test('other seeds and other names draw other numbers, even all over and independent', () => {
    const base = uniforms(100_000, { seed: 5, name: 'a' });
    for (const other of [
      uniforms(100_000, { seed: 6, name: 'a' }),
      uniforms(100_000, { seed: 5, name: 'b' }),
    ]) {
      expect(Math.abs(correlation(base, other))).toBeLessThan(0.01);
    }
    expect(distance([...base], (u) => u)).toBeLessThan(0.006);
    expect(Math.abs(correlation(base.subarray(0, 99_999), base.subarray(1)))).toBeLessThan(0.01);
  });
});

describe('the normal distribution', () => {
  /** Quantiles of AS 241's own test and of tables. */
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
    [0.975, 1.959963984540054],
  ])('quantile of %d', (p, x) => {
    expect(normalQuantile(p)).toBeCloseTo(x, 12);
    expect(normalCdf(x) / p).toBeCloseTo(1, 7);
  });

  test('far out it is 0 and 1, and in the middle a half', () => {
    expect([normalCdf(-40), normalCdf(0), normalCdf(40)]).toEqual([0, 0.5, 1]);
    expect(normalCdf(-8)).toBeCloseTo(6.220960574271785e-16, 20);
  });
});

describe('spreads', () => {
  const triangle: Spread = { kind: 'triangular', low: 10, likely: 20, high: 50 };

  /** Distribution functions in closed form: of the PERT with likely in the middle it is the beta (3, 3). */
  test.each<[string, Spread, (x: number) => number]>([
    ['triangular', triangle, (x) => (x < 20 ? (x - 10) ** 2 / 400 : 1 - (50 - x) ** 2 / 1_200)],
    ['uniform', { kind: 'uniform', low: 10, high: 30 }, (x) => (x - 10) / 20],
    [
      'PERT',
      { kind: 'pert', low: 0, likely: 5, high: 10 },
      (x) => {
        const u = x / 10;
        return u ** 3 * (10 - 15 * u + 6 * u ** 2);
      },
    ],
    ['PERT leaning left', { kind: 'pert', low: 0, likely: 0, high: 1 }, (x) => 1 - (1 - x) ** 5],
    ['PERT of less weight', { kind: 'pert', low: 0, likely: 1, high: 1, weight: 2 }, (x) => x ** 3],
    [
      'lognormal',
      { kind: 'lognormal', mean: 100, deviation: 50 },
      (x) => normalCdf((Math.log(x) - (Math.log(100) - Math.log(1.25) / 2)) / Math.sqrt(Math.log(1.25))),
    ],
  ])('%s draws follow its distribution', (_, spread, cdf) => {
    const draws = drawsOf(spread, 50_000);
    expect(distance(draws, cdf)).toBeLessThan(0.008);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(mean / meanOf(spread)).toBeCloseTo(1, 2);
  });

  test('quantiles far in the tails are right too', () => {
    const tails = Float64Array.of(0.0005, 0.002, 0.01, 0.99, 0.998, 0.9995);
    const exact = tails.map((p) => 1 - (1 - p) ** (1 / 5));
    drawFrom(samplerOf({ kind: 'pert', low: 0, likely: 0, high: 1 }), tails, tails.length);
    tails.forEach((x, i) => expect(x / exact[i]!).toBeCloseTo(1, 2));
  });

  test('estimates in the same proportion share a table, others do not', () => {
    const tables = new Map<string, Float64Array>();
    const of = (low: number, likely: number, high: number, weight?: number) =>
      samplerOf({ kind: 'pert', low, likely, high, ...(weight ? { weight } : {}) }, tables).table;
    expect(of(0, 5, 10)).toBe(of(10, 20, 30));
    expect(new Set([of(0, 5, 10), of(0, 6, 10), of(0, 5, 10, 3)]).size).toBe(3);
  });

  test('without width a spread is a figure', () => {
    expect(drawsOf({ kind: 'triangular', low: 7, likely: 7, high: 7 }, 4)).toEqual([7, 7, 7, 7]);
    expect(drawsOf({ kind: 'pert', low: 7, likely: 7, high: 7 }, 2)).toEqual([7, 7]);
    expect(drawsOf({ kind: 'lognormal', mean: 7, deviation: 0 }, 2)[0]).toBeCloseTo(7, 12);
  });

  test.each<Spread>([
    { kind: 'triangular', low: 5, likely: 4, high: 6 },
    { kind: 'triangular', low: 5, likely: 7, high: 6 },
    { kind: 'pert', low: 1, likely: 2, high: 3, weight: 0 },
    { kind: 'pert', low: 3, likely: 2, high: 3 },
    { kind: 'pert', low: 1, likely: 4, high: 3 },
    { kind: 'uniform', low: 2, high: 1 },
    { kind: 'uniform', low: -1, high: 1 },
    { kind: 'uniform', low: 0, high: Number.POSITIVE_INFINITY },
    { kind: 'lognormal', mean: 0, deviation: 1 },
  ])('%j is refused', (spread) => {
    expect(() => checkSpread(spread, 'it')).toThrow('The spread of it is');
  });
});

function uniforms(count: number, { seed, name }: { seed: number; name: string }): Float64Array {
  const numbers = new Float64Array(count);
  drawUniforms(numbers, streamOf(name), { seed, firstRun: 0, count });
  return numbers;
}

function drawsOf(spread: Spread, count: number): number[] {
  const numbers = uniforms(count, { seed: 1, name: 'spread' });
  drawFrom(samplerOf(spread), numbers, count);
  return [...numbers];
}

/** Kolmogorov and Smirnov: the widest gap between draws and distribution. At 50,000 draws 0.008 is exceeded once in 300 tries. */
function distance(draws: number[], cdf: (x: number) => number): number {
  const sorted = draws.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((x, i) => Math.abs(cdf(x) - (i + 0.5) / sorted.length)));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    ab += (x - ma) * (b[i]! - mb);
    aa += (x - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}
