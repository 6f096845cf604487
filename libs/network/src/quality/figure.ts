/** How a figure must be: no more than, or at least. */
export type Threshold = { readonly atMost: number } | { readonly atLeast: number };

/** A figure of a schedule, with what it was counted from. Shares are 0 to 1. */
export interface Figure {
  readonly name: string;
  readonly definition: string;
  /** What is counted, and among how many. */
  readonly count: number;
  readonly among: number;
  /** Null when there is nothing to compare with: no tasks, no status date, no baseline. */
  readonly value: number | null;
  readonly threshold: Threshold;
  /** Null when the value is. */
  readonly passes: boolean | null;
  /** The tasks behind `count`; of a ratio that should be high, those that are missing. */
  readonly taskIds: readonly string[];
  /** Indices of the links behind `count`. */
  readonly linkIndexes: readonly number[];
  /** The same figure as others define it. */
  readonly variants: readonly Figure[];
}

export type FigureParts = Pick<Figure, 'name' | 'definition' | 'threshold'> &
  Partial<Pick<Figure, 'count' | 'among' | 'value' | 'taskIds' | 'linkIndexes' | 'variants'>>;

/** Puts a figure together: the count is that of its tasks or links, the value is the share, unless said otherwise. */
export function figureOf(parts: FigureParts): Figure {
  const { taskIds = [], linkIndexes = [], variants = [], threshold } = parts;
  const count = parts.count ?? taskIds.length + linkIndexes.length;
  const among = parts.among ?? 0;
  const value = parts.value !== undefined ? parts.value : among > 0 ? count / among : null;
  const { name, definition } = parts;
  const passes = value === null ? null : meets(value, threshold);
  return { name, definition, count, among, value, threshold, passes, taskIds, linkIndexes, variants };
}

export function meets(value: number, threshold: Threshold): boolean {
  return 'atMost' in threshold ? value <= threshold.atMost : value >= threshold.atLeast;
}
