import type {
  CapacityHeatMapFigures,
  LevellingJobState,
  LevellingProposalFigures,
} from '@meridian/contracts-resourcing';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from './ask.js';

export const levellingKey = ['levelling'] as const;

export const heatMapQuery = (weeks: number) =>
  queryOptions({
    queryKey: ['capacity-heat-map', weeks],
    queryFn: ({ signal }) => ask<CapacityHeatMapFigures>('/v1/capacity-heat-map', { weeks }, signal),
  });

/** How often a job that waits or runs is looked at. */
const lookMs = 1_000;

export const levellingJobQuery = (jobId: string) =>
  queryOptions({
    queryKey: [...levellingKey, 'job', jobId],
    queryFn: ({ signal }) =>
      ask<LevellingJobState>(`/v1/levelling-jobs/${encodeURIComponent(jobId)}`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'queued' || state.data?.state === 'running' ? lookMs : false,
  });

const movesAtOnce = 100;

export const proposalQuery = (proposalId: string) =>
  infiniteQueryOptions({
    queryKey: [...levellingKey, 'proposal', proposalId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<LevellingProposalFigures>(
        `/v1/levelling-proposals/${encodeURIComponent(proposalId)}`,
        { cursor: pageParam, limit: movesAtOnce },
        signal,
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
