import type { ClosingReport, LessonPage } from '@meridian/contracts-projects';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
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
