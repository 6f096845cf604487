import type { ClosingReport, FindLessons, LessonPage, MatchedLessons } from '@meridian/contracts-projects';
import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from './ask.js';

/** Answers come by events: as long as one is not clear, it may have changed since. */
const askAgainMs = 5_000;

/** Who has answered whether a project may be closed, and what is open. */
export const closingQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['closing', projectId],
    queryFn: ({ signal }) =>
      ask<ClosingReport>(`/v1/projects/${encodeURIComponent(projectId)}/closing`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.answers.some((answer) => answer.state !== 'clear') ? askAgainMs : false,
  });

/** What is read again when a project learned something: its closing asks for a lesson. */
export function lessonKeys(projectId: string): readonly QueryKey[] {
  return [['lessons'], ['closing', projectId], ['lifecycle', projectId]];
}

/** What a project learned, the latest first. */
export const lessonsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['lessons', projectId],
    queryFn: ({ signal }) =>
      ask<LessonPage>(`/v1/projects/${encodeURIComponent(projectId)}/lessons`, { limit: 200 }, signal),
  });

export type LessonFilter = Omit<
  { readonly [K in keyof FindLessons]?: string },
  'cursor' | 'limit' | 'projectId'
>;

/** Lessons of all projects that the person may see, a page at a time. */
export const foundLessonsQuery = (filter: LessonFilter) =>
  infiniteQueryOptions({
    queryKey: ['lessons', 'found', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<LessonPage>('/v1/lessons', { ...filter, cursor: pageParam, limit: 50 }, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** What projects like this one learned. */
export const matchingLessonsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['lessons', 'matching', projectId],
    queryFn: ({ signal }) =>
      ask<MatchedLessons>(`/v1/projects/${encodeURIComponent(projectId)}/matching-lessons`, {}, signal),
  });
