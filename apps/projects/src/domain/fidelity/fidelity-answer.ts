import type { PlanFidelity } from './plan-fidelity.js';

/** What became of one file: its figures, or why it was refused. */
export type FileFidelity =
  ({ readonly file: string } & PlanFidelity) | { readonly file: string; readonly refusal: string };

type FileFigures = { readonly file: string } & Omit<PlanFidelity, 'differences'>;

interface Figure {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly n: number;
}

/** The one object that the command prints; the form is that of the benchmarks. */
export interface FidelityAnswer {
  readonly name: 'fidelity';
  readonly at: string;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly figures: {
    readonly share: Figure;
    readonly datesCompared: Figure;
    readonly datesEqual: Figure;
    /** A line a file that was read, in the order in which they were named. */
    readonly files: readonly FileFigures[];
  };
  readonly goals: readonly {
    readonly id: string;
    readonly figure: string;
    readonly goal: string;
    readonly holds: boolean;
  }[];
  /** The same files with every difference and its cause, and those that were refused. */
  readonly files: readonly FileFidelity[];
  /** Equal dates over all dates that were compared, 0 to 1; 1 when there was none to compare. */
  readonly share: number;
}

/** Sums the figures of all files up. */
export function fidelityAnswer(
  files: readonly FileFidelity[],
  run: Pick<FidelityAnswer, 'at' | 'machine'>,
): FidelityAnswer {
  const read = files.filter((file) => 'datesCompared' in file);
  const total = (key: 'datesCompared' | 'datesEqual') => read.reduce((sum, file) => sum + file[key], 0);
  const [compared, equal] = [total('datesCompared'), total('datesEqual')];
  const share = compared === 0 ? 1 : equal / compared;
  const shares = read.map((file) => (file.datesCompared === 0 ? 1 : file.datesEqual / file.datesCompared));
  return {
    name: 'fidelity',
    ...run,
    figures: {
      share: figure(share, 'share of dates', shares),
      datesCompared: figure(
        compared,
        'dates',
        read.map((file) => file.datesCompared),
      ),
      datesEqual: figure(
        equal,
        'dates',
        read.map((file) => file.datesEqual),
      ),
      files: read.map(({ differences: _, ...file }) => file),
    },
    goals: [{ id: 'O8', figure: 'share', goal: 'at least 0.99', holds: share >= 0.99 }],
    files,
    share,
  };
}

/** The figure over all files, with the least and the greatest of one file. */
function figure(median: number, unit: string, ofFiles: readonly number[]): Figure {
  const min = ofFiles.reduce((least, value) => Math.min(least, value), ofFiles[0] ?? median);
  const max = ofFiles.reduce((most, value) => Math.max(most, value), ofFiles[0] ?? median);
  return { median, min, max, unit, n: ofFiles.length };
}

/** The same for people: a line a file, a line a difference. */
export function fidelityText({ files, share }: FidelityAnswer): string {
  const lines = files.flatMap((file) => {
    if ('refusal' in file) return [`${file.file}: refused. ${file.refusal}`];
    const { tasks, links, resources, assignments, datesCompared, datesEqual } = file;
    const counts = `${tasks} tasks, ${links} links, ${resources} resources, ${assignments} assignments`;
    return [
      `${file.file}: ${counts}; ${datesEqual} of ${datesCompared} dates equal`,
      ...file.differences.map(
        ({ uid, name, end, stored, computed, sentence }) =>
          `  ${uid} "${name}": ${end} ${computed}, stored ${stored}. ${sentence}`,
      ),
    ];
  });
  return `${[...lines, `In all ${(share * 100).toFixed(2)} % of the dates are equal.`].join('\n')}\n`;
}
