import type { ScoringModelList, ScoringRoundFigures, ScoringRoundList } from '@meridian/contracts-budgeting';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask.js';

/** First parts of the query keys, to read again after a change. */
export const modelsKey = ['scoring-models'] as const;
export const roundsKey = ['scoring-rounds'] as const;

/** The latest version of every scoring model, and the latest one that is scored by. */
export const scoringModelsQuery = queryOptions({
  queryKey: modelsKey,
  queryFn: ({ signal }) => ask<ScoringModelList>('/v1/scoring-models', {}, signal),
});

export const scoringRoundsQuery = (portfolio: string | undefined) =>
  queryOptions({
    queryKey: [...roundsKey, 'list', portfolio ?? ''],
    queryFn: ({ signal }) => ask<ScoringRoundList>('/v1/scoring-rounds', { portfolio }, signal),
  });

/** A round with as much as the person may see of it; `chosen` of the first are asked about. */
export const scoringRoundQuery = (roundId: string, chosen: number | undefined) =>
  queryOptions({
    queryKey: [...roundsKey, 'one', roundId, chosen ?? 1],
    queryFn: ({ signal }) =>
      ask<ScoringRoundFigures>(`/v1/scoring-rounds/${encodeURIComponent(roundId)}`, { chosen }, signal),
  });
