/** One figure of a benchmark, as its runs gave it. */
export interface Figure {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** How many runs. */
  readonly n: number;
}

/** The figures of several runs, by name, in the order in which they were first given. */
export class Figures {
  readonly #runs = new Map<string, { readonly unit: string; readonly values: number[] }>();
  readonly #means = new Map<string, { readonly unit: string; readonly values: readonly number[] }>();

  /** One run's value. The unit of the first counts. */
  add(name: string, unit: string, value: number): void {
    const known = this.#runs.get(name) ?? { unit, values: [] };
    known.values.push(value);
    this.#runs.set(name, known);
  }

  /**
   * One figure over many things, such as instances of a set: their mean stands where else the median stands, between the
   * least and the greatest of them.
   */
  addMean(name: string, unit: string, values: readonly number[]): void {
    if (values.length === 0) return;
    this.#means.set(name, { unit, values });
  }

  /** The median of what was given so far. Throws when nothing was. */
  median(name: string): number {
    const mean = this.#means.get(name);
    if (mean !== undefined) return meanOf(mean.values);
    const known = this.#runs.get(name);
    if (known === undefined) throw new Error(`Nothing was measured under "${name}".`);
    return percentile(known.values, 0.5);
  }

  has(name: string): boolean {
    return this.#runs.has(name) || this.#means.has(name);
  }

  summary(): Readonly<Record<string, Figure>> {
    const figure = (unit: string, middle: number, values: readonly number[]): Figure => ({
      median: rounded(middle),
      min: rounded(Math.min(...values)),
      max: rounded(Math.max(...values)),
      unit,
      n: values.length,
    });
    return Object.fromEntries([
      ...[...this.#runs].map(
        ([name, { unit, values }]) => [name, figure(unit, percentile(values, 0.5), values)] as const,
      ),
      ...[...this.#means].map(
        ([name, { unit, values }]) => [name, figure(`${unit}, mean`, meanOf(values), values)] as const,
      ),
    ]);
  }
}

/** The smallest value that at least this share of the values (0 to 1) does not exceed; with an even number, no mean. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] as number;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
