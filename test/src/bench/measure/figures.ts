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

  /** One run's value. The unit of the first counts. */
  add(name: string, unit: string, value: number): void {
    const known = this.#runs.get(name) ?? { unit, values: [] };
    known.values.push(value);
    this.#runs.set(name, known);
  }

  /** The median of what was given so far. Throws when nothing was. */
  median(name: string): number {
    const known = this.#runs.get(name);
    if (known === undefined) throw new Error(`Nothing was measured under "${name}".`);
    return percentile(known.values, 0.5);
  }

  has(name: string): boolean {
    return this.#runs.has(name);
  }

  summary(): Readonly<Record<string, Figure>> {
    const entries = [...this.#runs].map(([name, { unit, values }]) => {
      const figure = {
        median: rounded(percentile(values, 0.5)),
        min: rounded(Math.min(...values)),
        max: rounded(Math.max(...values)),
        unit,
        n: values.length,
      };
      return [name, figure] as const;
    });
    return Object.fromEntries(entries);
  }
}

/** The smallest value that at least this share of the values (0 to 1) does not exceed; with an even number, no mean. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] as number;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
