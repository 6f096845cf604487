import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  ratioToDecimal,
  subtractRatios,
} from '@meridian/money';
import type { Ratio } from '@meridian/money';
import type { ScoringModel } from './scoring-model.js';

/** The scores of one candidate on all criteria of a model, by criterion. */
export interface FullScores {
  readonly candidateId: string;
  readonly scores: ReadonlyMap<string, Ratio>;
}

/** Between which weights of one criterion the winner stays the winner, the others' weights keeping their proportions. */
export interface WeightRange {
  readonly criterionId: string;
  readonly weight: string;
  readonly from: string;
  readonly to: string;
}

/**
 * How far each weight can move before another candidate overtakes the winner. With the weight of criterion k at w and all
 * others scaled by (1 − w)/(1 − w_k), the lead over a rival is linear in w: a + b·w, with a the lead over the other
 * criteria alone; its root bounds the range.
 */
export function weightSensitivity(
  model: ScoringModel,
  winner: FullScores,
  rivals: readonly FullScores[],
): readonly WeightRange[] {
  return model.criteria.map(({ criterionId, weight }) => {
    let [from, to] = [ratio(0n), ratio(1n)];
    for (const rival of rivals) {
      const [alone, own] = leads(model, criterionId, winner, rival);
      const slope = subtractRatios(own, alone);
      if (slope.numerator === 0n) continue;
      const root = divideRatios(subtractRatios(ratio(0n), alone), slope);
      if (slope.numerator > 0n && compareRatios(root, from) > 0) from = root;
      if (slope.numerator < 0n && compareRatios(root, to) < 0) to = root;
    }
    return { criterionId, weight, from: ratioToDecimal(from, 6), to: ratioToDecimal(to, 6) };
  });
}

/** The lead of the winner on the other criteria (their weights filled up to 1), and on this one alone. */
function leads(
  model: ScoringModel,
  criterionId: string,
  winner: FullScores,
  rival: FullScores,
): readonly [others: Ratio, own: Ratio] {
  const lead = (id: string): Ratio => subtractRatios(scoreOn(winner, id), scoreOn(rival, id));
  const others = model.criteria.filter((one) => one.criterionId !== criterionId);
  const weights = others.map(({ weight }) => ratioFromDecimal(weight));
  const total = weights.reduce(addRatios, ratio(0n));
  const sum = others.reduce(
    (all, one, index) => addRatios(all, multiplyRatios(weights[index] as Ratio, lead(one.criterionId))),
    ratio(0n),
  );
  return [total.numerator === 0n ? ratio(0n) : divideRatios(sum, total), lead(criterionId)];
}

function scoreOn({ scores }: FullScores, criterionId: string): Ratio {
  return scores.get(criterionId) ?? ratio(0n);
}
