import type {
  BenefitRegister,
  BudgetExceptionList,
  BudgetTreeFigures,
  ChangeSetList,
  EarnedValueMethodListV2,
  BusinessCaseVersions,
  FiscalCalendarList,
  ForecastRange,
  LabourCostFigures,
  LabourRateCard,
  LedgerStatementLines,
  ScenarioAsked,
  ScenariosAnswer,
  VarianceRegister,
  WaitingDocumentList,
} from '@meridian/contracts-budgeting';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from './ask.js';

/** First parts of the query keys, to read again after a change. */
export const budgetKey = ['budget'] as const;
export const scenariosKey = ['scenarios'] as const;
export const changeSetsKey = ['change-sets'] as const;
export const benefitsKey = ['benefits'] as const;
export const variancesKey = ['variances'] as const;
export const earningKey = ['earned-value-methods'] as const;
export const ratesKey = ['labour-rates'] as const;
export const exceptionsKey = ['budget-exceptions'] as const;
export const waitingDocumentsKey = ['waiting-documents'] as const;
export const fiscalCalendarsKey = ['fiscal-calendars'] as const;

/** The budget tree below a node; the whole one that the person may see without a node. */
export const budgetTreeQuery = (nodeId: string | undefined) =>
  queryOptions({
    queryKey: [...budgetKey, 'tree', nodeId ?? ''],
    queryFn: ({ signal }) => ask<BudgetTreeFigures>('/v1/budget-tree', { nodeId }, signal),
  });

export const statementPage = 60;

/** What was posted on a node up to a day, the latest first. */
export const statementQuery = (
  nodeId: string,
  asOf: string | undefined,
  next: (page: LedgerStatementLines) => string | undefined,
) =>
  infiniteQueryOptions({
    queryKey: [...budgetKey, 'statement', nodeId, asOf ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<LedgerStatementLines>(
        `/v1/budget-nodes/${encodeURIComponent(nodeId)}/statement`,
        { asOf, before: pageParam, limit: statementPage },
        signal,
      ),
    getNextPageParam: next,
  });

export const scenariosQuery = (portfolio: string | undefined) =>
  queryOptions({
    queryKey: [...scenariosKey, portfolio ?? ''],
    queryFn: ({ signal }) => ask<ScenariosAnswer>('/v1/scenarios', { portfolio }, signal),
  });

/** What approved scenarios change, as far as it concerns the person. */
export const changeSetsQuery = (portfolio: string | undefined) =>
  queryOptions({
    queryKey: [...changeSetsKey, portfolio ?? ''],
    queryFn: ({ signal }) => ask<ChangeSetList>('/v1/change-sets', { portfolio }, signal),
  });

export const businessCaseQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['business-case', projectId],
    queryFn: ({ signal }) =>
      ask<BusinessCaseVersions>(`/v1/projects/${encodeURIComponent(projectId)}/business-case`, {}, signal),
  });

/** The benefits of a project, or all that the person may see. */
export const benefitsQuery = (projectId: string | undefined) =>
  queryOptions({
    queryKey: [...benefitsKey, projectId ?? ''],
    queryFn: ({ signal }) => ask<BenefitRegister>('/v1/benefits', { projectId }, signal),
  });

/** What a scenario was computed from. */
export const scenarioQuestionQuery = (scenarioId: string) =>
  queryOptions({
    queryKey: [...scenariosKey, 'question', scenarioId],
    queryFn: ({ signal }) =>
      ask<ScenarioAsked>(`/v1/scenarios/${encodeURIComponent(scenarioId)}/question`, {}, signal),
  });

/** The forecasts of a project, as of now or as they were said for an earlier status date. */
export const forecastQuery = (projectId: string, statusDate: string) =>
  queryOptions({
    queryKey: [...budgetKey, 'forecast', projectId, statusDate],
    queryFn: ({ signal }) =>
      ask<ForecastRange>(`/v1/projects/${encodeURIComponent(projectId)}/forecast`, { statusDate }, signal),
  });

/** Forecasts that left their tolerance, and what is done about it. */
export const variancesQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...variancesKey, projectId],
    queryFn: ({ signal }) => ask<VarianceRegister>('/v1/variances', { projectId }, signal),
  });

/** How the parts of a plan earn, with every earlier setting. */
export const earnedValueMethodsQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...earningKey, projectId],
    queryFn: ({ signal }) =>
      ask<EarnedValueMethodListV2>(
        `/v1/projects/${encodeURIComponent(projectId)}/earned-value-methods`,
        {},
        signal,
      ),
  });

/** Hourly rates as they hold on a day. */
export const ratesQuery = (on: string) =>
  queryOptions({
    queryKey: [...ratesKey, on],
    queryFn: ({ signal }) => ask<LabourRateCard>('/v1/labour-rates', { on, limit: 500 }, signal),
  });

/** What the approved time of a project cost. */
export const labourCostQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...ratesKey, 'cost', projectId],
    queryFn: ({ signal }) =>
      ask<LabourCostFigures>(`/v1/projects/${encodeURIComponent(projectId)}/labour-cost`, {}, signal),
  });

/** Leave to go beyond a budget: of a project, or all that the person may see. */
export const exceptionsQuery = (projectId: string | undefined) =>
  queryOptions({
    queryKey: [...exceptionsKey, projectId ?? ''],
    queryFn: ({ signal }) => ask<BudgetExceptionList>('/v1/budget-exceptions', { projectId }, signal),
  });

/** Documents of the accounts that cannot be posted yet: of a project, or all. */
export const waitingDocumentsQuery = (projectId: string | undefined) =>
  queryOptions({
    queryKey: [...waitingDocumentsKey, projectId ?? ''],
    queryFn: ({ signal }) => ask<WaitingDocumentList>('/v1/waiting-documents', { projectId }, signal),
  });

export const fiscalCalendarsQuery = queryOptions({
  queryKey: fiscalCalendarsKey,
  queryFn: ({ signal }) => ask<FiscalCalendarList>('/v1/fiscal-calendars', {}, signal),
});
