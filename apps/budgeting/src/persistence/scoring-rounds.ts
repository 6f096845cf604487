import type { CandidateRating, CriterionScore, ScoringRoundRecord } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import type { Rating } from '../domain/portfolio/candidate-score.js';
import type { Database, Tx } from './database.js';
import type { CandidateRating as RatingRow, ScoringRound as ScoringRoundRow } from './generated/client.js';

export type { RatingRow, ScoringRoundRow };

/** One after the other: whoever scores within a round, changes or closes it. Held until the transaction ends. */
export async function lockScoringRound(tx: Tx, roundId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scoring-round ${roundId}`}, 0))::text`;
}

/** @throws Refusal `budgeting/unknown-round` */
export async function knownScoringRound(tx: Tx | Database, roundId: string): Promise<ScoringRoundRow> {
  const row = await tx.scoringRound.findUnique({ where: { roundId } });
  if (row) return row;
  throw new Refusal('budgeting/unknown-round', 'There is no scoring round with this id that you may see.', {
    kind: 'not-found',
  });
}

/** Of every rater and candidate the last version, which counts. */
export function lastRatings(
  tx: Tx | Database,
  roundId: string,
  raterPersonId?: string,
): Promise<readonly RatingRow[]> {
  return tx.candidateRating.findMany({
    where: { roundId, ...(raterPersonId === undefined ? {} : { raterPersonId }) },
    orderBy: [{ candidateId: 'asc' }, { rater: 'asc' }, { raterPersonId: 'asc' }, { version: 'desc' }],
    distinct: ['candidateId', 'raterPersonId'],
  });
}

export function scoringRoundRecord(row: ScoringRoundRow): ScoringRoundRecord {
  const { raterIds: _, recordedAt, state, candidates, raters, ...round } = row;
  return {
    ...round,
    state: state as ScoringRoundRecord['state'],
    candidates: candidates as unknown as ScoringRoundRecord['candidates'],
    raters: raters as unknown as ScoringRoundRecord['raters'],
    recordedAt: recordedAt.toISOString(),
  };
}

export function candidateRating({ scores, recordedAt, ...row }: RatingRow): CandidateRating {
  return {
    ...row,
    scores: scores as unknown as readonly CriterionScore[],
    recordedAt: recordedAt.toISOString(),
  };
}

/** As the ranking takes them. */
export function ratingsOf(rows: readonly RatingRow[]): readonly Rating[] {
  return rows.flatMap(({ candidateId, raterPersonId, scores }) =>
    (scores as unknown as readonly CriterionScore[]).map(({ criterionId, score, evidence }) => ({
      candidateId,
      criterionId,
      rater: raterPersonId,
      score,
      evidence,
    })),
  );
}
