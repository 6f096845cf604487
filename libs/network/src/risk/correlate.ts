import { Refusal } from '@meridian/refusal';
import type { Correlation } from './risk-input.js';
import { streamOf } from './threefry.js';
import type { Stream } from './threefry.js';

/** How a variable is put together from rows of independent standard normal numbers. */
export interface Loading {
  readonly rows: Int32Array;
  readonly weights: Float64Array;
}

export interface Correlated {
  readonly normals: readonly Stream[];
  readonly loadings: ReadonlyMap<string, Loading>;
}

/** A matrix of so many variables costs as much as the schedule itself. */
const MOST_IN_MATRIX = 300;

/**
 * Loadings that give the wanted rank correlations: r of ranks is 2 sin(pi r / 6) of normal numbers (Pearson 1907). A group
 * apart from others with a positive coefficient shares one common factor; any other tissue of groups is a matrix, taken
 * apart by Cholesky.
 *
 * @throws Refusal `network/correlation-invalid` when a coefficient is outside of -1 to 1, or the coefficients contradict each other.
 */
export function correlate(correlations: readonly Correlation[]): Correlated {
  const normals: Stream[] = [];
  const loadings = new Map<string, Loading>();
  const row = (name: string) => normals.push(streamOf(name)) - 1;
  for (const { coefficient } of correlations) {
    if (!(coefficient >= -1 && coefficient <= 1))
      throw invalid(`A correlation is ${coefficient}; allowed is -1 to 1.`);
  }
  for (const tissue of tissuesOf(correlations)) {
    const [only] = tissue;
    if (tissue.length === 1 && only!.coefficient >= 0) shareFactor(only!, row, loadings);
    else decompose(tissue, row, loadings);
  }
  return { normals, loadings };
}

function shareFactor(
  { activityIds, coefficient }: Correlation,
  row: (name: string) => number,
  loadings: Map<string, Loading>,
): void {
  const ofNormals = normalCorrelation(coefficient);
  const common = row(`factor/${activityIds.join('/')}`);
  for (const id of new Set(activityIds)) {
    loadings.set(id, {
      rows: Int32Array.of(common, row(`duration/${id}`)),
      weights: Float64Array.of(Math.sqrt(ofNormals), Math.sqrt(1 - ofNormals)),
    });
  }
}

function decompose(
  tissue: readonly Correlation[],
  row: (name: string) => number,
  loadings: Map<string, Loading>,
): void {
  const ids = [...new Set(tissue.flatMap(({ activityIds }) => activityIds))];
  if (ids.length > MOST_IN_MATRIX)
    throw invalid(
      `${ids.length} durations are correlated with each other; allowed are ${MOST_IN_MATRIX}, or groups apart.`,
    );
  const at = new Map(ids.map((id, i) => [id, i]));
  const matrix = ids.map((_, i) => ids.map((__, j): number => (i === j ? 1 : 0)));
  for (const { activityIds, coefficient } of tissue) {
    for (const a of activityIds) {
      for (const b of activityIds) {
        if (a !== b) matrix[at.get(a)!]![at.get(b)!] = normalCorrelation(coefficient);
      }
    }
  }
  const factor = cholesky(matrix, ids);
  const rows = ids.map((id) => row(`duration/${id}`));
  ids.forEach((id, i) => {
    loadings.set(id, {
      rows: Int32Array.from(rows.slice(0, i + 1)),
      weights: Float64Array.from(factor[i]!.slice(0, i + 1)),
    });
  });
}

function cholesky(matrix: readonly (readonly number[])[], ids: readonly string[]): number[][] {
  const factor = matrix.map((line) => line.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      if (i !== j) factor[i]![j] = factor[j]![j] ? rest / factor[j]![j]! : 0;
      else if (rest > -1e-9) factor[i]![i] = Math.sqrt(Math.max(0, rest));
      else throw invalid(`The correlations of ${ids.join(', ')} contradict each other; make them weaker.`);
    }
  }
  return factor;
}

/** Groups that have activities in common, directly or by way of others. */
function tissuesOf(correlations: readonly Correlation[]): Correlation[][] {
  let tissues: { ids: Set<string>; groups: Correlation[] }[] = [];
  for (const group of correlations) {
    const ids = new Set(group.activityIds);
    const touching = tissues.filter((tissue) => group.activityIds.some((id) => tissue.ids.has(id)));
    const merged = {
      ids: new Set([...ids, ...touching.flatMap((tissue) => [...tissue.ids])]),
      groups: [...touching.flatMap(({ groups }) => groups), group],
    };
    tissues = [...tissues.filter((tissue) => !touching.includes(tissue)), merged];
  }
  return tissues.map(({ groups }) => groups);
}

function normalCorrelation(ofRanks: number): number {
  return 2 * Math.sin((Math.PI * ofRanks) / 6);
}

function invalid(sentence: string): Refusal {
  return new Refusal('network/correlation-invalid', sentence, { kind: 'unprocessable' });
}
