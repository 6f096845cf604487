import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { boardQuery } from './gateway/board-queries.js';
import { treeQuery } from './gateway/lifecycle-queries.js';
import { meQuery, portfolioQuery, projectQuery, projectsQuery } from './gateway/queries.js';
import { exposuresQuery } from './gateway/raid-queries.js';
import { bookingsQuery, handOversQuery } from './gateway/staffing-queries.js';
import type { BookingListName } from './gateway/staffing-queries.js';
import { groupPerformanceQuery, performanceQuery, teamQuery } from './growth/growth-queries.js';
import { deliverablesQuery, partnersQuery } from './partners/partner-queries.js';
import { NotFound } from './shell/not-found.js';
import { PageProblem } from './shell/page-problem.js';
import { Shell } from './shell/shell.js';
import { timesheetQuery, waitingSheetsQuery } from './time/time-queries.js';
import { portfolioRead } from './today/portfolio-read.js';
import { readSort } from './today/sort-lines.js';
import { TodayPage } from './today/today-page.js';

interface RouteContext {
  readonly queries: QueryClient;
}

type Search = Record<string, unknown>;

const root = createRootRouteWithContext<RouteContext>()({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Search): { portfolio?: string } => ({ portfolio: text(search['portfolio']) }),
  search: { middlewares: [retainSearchParams(['portfolio'])] },
  beforeLoad: ({ context }) => void context.queries.prefetchQuery(meQuery),
});

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Search): { q?: string; sort?: string } => ({
    q: text(search['q']),
    sort: readSort(search['sort']),
  }),
  loaderDeps: ({ search }) => ({ portfolio: search.portfolio }),
  loader: ({ context, deps }) => void prefetchPortfolio(context.queries, deps.portfolio),
  component: TodayPage,
});

const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  validateSearch: (search: Search): { q?: string } => ({ q: text(search['q']) }),
  loaderDeps: ({ search }) => ({ q: search.q ?? '', portfolio: search.portfolio }),
  loader: ({ context, deps }) =>
    void context.queries.prefetchInfiniteQuery(projectsQuery(deps.q, deps.portfolio)),
  component: lazyRouteComponent(() => import('./projects/projects-page.js'), 'ProjectsPage'),
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId',
  loader: ({ context, params }) => void context.queries.prefetchQuery(projectQuery(params.projectId)),
  component: lazyRouteComponent(() => import('./project/project-page.js'), 'ProjectPage'),
});

const portfolioTree = createRoute({
  getParentRoute: () => root,
  path: '/tree',
  validateSearch: (search: Search): { node?: string } => ({ node: text(search['node']) }),
  loader: ({ context }) => void context.queries.prefetchQuery(treeQuery()),
  component: lazyRouteComponent(() => import('./tree/tree-page.js'), 'TreePage'),
});

const rollouts = createRoute({
  getParentRoute: () => root,
  path: '/rollouts',
  validateSearch: (search: Search): { wave?: string } => ({ wave: text(search['wave']) }),
  component: lazyRouteComponent(() => import('./rollouts/rollouts-page.js'), 'RolloutsPage'),
});

const lessonSearches = ['text', 'category', 'projectCategory', 'phase', 'programme', 'orgUnit'] as const;
function readLessonSearch(search: Search): { [K in (typeof lessonSearches)[number]]?: string } {
  return Object.fromEntries(lessonSearches.map((key) => [key, text(search[key])]));
}

const readBudgetSearch = (search: Search): { node?: string; asOf?: string } => ({
  node: text(search['node']),
  asOf: text(search['asOf']),
});

const projectMoney = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId/money',
  validateSearch: readBudgetSearch,
  loader: ({ context, params }) => void context.queries.prefetchQuery(projectQuery(params.projectId)),
  component: lazyRouteComponent(() => import('./budget/project-budget-page.js'), 'ProjectBudgetPage'),
});

const projectBoard = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId/board',
  loader: ({ context, params }) => void context.queries.prefetchQuery(boardQuery(params.projectId)),
  component: lazyRouteComponent(() => import('./board/board-page.js'), 'BoardPage'),
});

const budgets = createRoute({
  getParentRoute: () => root,
  path: '/budgets',
  validateSearch: readBudgetSearch,
  component: lazyRouteComponent(() => import('./budget/budgets-page.js'), 'BudgetsPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./accounts/accounts-page.js'), 'AccountsPage'),
});

const rates = createRoute({
  getParentRoute: () => root,
  path: '/rates',
  validateSearch: (search: Search): { on?: string } => ({ on: text(search['on']) }),
  component: lazyRouteComponent(() => import('./rates/rates-page.js'), 'RatesPage'),
});

const scenarios = createRoute({
  getParentRoute: () => root,
  path: '/scenarios',
  validateSearch: (search: Search): { compare?: string } => ({ compare: text(search['compare']) }),
  component: lazyRouteComponent(() => import('./scenarios/scenarios-page.js'), 'ScenariosPage'),
});

const changeSets = createRoute({
  getParentRoute: () => root,
  path: '/change-sets',
  component: lazyRouteComponent(() => import('./change-sets/change-sets-page.js'), 'ChangeSetsPage'),
});

const scoring = createRoute({
  getParentRoute: () => root,
  path: '/scoring',
  component: lazyRouteComponent(() => import('./scoring/scoring-page.js'), 'ScoringPage'),
});

const scoringRound = createRoute({
  getParentRoute: () => root,
  path: '/scoring/$roundId',
  validateSearch: (search: Search): { chosen?: number } => ({ chosen: positive(search['chosen']) }),
  component: lazyRouteComponent(() => import('./scoring/round-page.js'), 'RoundPage'),
});

const businessCase = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId/business-case',
  loader: ({ context, params }) => void context.queries.prefetchQuery(projectQuery(params.projectId)),
  component: lazyRouteComponent(() => import('./business-case/business-case-page.js'), 'BusinessCasePage'),
});

const benefits = createRoute({
  getParentRoute: () => root,
  path: '/benefits',
  component: lazyRouteComponent(() => import('./benefits/benefits-page.js'), 'BenefitsPage'),
});

const capacity = createRoute({
  getParentRoute: () => root,
  path: '/capacity',
  validateSearch: (search: Search): { by?: 'person' | 'role' | 'team'; weeks?: number; q?: string } => ({
    by: oneOf(search['by'], ['person', 'role', 'team']),
    weeks: oneOf(Number(search['weeks']), [12, 26, 52]),
    q: text(search['q']),
  }),
  component: lazyRouteComponent(() => import('./capacity/capacity-page.js'), 'CapacityPage'),
});

const bookings = createRoute({
  getParentRoute: () => root,
  path: '/bookings',
  validateSearch: (search: Search): { list?: BookingListName; project?: string; assignment?: string } => ({
    list: oneOf(search['list'], ['moving', 'open', 'planned', 'hard']),
    project: text(search['project']),
    assignment: text(search['assignment']),
  }),
  loaderDeps: ({ search }) => ({ list: search.list ?? ('moving' as const) }),
  loader: ({ context, deps }) => void context.queries.prefetchQuery(bookingsQuery(deps.list)),
  component: lazyRouteComponent(() => import('./bookings/bookings-page.js'), 'BookingsPage'),
});

const staffing = createRoute({
  getParentRoute: () => root,
  path: '/staffing',
  validateSearch: (search: Search): { project?: string } => ({ project: text(search['project']) }),
  component: lazyRouteComponent(() => import('./staffing/staffing-page.js'), 'StaffingPage'),
});

const skills = createRoute({
  getParentRoute: () => root,
  path: '/skills',
  validateSearch: (search: Search): { person?: string; q?: string; level?: number } => ({
    person: text(search['person']),
    q: text(search['q']),
    level: oneOf(Number(search['level']), [1, 2, 3, 4, 5]),
  }),
  component: lazyRouteComponent(() => import('./skills/skills-page.js'), 'SkillsPage'),
});

const handOvers = createRoute({
  getParentRoute: () => root,
  path: '/hand-overs',
  loader: ({ context }) => void context.queries.prefetchQuery(handOversQuery),
  component: lazyRouteComponent(() => import('./hand-overs/hand-overs-page.js'), 'HandOversPage'),
});

const partners = createRoute({
  getParentRoute: () => root,
  path: '/partners',
  loader: ({ context }) => void context.queries.prefetchQuery(partnersQuery),
  component: lazyRouteComponent(() => import('./partners/partners-page.js'), 'PartnersPage'),
});

const deliverables = createRoute({
  getParentRoute: () => root,
  path: '/deliverables',
  loader: ({ context }) => void context.queries.prefetchQuery(deliverablesQuery),
  component: lazyRouteComponent(() => import('./partners/deliverables-page.js'), 'DeliverablesPage'),
});

const personTime = createRoute({
  getParentRoute: () => root,
  path: '/person-time',
  validateSearch: (search: Search): { person?: string; weeks?: number } => ({
    person: text(search['person']),
    weeks: oneOf(Number(search['weeks']), [4, 8, 13]),
  }),
  component: lazyRouteComponent(() => import('./time/person-time-page.js'), 'PersonTimePage'),
});

const levelling = createRoute({
  getParentRoute: () => root,
  path: '/levelling/$jobId',
  component: lazyRouteComponent(() => import('./levelling/levelling-page.js'), 'LevellingPage'),
});

const risks = createRoute({
  getParentRoute: () => root,
  path: '/risks',
  loaderDeps: ({ search }) => ({ portfolio: search.portfolio }),
  loader: ({ context, deps }) => void context.queries.prefetchQuery(exposuresQuery(deps.portfolio)),
  component: lazyRouteComponent(() => import('./raid/exposures-page.js'), 'ExposuresPage'),
});

const lessons = createRoute({
  getParentRoute: () => root,
  path: '/lessons',
  validateSearch: readLessonSearch,
  component: lazyRouteComponent(() => import('./lessons/lessons-page.js'), 'LessonsPage'),
});

const timesheet = createRoute({
  getParentRoute: () => root,
  path: '/timesheet',
  validateSearch: (search: Search): { week?: string } => ({ week: text(search['week']) }),
  loaderDeps: ({ search }) => ({ week: search.week }),
  loader: ({ context, deps }) => void context.queries.prefetchQuery(timesheetQuery(deps.week)),
  component: lazyRouteComponent(() => import('./time/timesheet-page.js'), 'TimesheetPage'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/timesheets',
  loader: ({ context }) => void context.queries.prefetchQuery(waitingSheetsQuery),
  component: lazyRouteComponent(() => import('./time/approvals-page.js'), 'ApprovalsPage'),
});

const growth = createRoute({
  getParentRoute: () => root,
  path: '/growth',
  validateSearch: (search: Search): { period?: string } => ({ period: text(search['period']) }),
  loaderDeps: ({ search }) => ({ period: search.period }),
  loader: ({ context, deps }) => void context.queries.prefetchQuery(performanceQuery(deps.period)),
  component: lazyRouteComponent(() => import('./growth/growth-page.js'), 'GrowthPage'),
});

const team = createRoute({
  getParentRoute: () => root,
  path: '/team',
  loader: ({ context }) => void context.queries.prefetchQuery(teamQuery(undefined)),
  component: lazyRouteComponent(() => import('./growth/team-page.js'), 'TeamPage'),
});

const groups = createRoute({
  getParentRoute: () => root,
  path: '/units',
  loader: ({ context }) => void context.queries.prefetchQuery(groupPerformanceQuery(undefined)),
  component: lazyRouteComponent(() => import('./growth/groups-page.js'), 'GroupsPage'),
});

const tree = root.addChildren([
  today,
  projects,
  portfolioTree,
  rollouts,
  risks,
  lessons,
  project,
  projectMoney,
  projectBoard,
  businessCase,
  budgets,
  changeSets,
  scoring,
  scoringRound,
  accounts,
  rates,
  scenarios,
  benefits,
  capacity,
  levelling,
  bookings,
  staffing,
  skills,
  handOvers,
  partners,
  deliverables,
  personTime,
  timesheet,
  approvals,
  growth,
  team,
  groups,
]);

export function createApplicationRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 15_000,
    defaultErrorComponent: PageProblem,
    scrollRestoration: true,
  });
}

/** Nobody is asked for a portfolio on behalf of someone who may not read it: that would be a refusal for nothing. */
async function prefetchPortfolio(queries: QueryClient, portfolio: string | undefined): Promise<void> {
  const me = await queries.ensureQueryData(meQuery).catch(() => undefined);
  if (me?.permissions.includes(portfolioRead)) await queries.prefetchQuery(portfolioQuery(portfolio));
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createApplicationRouter>;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined;
}

function oneOf<T>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}

function positive(value: unknown): number | undefined {
  const read = Number(value);
  return Number.isInteger(read) && read > 0 ? read : undefined;
}
