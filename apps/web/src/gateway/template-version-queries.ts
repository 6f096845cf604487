import type { OfferedTemplate } from '@meridian/contracts-projects';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask.js';

/** The template of a project and what its later version offers; changes with the plan. */
export const templateOfferQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'template-version'],
    queryFn: ({ signal }) => ask<OfferedTemplate>(templateVersionPath(projectId), {}, signal),
  });

export function templateVersionPath(projectId: string): string {
  return `/v1/projects/${encodeURIComponent(projectId)}/template-version`;
}
