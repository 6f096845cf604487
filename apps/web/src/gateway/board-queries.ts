import type { Board, MilestoneOutlooks, SprintFile } from '@meridian/contracts-projects';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from './ask.js';

/** What is read again when something on the board changed: points that are done may be progress of a task of the plan. */
export function boardKeys(projectId: string): readonly QueryKey[] {
  return [
    ['board', projectId],
    ['plan', projectId],
    ['project', projectId],
  ];
}

export const boardQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['board', projectId],
    queryFn: ({ signal }) => ask<Board>(`${boardPath(projectId)}/board`, {}, signal),
  });

export const sprintQuery = (projectId: string, sprintId: string) =>
  queryOptions({
    queryKey: ['board', projectId, 'sprint', sprintId],
    queryFn: ({ signal }) =>
      ask<SprintFile>(`${boardPath(projectId)}/sprints/${encodeURIComponent(sprintId)}`, {}, signal),
  });

export const outlooksQuery = (projectId: string, unit: MilestoneOutlooks['unit']) =>
  queryOptions({
    queryKey: ['board', projectId, 'outlooks', unit],
    queryFn: ({ signal }) =>
      ask<MilestoneOutlooks>(`${boardPath(projectId)}/milestone-forecast`, { unit }, signal),
  });

export function boardPath(projectId: string): string {
  return `/v1/projects/${encodeURIComponent(projectId)}`;
}
