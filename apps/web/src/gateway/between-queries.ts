import type {
  DependencyList,
  LimitedFloats,
  ProjectLinkList,
  ScheduledPlan,
} from '@meridian/contracts-projects';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from './ask.js';

/** What is read again when something between projects changed: the plans on both sides follow. */
export const betweenKeys: readonly QueryKey[] = [['links'], ['dependencies'], ['plan'], ['project']];

/** What a project waits for in others, and which wait for it. */
export const linksQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['links', projectId],
    queryFn: ({ signal }) => ask<ProjectLinkList>(`${pathOf(projectId)}/links`, {}, signal),
  });

/** Tasks whose float other projects limit; it moves with every plan. */
export const floatAcrossQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'float'],
    queryFn: ({ signal }) => ask<LimitedFloats>(`${pathOf(projectId)}/links/float`, {}, signal),
  });

/** What projects promised each other by a day. */
export const dependenciesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['dependencies', projectId],
    queryFn: ({ signal }) => ask<DependencyList>(`${pathOf(projectId)}/dependencies`, {}, signal),
  });

export const mostTasks = 500;

/** The tasks of a project, as far as a choice among them makes sense. */
export const tasksQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'choice'],
    queryFn: ({ signal }) => ask<ScheduledPlan>(`${pathOf(projectId)}/plan`, { limit: mostTasks }, signal),
  });

export function pathOf(projectId: string): string {
  return `/v1/projects/${encodeURIComponent(projectId)}`;
}
