import type { CandidateScore } from './candidate-score.js';
import type { ScoringModel } from './scoring-model.js';
import { neighbourSwaps, weightSensitivity } from './weight-sensitivity.js';
import type { OrderSwap, WeightRange } from './weight-sensitivity.js';

export interface RankingSensitivity {
  readonly chosen: number;
  readonly ranges: readonly WeightRange[];
  readonly swaps: readonly OrderSwap[];
  readonly leftOut: readonly string[];
}

/**
 * How much a ranking hangs on its weights, over the candidates whose score is linear in them: complete, or filled up with
 * the worst or the middle of the scale. The first `chosen` of these are those that are chosen. Undefined while there is none.
 *
 * @param ranked the best first
 */
export function rankingSensitivity(
  model: ScoringModel,
  ranked: readonly CandidateScore[],
  chosen: number,
): RankingSensitivity | undefined {
  const linear = ranked.flatMap(({ candidateId, full, exact }) =>
    full && exact.state === 'available' ? [{ candidateId, scores: full }] : [],
  );
  if (linear.length === 0) return undefined;
  const count = Math.min(chosen, linear.length);
  return {
    chosen: count,
    ranges: weightSensitivity(model, linear.slice(0, count), linear.slice(count)),
    swaps: neighbourSwaps(model, linear),
    leftOut: ranked
      .map(({ candidateId }) => candidateId)
      .filter((id) => !linear.some(({ candidateId }) => candidateId === id)),
  };
}
