import type {
  MilestoneTrendChart,
  PortfolioRaidFigures,
  RaidFile,
  RaidRegister,
  RiskMatrix,
} from '@meridian/contracts-projects';
import { queryOptions, type QueryKey } from '@tanstack/react-query';
import { ask } from './ask.js';

/** What is read again when the register of a project changed: the simulation draws from it. */
export function raidKeys(projectId: string): readonly QueryKey[] {
  return [['raid', projectId], ['exposures'], ['plan', projectId, 'risk']];
}

/** Risks, assumptions, issues and dependencies of a project. */
export const raidQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['raid', projectId],
    queryFn: ({ signal }) => ask<RaidRegister>(raidPath(projectId), {}, signal),
  });

export const raidEntryQuery = (projectId: string, entryId: string) =>
  queryOptions({
    queryKey: ['raid', projectId, entryId],
    queryFn: ({ signal }) => ask<RaidFile>(raidPath(projectId, entryId), {}, signal),
  });

/** The greatest exposures of the portfolio. */
export const exposuresQuery = (portfolio: string | undefined) =>
  queryOptions({
    queryKey: ['exposures', portfolio ?? ''],
    queryFn: ({ signal }) => ask<PortfolioRaidFigures>('/v1/raid', { portfolio, limit: 20 }, signal),
  });

export interface MatrixFilter {
  readonly portfolio?: string;
  readonly programme?: string;
  readonly effect?: 'threat' | 'opportunity';
  readonly probabilityBand?: number;
  readonly impactBand?: number;
}

/** Where the open risks of the portfolio stand; with a cell, which ones stand in it. */
export const riskMatrixQuery = (filter: MatrixFilter) =>
  queryOptions({
    queryKey: ['exposures', 'matrix', filter],
    queryFn: ({ signal }) => ask<RiskMatrix>('/v1/raid/matrix', { ...filter }, signal),
  });

/** How the forecasts of milestones moved. */
export const milestoneTrendQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'milestone-trend'],
    queryFn: ({ signal }) =>
      ask<MilestoneTrendChart>(`/v1/projects/${encodeURIComponent(projectId)}/milestone-trend`, {}, signal),
  });

export function raidPath(projectId: string, ...rest: readonly string[]): string {
  return ['/v1/projects', encodeURIComponent(projectId), 'raid', ...rest.map(encodeURIComponent)].join('/');
}
