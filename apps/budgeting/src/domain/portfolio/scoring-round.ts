import { Refusal } from '@meridian/refusal';
import { requireOnScale } from './scoring-model.js';
import type { ScoringModel } from './scoring-model.js';

/** A round in which people score candidates by one version of a model. */
export interface ScoringRound {
  readonly name: string;
  readonly modelId: string;
  readonly modelVersion: number;
  readonly state: 'open' | 'closed';
  readonly candidates: readonly { readonly candidateId: string; readonly name: string }[];
  readonly raters: readonly { readonly personId: string; readonly name: string }[];
}

/**
 * What was scored stays: a round that has scores keeps its model, the candidates that were scored and who scored them; a
 * closed one stays as it is.
 *
 * @throws Refusal `budgeting/round-closed`, `budgeting/round-scored`, `budgeting/round-twice`
 */
export function requireRoundChange(
  next: ScoringRound,
  before: ScoringRound | undefined,
  scored: readonly { readonly candidateId: string; readonly personId: string }[],
): void {
  requireNoneTwice(next);
  if (!before) return;
  requireOpen(before);
  if (scored.length === 0) return;
  if (next.modelId !== before.modelId || next.modelVersion !== before.modelVersion) {
    throw scoredAlready(before, 'keep the model, or open a new round for the other one');
  }
  const candidate = before.candidates.find(
    ({ candidateId }) =>
      scored.some((one) => one.candidateId === candidateId) &&
      !next.candidates.some((one) => one.candidateId === candidateId),
  );
  if (candidate) throw scoredAlready(before, `${candidate.name} stays in it`);
  const rater = before.raters.find(
    ({ personId }) =>
      scored.some((one) => one.personId === personId) &&
      !next.raters.some((one) => one.personId === personId),
  );
  if (rater) throw scoredAlready(before, `${rater.name} has scored and stays a rater`);
}

/**
 * Scores come from a rater of an open round, on criteria of its model and on its scale.
 *
 * @throws Refusal `budgeting/round-closed`, `budgeting/not-a-rater`, `budgeting/unknown-candidate`,
 *   `budgeting/unknown-criterion`, `budgeting/score-out-of-range`
 */
export function requireRating(
  round: ScoringRound,
  model: ScoringModel,
  rating: {
    readonly candidateId: string;
    readonly personId: string;
    readonly scores: readonly { readonly criterionId: string; readonly score: string }[];
  },
): void {
  requireRater(round, rating.personId);
  requireOpen(round);
  if (!round.candidates.some(({ candidateId }) => candidateId === rating.candidateId)) {
    throw new Refusal('budgeting/unknown-candidate', `The round has no candidate ${rating.candidateId}.`, {
      kind: 'not-found',
    });
  }
  const ids = rating.scores.map(({ criterionId }) => criterionId);
  const known = model.criteria.map(({ criterionId }) => criterionId);
  const wrong = ids.find((id, place) => !known.includes(id) || ids.indexOf(id) !== place);
  if (wrong !== undefined) {
    throw new Refusal(
      'budgeting/unknown-criterion',
      `The scores name ${wrong}; each criterion of the model is named at most once: ${known.join(', ')}.`,
      { kind: 'unprocessable' },
    );
  }
  for (const { score } of rating.scores) requireOnScale(model, score);
}

/** @throws Refusal `budgeting/not-a-rater` */
export function requireRater({ raters, name }: ScoringRound, personId: string): void {
  if (raters.some((rater) => rater.personId === personId)) return;
  throw new Refusal(
    'budgeting/not-a-rater',
    `You are not among the raters of "${name}"; the PMO names them in the round.`,
    { kind: 'forbidden' },
  );
}

function requireOpen({ state, name }: ScoringRound): void {
  if (state === 'open') return;
  throw new Refusal(
    'budgeting/round-closed',
    `The round "${name}" is closed and stays as it is; open a new one to score again.`,
  );
}

function requireNoneTwice({ candidates, raters }: ScoringRound): void {
  const ids = [
    ...candidates.map(({ candidateId }) => candidateId),
    ...raters.map(({ personId }) => personId),
  ];
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice === undefined) return;
  throw new Refusal(
    'budgeting/round-twice',
    `${twice} is named twice; candidates and raters are in a round once.`,
    {
      kind: 'unprocessable',
    },
  );
}

function scoredAlready({ name }: ScoringRound, sentence: string): Refusal {
  return new Refusal('budgeting/round-scored', `The round "${name}" has scores: ${sentence}.`);
}
