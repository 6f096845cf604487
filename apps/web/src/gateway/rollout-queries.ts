import type {
  SiteList,
  TemplateComparison,
  TemplateFile,
  TemplateList,
  WaveList,
  WavePreview,
  WaveState,
} from '@meridian/contracts-projects';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask.js';

export const templatesKey = ['templates'];
/** Sites and waves: what one of them says depends on the other. */
export const rolloutsKey = ['rollouts'];

export const templatesQuery = queryOptions({
  queryKey: [...templatesKey, 'list'],
  queryFn: ({ signal }) => ask<TemplateList>('/v1/templates', {}, signal),
});

export const templateQuery = (templateId: string, version: number) =>
  queryOptions({
    queryKey: [...templatesKey, templateId, version],
    queryFn: ({ signal }) => ask<TemplateFile>(templatePath(templateId), { version }, signal),
  });

/** What is other in a version than in the one before. */
export const templateComparisonQuery = (templateId: string, to: number) =>
  queryOptions({
    queryKey: [...templatesKey, templateId, 'comparison', to],
    queryFn: ({ signal }) =>
      ask<TemplateComparison>(`${templatePath(templateId)}/comparison`, { from: to - 1, to }, signal),
  });

export const sitesQuery = queryOptions({
  queryKey: [...rolloutsKey, 'sites'],
  queryFn: ({ signal }) => ask<SiteList>('/v1/sites', {}, signal),
});

export const wavesQuery = queryOptions({
  queryKey: [...rolloutsKey, 'waves'],
  queryFn: ({ signal }) => ask<WaveList>('/v1/waves', {}, signal),
});

export const waveQuery = (waveId: string) =>
  queryOptions({
    queryKey: [...rolloutsKey, 'waves', waveId],
    queryFn: ({ signal }) => ask<WaveState>(wavePath(waveId), {}, signal),
  });

export const wavePreviewQuery = (waveId: string) =>
  queryOptions({
    queryKey: [...rolloutsKey, 'waves', waveId, 'preview'],
    queryFn: ({ signal }) => ask<WavePreview>(`${wavePath(waveId)}/preview`, {}, signal),
  });

export function templatePath(templateId: string): string {
  return `/v1/templates/${encodeURIComponent(templateId)}`;
}

export function wavePath(waveId: string): string {
  return `/v1/waves/${encodeURIComponent(waveId)}`;
}
