const STEPS = 512;

/**
 * The distribution of a beta variable with shapes a, b >= 1, as its values at equal steps from 0 to 1: its density summed up
 * by Simpson's rule, a step at a time.
 */
export function betaCdfTable(a: number, b: number): Float64Array {
  const density = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1);
  const table = new Float64Array(STEPS + 1);
  let left = density(0);
  for (let i = 1; i <= STEPS; i++) {
    const right = density(i / STEPS);
    table[i] = table[i - 1]! + left + 4 * density((i - 0.5) / STEPS) + right;
    left = right;
  }
  const whole = table[STEPS]!;
  for (let i = 1; i <= STEPS; i++) table[i]! /= whole;
  return table;
}

/** Where a table reaches each of the probabilities, which rise: the quantiles. */
export function quantilesIn(table: Float64Array, probabilities: Float64Array): Float64Array {
  let step = 0;
  return probabilities.map((p) => {
    while (step < STEPS - 1 && table[step + 1]! < p) step++;
    const width = table[step + 1]! - table[step]!;
    const within = width > 0 ? (p - table[step]!) / width : 0;
    return (step + Math.min(1, Math.max(0, within))) / STEPS;
  });
}
