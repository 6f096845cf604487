/** One thing behind a figure. What stands for 0 of 0 is not counted, and its note says why. */
export interface FigureRow {
  readonly name: string;
  readonly projectId?: string;
  readonly taskId?: string;
  readonly day?: string;
  readonly counted: number;
  readonly of: number;
  readonly note: string;
}

export type FigureKind =
  'on-time' | 'estimate-accuracy' | 'rework' | 'utilisation' | 'overtime' | 'waiting-for-others';

export type Denominator =
  | 'accepted-tasks'
  | 'finished-tasks-with-estimate'
  | 'approved-project-minutes'
  | 'minutes-net-of-leave'
  | 'approved-minutes'
  | 'working-days';

export interface Figure {
  readonly kind: FigureKind;
  readonly counted: number;
  readonly of: number;
  readonly ofWhat: Denominator;
  readonly known: number;
  readonly needed: number;
  readonly isEnough: boolean;
  readonly percent?: number;
  readonly lowPercent?: number;
  readonly highPercent?: number;
  readonly rows: readonly FigureRow[];
}

interface Measured {
  readonly kind: FigureKind;
  readonly ofWhat: Denominator;
  readonly counted: number;
  readonly of: number;
  /** What there is to judge by, and how much of it is enough. */
  readonly known: number;
  readonly needed: number;
  readonly rows: readonly FigureRow[];
}

/** A share with one decimal, where there is enough behind it to say one. */
export function figureOf(measured: Measured): Figure {
  const { counted, of, known, needed } = measured;
  const isEnough = of > 0 && known >= needed;
  return { ...measured, isEnough, ...(isEnough && { percent: Math.round((counted * 1_000) / of) / 10 }) };
}

export function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
