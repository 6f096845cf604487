import { ratio } from '@meridian/money';
import type { Ratio } from '@meridian/money';

/** Coefficients of falling power: `[1n, 0n, -2n]` is x² − 2. */
export type Polynomial = readonly bigint[];

/**
 * The distinct positive roots, ascending, each rounded up to a multiple of 2^-`bits`; roots closer together than that
 * count as one. Sturm's theorem counts the roots of an interval exactly, also where the curve only touches zero: none is
 * missed and none invented.
 */
export function positiveRoots(polynomial: Polynomial, bits: number): readonly Ratio[] {
  const simple = withSimpleRoots(trim(polynomial));
  if (simple.length < 2) return [];
  const chain = sturmChain(simple);
  const scale = 1n << BigInt(bits);
  const changes = (at: bigint): number => signChanges(chain.map((member) => signAt(member, at, scale)));
  const roots: Ratio[] = [];
  const search = (low: bigint, high: bigint, atLow: number, atHigh: number): void => {
    if (atLow === atHigh) return;
    if (high - low === 1n) {
      roots.push(ratio(high, scale));
      return;
    }
    const middle = (low + high) >> 1n;
    const atMiddle = changes(middle);
    search(low, middle, atLow, atMiddle);
    search(middle, high, atMiddle, atHigh);
  };
  const bound = rootBound(simple) * scale;
  search(0n, bound, changes(0n), changes(bound));
  return roots;
}

/** Cauchy: no root is larger than 1 + the largest coefficient over the leading one. */
function rootBound([leading = 1n, ...others]: Polynomial): bigint {
  const largest = others.reduce((most, one) => (magnitude(one) > most ? magnitude(one) : most), 0n);
  return largest / magnitude(leading) + 2n;
}

/** The same roots, each once: at a multiple root the whole Sturm chain would vanish and count nothing. */
function withSimpleRoots(polynomial: Polynomial): Polynomial {
  if (polynomial.length < 2) return polynomial;
  const common = sturmChain(polynomial).at(-1) as Polynomial;
  return common.length === 1 ? polynomial : quotient(polynomial, common);
}

/** a / b times a number other than zero, where b divides a. */
function quotient(a: Polynomial, b: Polynomial): Polynomial {
  const leading = b[0] as bigint;
  const found: bigint[] = [];
  let rest = a.map((value) => value * leading ** BigInt(a.length - b.length + 1));
  while (rest.length >= b.length) {
    const times = (rest[0] as bigint) / leading;
    found.push(times);
    rest = rest.map((value, index) => value - (b[index] ?? 0n) * times).slice(1);
  }
  return primitive(found);
}

function sturmChain(polynomial: Polynomial): readonly Polynomial[] {
  const degree = polynomial.length - 1;
  const derivative = polynomial
    .slice(0, -1)
    .map((coefficient, index) => coefficient * BigInt(degree - index));
  const chain: Polynomial[] = [primitive(polynomial), primitive(derivative)];
  for (;;) {
    const [before, last] = chain.slice(-2) as [Polynomial, Polynomial];
    const rest = negativeRemainder(before, last);
    if (rest.length === 0) return chain;
    chain.push(rest);
  }
}

/** −(a mod b) times a positive number: only signs count in the chain. */
function negativeRemainder(a: Polynomial, b: Polynomial): Polynomial {
  const leading = b[0] as bigint;
  let rest = [...a];
  while (rest.length >= b.length) {
    const first = rest[0] as bigint;
    const [up, times] = leading < 0n ? [-leading, -first] : [leading, first];
    const shifted = rest.map((value, index) => value * up - (b[index] ?? 0n) * times);
    rest = shifted.slice(1);
    if (rest.every((value) => value === 0n)) return [];
  }
  return primitive(trim(rest.map((value) => -value)));
}

function signAt(polynomial: Polynomial, numerator: bigint, denominator: bigint): number {
  let [value, power] = [0n, 1n];
  for (const coefficient of polynomial) {
    value = value * numerator + coefficient * power;
    power *= denominator;
  }
  return value === 0n ? 0 : value < 0n ? -1 : 1;
}

function signChanges(signs: readonly number[]): number {
  const present = signs.filter((sign) => sign !== 0);
  return present.filter((sign, index) => index > 0 && sign !== present[index - 1]).length;
}

function trim(polynomial: Polynomial): Polynomial {
  const first = polynomial.findIndex((coefficient) => coefficient !== 0n);
  return first === -1 ? [] : polynomial.slice(first);
}

function primitive(polynomial: Polynomial): Polynomial {
  let divisor = 0n;
  for (const coefficient of polynomial) {
    for (let next = magnitude(coefficient); next !== 0n;) [divisor, next] = [next, divisor % next];
  }
  return divisor > 1n ? polynomial.map((coefficient) => coefficient / divisor) : polynomial;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
