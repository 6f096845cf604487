import type { OwnAttentionList } from '@meridian/contracts-reporting';
import type {
  ConcernsFigures,
  GroupPerformanceFigures,
  GrowthPlanFigures,
  HrPartnersFigures,
  NotesFigures,
  PersonPerformanceFigures,
  TeamPerformanceFigures,
} from '@meridian/contracts-resourcing';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../gateway/ask.js';

/** How often a page that stays open looks for what waits for its reader: no event tells of it. */
const lookAgainMs = 60_000;

/** First part of the keys of everything about one's growth: a change reads it again. */
export const growthKey = ['growth'];

/** Figures of a period: the own ones, or those of one of the reader's people. */
export const performanceQuery = (period: string | undefined, personId?: string) =>
  queryOptions({
    queryKey: [...growthKey, 'performance', period ?? '', personId ?? ''],
    queryFn: ({ signal }) => ask<PersonPerformanceFigures>('/v1/performance', { period, personId }, signal),
  });

/** The reader's people: who may be looked at, and from when. */
export const teamQuery = (period: string | undefined) =>
  queryOptions({
    queryKey: [...growthKey, 'team', period ?? ''],
    queryFn: ({ signal }) => ask<TeamPerformanceFigures>('/v1/team-performance', { period }, signal),
  });

/** Figures of units: nothing of a single person is in them. */
export const groupPerformanceQuery = (period: string | undefined) =>
  queryOptions({
    queryKey: [...growthKey, 'groups', period ?? ''],
    queryFn: ({ signal }) => ask<GroupPerformanceFigures>('/v1/group-performance', { period }, signal),
  });

export const growthPlanQuery = (personId?: string) =>
  queryOptions({
    queryKey: [...growthKey, 'plan', personId ?? ''],
    queryFn: ({ signal }) => ask<GrowthPlanFigures>('/v1/growth-plan', { personId }, signal),
  });

export const concernsQuery = queryOptions({
  queryKey: [...growthKey, 'concerns'],
  queryFn: ({ signal }) => ask<ConcernsFigures>('/v1/concerns', {}, signal),
});

export const hrPartnersQuery = queryOptions({
  queryKey: [...growthKey, 'hr-partners'],
  queryFn: ({ signal }) => ask<HrPartnersFigures>('/v1/hr-partners', {}, signal),
});

export const notesQuery = queryOptions({
  queryKey: [...growthKey, 'notes'],
  queryFn: ({ signal }) => ask<NotesFigures>('/v1/notes', {}, signal),
});

/** What waits for the reader alone. */
export const ownAttentionQuery = queryOptions({
  queryKey: [...growthKey, 'own-attention'],
  queryFn: ({ signal }) => ask<OwnAttentionList>('/v1/own-attention', {}, signal),
  refetchInterval: lookAgainMs,
});
