import type { LifecycleReport, TreeFigures } from '@meridian/contracts-projects';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from './ask.js';

/** What is read again when a project went to another stage: its record, every list it stands in, the portfolio. */
export function stageKeys(projectId: string): readonly QueryKey[] {
  return [
    ['lifecycle', projectId],
    ['closing', projectId],
    ['project', projectId],
    ['projects'],
    ['all-projects'],
    ['portfolio'],
  ];
}

/** The stage of a project, the ways on and what is missing for them, what was asked for at first. */
export const lifecycleQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['lifecycle', projectId],
    queryFn: ({ signal }) =>
      ask<LifecycleReport>(`/v1/projects/${encodeURIComponent(projectId)}/lifecycle`, {}, signal),
  });

export const treeKey = ['tree'] as const;

/** Portfolios and programmes; with a node, what stands below it and the projects in it. */
export const treeQuery = (nodeId?: string) =>
  queryOptions({
    queryKey: [...treeKey, nodeId ?? ''],
    queryFn: ({ signal }) => ask<TreeFigures>('/v1/tree', { nodeId }, signal),
  });
