import type {
  BaselineComparison,
  BaselineList,
  DateExplanation,
  PlanLevellingState,
  ProjectLine,
  ProjectPage,
  ScheduledPlan,
  RecurringTaskList,
  ScheduleQualityReport,
  ScheduleRiskReport,
  ScheduleRulesInForce,
  SlipRipple,
} from '@meridian/contracts-projects';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Me, PortfolioAnswer, ProjectAnswer } from './answers.js';
import { ask } from './ask.js';

const pageSize = 50;
/** How often a page with a missing part looks whether the part is back. */
const askForMissingMs = 10_000;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/v1/me', {}, signal),
  staleTime: Infinity,
});

export const portfolioQuery = (portfolio: string | undefined) =>
  queryOptions({
    queryKey: ['portfolio', portfolio ?? ''],
    queryFn: ({ signal }) => ask<PortfolioAnswer>('/v1/portfolio', { portfolio, limit: 1000 }, signal),
    refetchInterval: ({ state }) => (state.data?.missing.length ? askForMissingMs : false),
  });

export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId],
    queryFn: ({ signal }) => ask<ProjectAnswer>(`/v1/projects/${encodeURIComponent(projectId)}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.missing.length ? askForMissingMs : false),
  });

/** Tasks beyond the first page, which came with the project. */
export const planQuery = (projectId: string, firstCursor: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['plan', projectId, firstCursor ?? ''],
    initialPageParam: firstCursor,
    queryFn: ({ pageParam, signal }) =>
      ask<ScheduledPlan>(
        `/v1/projects/${encodeURIComponent(projectId)}/plan`,
        { cursor: pageParam, limit: 500 },
        signal,
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Why a task finishes when it does. */
export const whyQuery = (projectId: string, taskId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'why', taskId],
    queryFn: ({ signal }) =>
      ask<DateExplanation>(`${tasksOf(projectId)}/${encodeURIComponent(taskId)}/why`, {}, signal),
  });

/** How the plan is scheduled. */
export const rulesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'rules'],
    queryFn: ({ signal }) =>
      ask<ScheduleRulesInForce>(`${projectPath(projectId)}/schedule-rules`, {}, signal),
  });

/** What repeats in the plan. */
export const recurringTasksQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'recurring-tasks'],
    queryFn: ({ signal }) => ask<RecurringTaskList>(`${projectPath(projectId)}/recurring-tasks`, {}, signal),
  });

/** How good the schedule is. */
export const scheduleQualityQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'quality'],
    queryFn: ({ signal }) =>
      ask<ScheduleQualityReport>(`${projectPath(projectId)}/schedule-quality`, {}, signal),
  });

export const baselinesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'baselines'],
    queryFn: ({ signal }) => ask<BaselineList>(`${projectPath(projectId)}/baselines`, {}, signal),
  });

/** What is other in a second baseline, or in the plan of now when it is empty. */
export const comparisonQuery = (projectId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'comparison', from, to],
    queryFn: ({ signal }) =>
      ask<BaselineComparison>(
        `${projectPath(projectId)}/baselines/${encodeURIComponent(from)}/comparison`,
        { to },
        signal,
      ),
  });

/** What levelling holds back in a plan. */
export const planLevellingQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'levelling'],
    queryFn: ({ signal }) => ask<PlanLevellingState>(`${projectPath(projectId)}/levelling`, {}, signal),
  });

/** The estimates of a plan and its last simulation. */
export const riskQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['plan', projectId, 'risk'],
    queryFn: ({ signal }) => ask<ScheduleRiskReport>(`${projectPath(projectId)}/schedule-risk`, {}, signal),
  });

/** What is hit when a task finishes so many working days later. */
export const rippleQuery = (projectId: string, taskId: string, days: number) =>
  queryOptions({
    queryKey: ['plan', projectId, 'ripple', taskId, days],
    queryFn: ({ signal }) =>
      ask<SlipRipple>(`${tasksOf(projectId)}/${encodeURIComponent(taskId)}/ripple`, { days }, signal),
  });

function projectPath(projectId: string): string {
  return `/v1/projects/${encodeURIComponent(projectId)}`;
}

function tasksOf(projectId: string): string {
  return `${projectPath(projectId)}/tasks`;
}

export const projectsQuery = (text: string, portfolio: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['projects', text, portfolio ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<ProjectPage>('/v1/projects', { text, portfolio, cursor: pageParam, limit: pageSize }, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) => ask<ProjectPage>('/v1/projects', { text, limit: 8 }, signal),
    staleTime: 30_000,
  });

/** All projects the person can see, as far as a list of them makes sense. */
export const allProjectsQuery = queryOptions({
  queryKey: ['all-projects'],
  queryFn: ({ signal }) => readAllProjects(signal),
  staleTime: 10 * 60_000,
});

/** Names of the portfolios the person can see, read off the list of projects. */
export const portfolioNamesQuery = queryOptions({
  ...allProjectsQuery,
  select: (projects) =>
    [...new Set(projects.map(({ portfolio }) => portfolio))].sort((one, other) => one.localeCompare(other)),
});

const mostPages = 10;

async function readAllProjects(signal: AbortSignal): Promise<readonly ProjectLine[]> {
  const projects: ProjectLine[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask<ProjectPage>('/v1/projects', { cursor, limit: 200 }, signal);
    projects.push(...answer.projects);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return projects;
}
