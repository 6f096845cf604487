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

/** Between which weights of one criterion the same candidates stay chosen, the others' weights keeping their proportions. */
export interface WeightRange {
  readonly criterionId: string;
  readonly weight: string;
  readonly from: string;
  readonly to: string;
}

/** At which weight of one criterion two candidates score the same, and how far that is from its weight now. */
export interface OrderSwap {
  readonly ahead: string;
  readonly behind: string;
  readonly criterionId: string;
  readonly weight: string;
  readonly swapsAt: string;
  readonly change: string;
}

/**
 * How far each weight can move before one that is not chosen overtakes one that is. With the weight of criterion k at w and
 * all others scaled by (1 − w)/(1 − w_k), the lead over a rival is linear in w: a + b·w, with a the lead over the other
 * criteria alone; its root bounds the range.
 */
export function weightSensitivity(
  model: ScoringModel,
  chosen: readonly FullScores[],
  rivals: readonly FullScores[],
): readonly WeightRange[] {
  return model.criteria.map(({ criterionId, weight }) => {
    let [from, to] = [ratio(0n), ratio(1n)];
    for (const [one, rival] of chosen.flatMap((one) => rivals.map((rival) => [one, rival] as const))) {
      const [alone, own] = leads(model, criterionId, one, rival);
      const slope = subtractRatios(own, alone);
      if (slope.numerator === 0n) continue;
      const root = divideRatios(subtractRatios(ratio(0n), alone), slope);
      if (slope.numerator > 0n && compareRatios(root, from) > 0) from = root;
      if (slope.numerator < 0n && compareRatios(root, to) < 0) to = root;
    }
    return { criterionId, weight, from: ratioToDecimal(from, 6), to: ratioToDecimal(to, 6) };
  });
}

/**
 * Where two neighbours of a ranking change places when one weight moves, the smallest move first: the root of the same line.
 * Criteria that cannot swap them at any weight between 0 and 1 are left out; at 0 and 1 themselves nothing lies beyond.
 *
 * @param ranked the best first
 */
export function neighbourSwaps(model: ScoringModel, ranked: readonly FullScores[]): readonly OrderSwap[] {
  const swaps = ranked
    .slice(1)
    .flatMap((behind, place) => swapsOf(model, ranked[place] as FullScores, behind));
  return swaps
    .sort((one, other) => compareRatios(size(one.move), size(other.move)))
    .map(({ move, at, ...swap }) => ({
      ...swap,
      swapsAt: ratioToDecimal(at, 6),
      change: ratioToDecimal(move, 6),
    }));
}

function swapsOf(model: ScoringModel, ahead: FullScores, behind: FullScores) {
  return model.criteria.flatMap(({ criterionId, weight }) => {
    const [alone, own] = leads(model, criterionId, ahead, behind);
    const slope = subtractRatios(own, alone);
    if (slope.numerator === 0n) return [];
    const at = divideRatios(subtractRatios(ratio(0n), alone), slope);
    if (compareRatios(at, ratio(0n)) <= 0 || compareRatios(at, ratio(1n)) >= 0) return [];
    const move = subtractRatios(at, ratioFromDecimal(weight));
    return [{ ahead: ahead.candidateId, behind: behind.candidateId, criterionId, weight, at, move }];
  });
}

function size(move: Ratio): Ratio {
  return move.numerator < 0n ? subtractRatios(ratio(0n), move) : move;
}

/** The lead of the one ahead on the other criteria (their weights filled up to 1), and on this one alone. */
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
