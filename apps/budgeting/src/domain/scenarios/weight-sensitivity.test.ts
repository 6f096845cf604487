import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareRatios, ratioFromDecimal } from '@meridian/money';
import { valueOf } from '../earned-value/figure.js';
import { scoreCandidates } from '../portfolio/candidate-score.js';
import type { Rating } from '../portfolio/candidate-score.js';
import { rankingSensitivity } from '../portfolio/ranking-sensitivity.js';
import type { Criterion, MissingScore, ScoringModel } from '../portfolio/scoring-model.js';

const rubric = [
  { score: '0', meaning: 'not at all' },
  { score: '100', meaning: 'fully' },
];
function modelOf(
  weights: readonly string[],
  { missing = 'incomplete', lower = -1 }: { missing?: MissingScore; lower?: number } = {},
): ScoringModel {
  const criteria = weights.map((weight, index): Criterion => ({
    criterionId: `k${index}`,
    name: `Criterion ${index}`,
    weight,
    rubric,
    ...(index === lower && { direction: 'lower' }),
  }));
  return { modelId: 'm', version: 1, name: 'Model', lowest: '0', highest: '100', missing, criteria };
}
function ranked(model: ScoringModel, rows: readonly (readonly (number | undefined)[])[]) {
  const ratings = rows.flatMap((row, candidate) =>
    row.flatMap((score, criterion): Rating[] =>
      score === undefined
        ? []
        : [
            {
              candidateId: `${candidate + 1}`,
              criterionId: `k${criterion}`,
              rater: 'anna',
              score: `${score}`,
            },
          ],
    ),
  );
  return scoreCandidates(
    model,
    rows.map((_, index) => `${index + 1}`),
    ratings,
  );
}

// SCO-1, the table of MYH Inc. (samples.primeessays.com); the break-even weights are computed by hand.
const MYH = [
  [90, 70, 90, 90, 90, 50],
  [90, 80, 70, 70, 80, 90],
  [90, 20, 50, 60, 60, 90],
  [90, 10, 20, 50, 50, 50],
];
const MYH_WEIGHTS = ['0.10', '0.25', '0.25', '0.15', '0.10', '0.15'];

test('SCO-1: neighbours change places where their scores meet, the smallest change of a weight first', () => {
  const model = modelOf(MYH_WEIGHTS);
  const swaps = rankingSensitivity(model, ranked(model, MYH), 1)?.swaps ?? [];
  // 1 leads 2 by 20 on the third criterion and by −4.5 of 0.75 on the others, −6 of 1: they meet at w = 6/(6 + 20).
  // The move from 0.15 to 0.160494 on the last criterion is the smallest of all.
  expect(swaps[0]).toEqual({
    ahead: '1',
    behind: '2',
    criterionId: 'k5',
    weight: '0.15',
    swapsAt: '0.160494',
    change: '0.010494',
  });
  const thirdOf = swaps.find(({ ahead, criterionId }) => ahead === '1' && criterionId === 'k2');
  expect(thirdOf).toMatchObject({ swapsAt: '0.230769', change: '-0.019231' });
  // On the first criterion all are equal: whatever it weighs, nobody overtakes anybody.
  expect(swaps.filter(({ criterionId }) => criterionId === 'k0')).toEqual([]);
});

test('SCO-1: which weights keep the same two chosen, not only the same winner', () => {
  const model = modelOf(MYH_WEIGHTS);
  const { ranges = [], chosen } = rankingSensitivity(model, ranked(model, MYH), 2) ?? {};
  expect(chosen).toBe(2);
  // 3 overtakes 1 where 40 of lead on the last criterion make up for 30 of 0.85: w = 30/(30 + 0.85 × 40).
  expect(ranges[5]).toEqual({ criterionId: 'k5', weight: '0.15', from: '0.000000', to: '0.468750' });
  expect(ranges[1]).toMatchObject({ from: '0.000000', to: '1.000000' });
});

test('where less is better the scale is turned over, and the worst of it is its highest score', () => {
  const rows = [
    [50, 80],
    [50, 20],
    [50, undefined],
  ];
  const scores = (missing: MissingScore) =>
    ranked(modelOf(['0.5', '0.5'], { missing, lower: 1 }), rows).map(({ candidateId, score }) => [
      candidateId,
      valueOf(score),
    ]);
  expect(scores('worst')).toEqual([
    ['2', '65.000000'],
    ['1', '35.000000'],
    ['3', '25.000000'],
  ]);
  expect(scores('neutral')[1]).toEqual(['3', '50.000000']);
});

test('who has no score, or one that is not linear in the weights, is named as left out', () => {
  const rows = [
    [80, 60],
    [100, undefined],
    [10, 10],
  ];
  const of = (missing: MissingScore) => {
    const model = modelOf(['0.5', '0.5'], { missing });
    return rankingSensitivity(model, ranked(model, rows), 1);
  };
  expect(of('incomplete')?.leftOut).toEqual(['2']);
  expect(of('rescale')?.leftOut).toEqual(['2']);
  expect(of('neutral')?.leftOut).toEqual([]);
  const model = modelOf(['1']);
  expect(rankingSensitivity(model, ranked(model, [[undefined]]), 1)).toBeUndefined();
});

test('at the weight where neighbours swap both score the same, for any model', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
  const shares = fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 15 }));
  fc.assert(
    fc.property(shares, scores, scores, ([a, b], one, other) => {
      const weights = [a, b, 100 - a - b].map((share) => (share / 100).toFixed(2));
      const model = modelOf(weights);
      for (const swap of rankingSensitivity(model, ranked(model, [one, other]), 1)?.swaps ?? []) {
        const place = Number(swap.criterionId.slice(1));
        const at = Number(swap.swapsAt);
        const rest = 1 - Number(weights[place]);
        const lead = one.reduce((sum, score, index) => {
          const weight = index === place ? at : (Number(weights[index]) * (1 - at)) / rest;
          return sum + weight * (score - (other[index] ?? 0));
        }, 0);
        // Six decimals of a weight are half a millionth off; a lead is at most 100 on each side of it.
        expect(Math.abs(lead)).toBeLessThan(0.0005);
        expect(compareRatios(ratioFromDecimal(swap.swapsAt), ratioFromDecimal('1'))).toBeLessThanOrEqual(0);
      }
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
