import type { Type } from '@nestjs/common';
import type { Role } from '../access/policy.js';
import { GatewayModule } from '../gateway.module.js';
import { MeController } from '../access/me.controller.js';
import { ClientSettingsController } from '../web/client-settings.controller.js';

/** One request that is well formed, and who may send it. */
export interface BusinessRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** As the controllers write it. */
  readonly path: string;
  readonly roles: readonly Role[];
  /** What a service is asked: `owner.verb-noun`, several with blanks between. */
  readonly asks: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** What a read cannot go without, with its question mark. */
  readonly query?: string;
  /** A POST that only asks: it has no idempotency key. */
  readonly changesNothing?: true;
}

export const anId = '22222222-2222-4222-8222-222222222222';

const inside: readonly Role[] = [
  'pmo-manager',
  'project-manager',
  'resource-manager',
  'quality-manager',
  'sponsor',
  'team-member',
];
const people: readonly Role[] = [...inside, 'contractor'];
const managing: readonly Role[] = ['pmo-manager', 'project-manager'];
const staffing: readonly Role[] = ['pmo-manager', 'resource-manager'];
const deciding: readonly Role[] = ['pmo-manager', 'sponsor'];
const spending: readonly Role[] = [...managing, 'sponsor'];
const cost = { amountMinor: '100', currency: 'EUR', postedOn: '2026-11-23', reference: 'by hand' };
const project = 'v1/projects/:projectId';
const businessCase = {
  summary: 'One bridge instead of two ferries',
  assumptions: '',
  currency: 'EUR',
  discountRate: '0.1',
  nowMinor: '-100',
  flows: [{ period: '2027', inMinor: '200', outMinor: '0' }],
};
const benefit = {
  projectId: anId,
  name: 'Less waiting',
  ownerPersonId: anId,
  ownerName: 'Sam Rossi',
  measure: 'Minutes',
  baseline: '40',
  target: '5',
  targetOn: '2028-01-31',
};
const raidEntry = {
  kind: 'risk',
  title: 'The supplier goes out of business',
  ownerPersonId: anId,
  ownerName: 'Anna Meyer',
  inherent: { probabilityPercent: 30, impactMinor: '100', impactDays: 4 },
  hits: [],
};
const scenario = {
  name: 'Growth first',
  portfolio: 'Group',
  currency: 'EUR',
  periods: ['2027'],
  budgetMinor: ['100'],
  capacity: [],
  candidates: [{ candidateId: 'A', name: 'Bridge', starts: [{ start: 0, value: '5' }], costsMinor: ['100'] }],
  rules: [],
};

/** Every business route; the roles are those of the product's list of routes, not read from the policy. */
export const businessRoutes: readonly BusinessRoute[] = [
  {
    ...reading('v1/portfolio', inside),
    asks:
      'reporting.portfolio-health reporting.attention budgeting.portfolio-money projects.portfolio-schedule ' +
      'resourcing.portfolio-capacity quality.portfolio-quality governance.open-decisions',
  },
  { ...reading('v1/projects', people), asks: 'projects.list-projects' },
  {
    ...reading(project, people),
    asks:
      'projects.project-record projects.project-plan budgeting.project-money resourcing.project-people ' +
      'quality.project-quality governance.project-gates reporting.project-status',
  },
  { ...reading(`${project}/plan`, people), asks: 'projects.project-plan' },
  { ...reading(`${project}/tasks/:taskId/why`, people), asks: 'projects.why-this-date' },
  { ...reading(`${project}/tasks/:taskId/ripple`, people), asks: 'projects.ripple-of-slip' },
  { ...reading(`${project}/baselines`, people), asks: 'projects.list-baselines' },
  {
    ...posting(`${project}/baselines`, managing),
    asks: 'projects.take-baseline',
    body: { name: 'After the second crane', decision: 'Board, item 3', effectiveOn: '2026-11-20' },
  },
  { ...reading(`${project}/baselines/:baselineId/comparison`, people), asks: 'projects.compare-baselines' },
  { ...reading(`${project}/schedule-quality`, people), asks: 'projects.schedule-quality' },
  { ...reading(`${project}/schedule-risk`, people), asks: 'projects.schedule-risk' },
  {
    ...posting(`${project}/risk-simulations`, managing),
    asks: 'projects.simulate-risk',
    body: { runs: 1000, seed: 7 },
  },
  { ...reading(`${project}/milestone-trend`, people), asks: 'projects.milestone-trend' },
  { ...reading(`${project}/milestones/:milestoneId`, people), asks: 'projects.milestone-record' },
  {
    method: 'PUT',
    path: `/${project}/milestones/:milestoneId/criteria`,
    headers: { 'if-match': '"3"' },
    roles: managing,
    asks: 'projects.set-milestone-criteria',
    body: { criteria: [{ text: 'Both cranes are tested' }] },
  },
  { ...reading('v1/raid', people), asks: 'projects.portfolio-raid' },
  { ...reading(`${project}/raid`, people), asks: 'projects.project-raid' },
  { ...reading(`${project}/raid/:entryId`, people), asks: 'projects.raid-entry' },
  {
    method: 'PUT',
    path: `/${project}/raid/:entryId`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.record-raid',
    body: raidEntry,
  },
  {
    ...posting(`${project}/raid/:entryId/outcome`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.settle-raid',
    body: { outcome: 'averted', reason: 'The contract was replaced.' },
  },
  {
    ...posting(`${project}/raid/:entryId/conversion`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.convert-raid',
    body: { to: 'issue' },
  },
  { ...reading(`${project}/board`, people), asks: 'projects.project-board' },
  { ...reading(`${project}/milestone-forecast`, people), asks: 'projects.milestone-forecast' },
  {
    method: 'PUT',
    path: `/${project}/backlog/:itemId`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.record-backlog-item',
    body: { title: 'Sign on a phone', kind: 'story', points: 5 },
  },
  {
    method: 'PUT',
    path: `/${project}/backlog/:itemId/rank`,
    headers: { 'if-match': '"1"' },
    roles: managing,
    asks: 'projects.rank-backlog-item',
    body: { beforeItemId: anId },
  },
  {
    ...posting(`${project}/backlog/:itemId/moves`, [...managing, 'team-member']),
    headers: { 'if-match': '"1"' },
    asks: 'projects.move-backlog-item',
    body: { to: 'committed', sprintId: anId },
  },
  { ...reading(`${project}/sprints/:sprintId`, people), asks: 'projects.sprint-record' },
  {
    method: 'PUT',
    path: `/${project}/sprints/:sprintId`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.plan-sprint',
    body: { goal: 'No paper', startsOn: '2026-11-02', endsOn: '2026-11-13' },
  },
  {
    ...posting(`${project}/sprints/:sprintId/start`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.start-sprint',
    body: {},
  },
  {
    ...posting(`${project}/sprints/:sprintId/close`, managing),
    headers: { 'if-match': '"2"' },
    asks: 'projects.close-sprint',
    body: {},
  },
  {
    method: 'PUT',
    path: `/${project}/sprints/:sprintId/retrospective`,
    headers: { 'if-match': '"0"' },
    roles: [...managing, 'team-member'],
    asks: 'projects.record-retrospective',
    body: { wentWell: ['The demo'], toImprove: [], actions: [] },
  },
  {
    ...posting(`${project}/sprints/:sprintId/retrospective/actions/:actionId/outcome`, [
      ...managing,
      'team-member',
    ]),
    headers: { 'if-match': '"1"' },
    asks: 'projects.settle-retrospective-action',
    body: { outcome: 'done' },
  },
  {
    method: 'PUT',
    path: `/${project}/tasks/:taskId/estimate`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.estimate-task',
    body: { lowMinutes: 480, likelyMinutes: 960, highMinutes: 2400 },
  },
  { ...reading(`${project}/dependencies`, people), asks: 'projects.project-dependencies' },
  {
    ...posting(`${project}/dependencies`, managing),
    asks: 'projects.offer-dependency',
    body: { taskId: anId, toProjectId: anId, promisedOn: '2027-03-26' },
  },
  {
    ...posting(`${project}/dependencies/:dependencyId/answer`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.answer-dependency',
    body: { answer: 'renegotiate', promisedOn: '2027-03-19' },
  },
  { ...reading(`${project}/links`, people), asks: 'projects.project-links' },
  {
    ...posting(`${project}/links`, managing),
    asks: 'projects.link-projects',
    body: { taskId: anId, fromProjectId: anId, fromTaskId: anId, kind: 'FS', lagMinutes: 480 },
  },
  {
    ...posting(`${project}/links/:linkId/removal`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.remove-project-link',
    body: {},
  },
  { ...reading(`${project}/levelling`, people), asks: 'projects.plan-levelling' },
  {
    ...posting(`${project}/levelling/removal`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.take-off-levelling',
    body: { reason: 'The crane is free again.' },
  },
  { ...reading(`${project}/schedule-rules`, people), asks: 'projects.schedule-rules' },
  {
    method: 'PUT',
    path: `/${project}/schedule-rules`,
    headers: { 'if-match': '"3"' },
    roles: managing,
    asks: 'projects.set-schedule-rules',
    body: { statusDate: '2026-11-20', outOfSequence: 'retained-logic', honour: 'link' },
  },
  {
    ...posting('v1/projects', ['pmo-manager']),
    asks: 'projects.register-project',
    body: { code: 'P-1', name: 'Bridge', portfolio: 'Roads', stage: 'idea', phases: [], currency: 'EUR' },
  },
  {
    method: 'PATCH',
    path: `/${project}`,
    roles: managing,
    asks: 'projects.revise-project',
    body: { name: 'Bridge over the Elbe' },
    headers: { 'if-match': '"3"' },
  },
  { ...reading('v1/tree', people), asks: 'projects.portfolio-tree' },
  {
    method: 'PUT',
    path: '/v1/tree/:nodeId',
    roles: ['pmo-manager'],
    asks: 'projects.record-tree-node',
    headers: { 'if-match': '"0"' },
    body: { nodeKind: 'programme', name: 'Bridges', parentId: anId },
  },
  {
    method: 'PUT',
    path: `/${project}/place`,
    roles: ['pmo-manager'],
    asks: 'projects.place-project',
    headers: { 'if-match': '"3"' },
    body: { nodeId: anId },
  },
  {
    ...posting('v1/ideas', people),
    asks: 'projects.submit-idea',
    body: { name: 'One order system', request: 'Orders are typed three times.', currency: 'EUR' },
  },
  { ...reading(`${project}/lifecycle`, people), asks: 'projects.project-lifecycle' },
  {
    ...posting(`${project}/stage`, [...managing, 'sponsor']),
    asks: 'projects.move-project',
    headers: { 'if-match': '"3"' },
    body: { to: 'proposal', reason: 'It is worth a closer look.' },
  },
  {
    ...posting(`${project}/stop`, people),
    asks: 'projects.stop-project',
    headers: { 'if-match': '"3"' },
    body: { reasonCode: 'too-costly', reason: 'The tender came in too high.', evidence: 'Board, item 3' },
  },
  {
    ...posting('v1/portfolio-imports', ['pmo-manager']),
    asks: 'projects.import-portfolio',
    body: { fileName: 'a.csv', contentBase64: 'YQ==', mapping: { code: 'Id' }, portfolio: 'Roads' },
  },
  {
    ...posting(`${project}/plan-imports`, managing),
    asks: 'projects.import-plan',
    body: { fileName: 'a.xml', contentBase64: 'YQ==' },
  },
  {
    ...posting(`${project}/plan-previews`, managing),
    changesNothing: true,
    asks: 'projects.preview-plan',
    body: { fileName: 'a.xml', contentBase64: 'YQ==' },
  },
  { ...reading(`${project}/plan-export`, managing), query: '?format=csv', asks: 'projects.export-plan' },
  { ...reading(`${project}/calendar`, people), asks: 'projects.export-calendar' },
  {
    method: 'PATCH',
    path: `/${project}/tasks/:taskId/progress`,
    roles: [...managing, 'team-member'],
    asks: 'projects.report-progress',
    body: { percentComplete: 40, asOf: '2026-11-23' },
  },
  {
    method: 'PUT',
    path: `/${project}/milestones/:milestoneId/shares`,
    headers: { 'if-match': '"3"' },
    roles: managing,
    asks: 'projects.share-milestone',
    body: { sharedWith: [anId] },
  },
  {
    method: 'PUT',
    path: `/${project}/budget`,
    headers: { 'if-match': '"3"' },
    roles: deciding,
    asks: 'budgeting.approve-budget',
    body: {
      currency: 'EUR',
      lines: [{ name: 'People', category: 'labour', amountMinor: '100' }],
      decision: 'Board, item 3',
    },
  },
  { ...reading(`${project}/forecast`, people), asks: 'budgeting.project-forecast' },
  { ...reading(`${project}/earned-value-methods`, people), asks: 'budgeting.earned-value-methods' },
  {
    method: 'PUT',
    path: `/${project}/earned-value-method`,
    roles: managing,
    asks: 'budgeting.set-earned-value-method',
    headers: { 'if-match': '"0"' },
    body: { wbs: '1.2', method: 'fifty-fifty', reason: 'Tasks of two weeks' },
  },
  { ...reading('v1/variances', people), asks: 'budgeting.variances' },
  {
    method: 'PUT',
    path: '/v1/variances/:varianceId/explanation',
    roles: managing,
    asks: 'budgeting.explain-variance',
    headers: { 'if-match': '"1"' },
    body: {
      cause: 'Steel is dearer',
      impact: 'No contingency is left',
      action: 'Order from the other mill',
      dueOn: '2026-12-15',
    },
  },
  {
    ...posting('v1/variances/:varianceId/follow-ups', managing),
    asks: 'budgeting.follow-up-variance',
    headers: { 'if-match': '"2"' },
    body: { outcome: 'goes-on', note: 'The other mill delivers in January', dueOn: '2027-01-31' },
  },
  { ...reading('v1/budget-tree', people), asks: 'budgeting.budget-tree' },
  { ...reading('v1/budget-nodes/:nodeId/statement', people), asks: 'budgeting.ledger-statement' },
  {
    method: 'PUT',
    path: '/v1/budget-nodes/:nodeId',
    headers: { 'if-match': '"0"' },
    roles: spending,
    asks: 'budgeting.record-budget-node',
    body: { nodeKind: 'control-account', parentId: anId, name: 'Steelwork', currency: 'EUR' },
  },
  {
    method: 'PUT',
    path: '/v1/budget-nodes/:nodeId/freeze',
    headers: { 'if-match': '"1"' },
    roles: spending,
    asks: 'budgeting.freeze-budget',
    body: { isFrozen: true, decision: 'Board, item 4' },
  },
  {
    ...posting('v1/budget-movements', spending),
    asks: 'budgeting.move-budget',
    body: {
      ...cost,
      movement: 'transfer',
      fromNodeId: anId,
      toNodeId: '33333333-3333-4333-8333-333333333333',
      decision: 'Board, item 5',
    },
  },
  {
    ...posting('v1/ledger-entries/:entryId/reversal', spending),
    asks: 'budgeting.reverse-entry',
    body: { postedOn: '2026-11-23', decision: 'Booked twice' },
  },
  { ...reading(`${project}/business-case`, people), asks: 'budgeting.business-case' },
  {
    method: 'PUT',
    path: `/${project}/business-case`,
    roles: managing,
    asks: 'budgeting.record-business-case',
    headers: { 'if-match': '"0"' },
    body: businessCase,
  },
  { ...reading('v1/benefits', people), asks: 'budgeting.benefits' },
  {
    method: 'PUT',
    path: '/v1/benefits/:benefitId',
    roles: managing,
    asks: 'budgeting.record-benefit',
    headers: { 'if-match': '"0"' },
    body: benefit,
  },
  {
    ...posting('v1/benefits/:benefitId/measures', inside),
    asks: 'budgeting.measure-benefit',
    body: { on: '2026-11-23', value: '4.5', evidence: 'Invoice report' },
  },
  { ...reading('v1/labour-rates', ['pmo-manager']), asks: 'budgeting.labour-rates' },
  {
    method: 'PUT',
    path: '/v1/labour-rates/:rateId',
    roles: ['pmo-manager'],
    asks: 'budgeting.record-labour-rate',
    headers: { 'if-match': '"0"' },
    body: {
      role: 'Analyst',
      validFrom: '2027-01-01',
      perHourMinor: '9000',
      currency: 'EUR',
      decision: 'Card',
    },
  },
  { ...reading('v1/waiting-time', people), asks: 'budgeting.waiting-time' },
  { ...reading(`${project}/labour-cost`, people), asks: 'budgeting.labour-cost' },
  { ...reading('v1/rate-sets', inside), asks: 'budgeting.rate-sets' },
  {
    method: 'PUT',
    path: '/v1/rate-sets/:setId',
    roles: deciding,
    asks: 'budgeting.record-rate-set',
    headers: { 'if-match': '"0"' },
    body: {
      name: 'March 2026',
      fixedOn: '2026-03-31',
      base: 'EUR',
      rates: [{ currency: 'USD', rate: '0.925' }],
    },
  },
  {
    ...posting('v1/rate-sets/:setId/approval', deciding),
    asks: 'budgeting.approve-rate-set',
    headers: { 'if-match': '"1"' },
    body: { decision: 'Treasury' },
  },
  {
    method: 'PUT',
    path: '/v1/portfolio/reporting-currency',
    roles: deciding,
    asks: 'budgeting.set-reporting-currency',
    headers: { 'if-match': '"0"' },
    body: { portfolio: 'Group', currency: 'EUR', setId: anId },
  },
  { ...reading('v1/portfolio/reported-money', inside), asks: 'budgeting.reported-money' },
  { ...reading('v1/scenarios', deciding), asks: 'budgeting.scenarios' },
  { ...reading('v1/scenarios/:scenarioId/question', deciding), asks: 'budgeting.scenario-question' },
  {
    method: 'PUT',
    path: '/v1/scenarios/:scenarioId',
    roles: deciding,
    asks: 'budgeting.compute-scenario',
    headers: { 'if-match': '"0"' },
    body: scenario,
  },
  {
    ...posting('v1/scenarios/:scenarioId/approval', deciding),
    asks: 'budgeting.approve-scenario',
    headers: { 'if-match': '"1"' },
    body: { decision: 'Portfolio board' },
  },
  { ...posting(`${project}/actual-costs`, managing), asks: 'budgeting.post-actual-cost', body: cost },
  { ...posting(`${project}/commitments`, managing), asks: 'budgeting.post-commitment', body: cost },
  {
    ...posting('v1/people', staffing),
    asks: 'resourcing.record-person',
    body: {
      employeeNumber: 'E-1',
      name: 'Ines Moreau',
      role: 'Analyst',
      orgUnit: 'Finance',
      ftePercent: 100,
      employedFrom: '2026-01-01',
    },
  },
  { ...reading('v1/people', [...managing, 'resource-manager']), asks: 'resourcing.list-people' },
  {
    ...reading('v1/capacity-heat-map', [...managing, 'resource-manager']),
    asks: 'resourcing.capacity-heat-map',
  },
  {
    method: 'PUT',
    path: `/${project}/assignments/:assignmentId/person`,
    headers: { 'if-match': '"3"' },
    roles: staffing,
    asks: 'resourcing.fill-assignment',
    body: { personId: anId },
  },
  { ...reading('v1/person-skills', people), asks: 'resourcing.person-skills' },
  { ...reading('v1/skill-matrix', [...managing, 'resource-manager']), asks: 'resourcing.skill-matrix' },
  {
    method: 'PUT',
    path: '/v1/people/:personId/skills',
    headers: { 'if-match': '"0"' },
    roles: people,
    asks: 'resourcing.record-skill',
    body: { skill: 'GAMP 5', level: 3, evidence: 'Certificate 4711', validUntil: '2027-06-30' },
  },
  {
    ...posting('v1/staffing-suggestions', staffing),
    changesNothing: true,
    asks: 'resourcing.suggest-staffing',
    body: { projectIds: [anId] },
  },
  {
    ...posting(`${project}/assignments/:assignmentId/booking-steps`, inside),
    asks: 'resourcing.move-booking',
    headers: { 'if-match': '"3"' },
    body: { step: 'propose', personId: anId },
  },
  { ...reading('v1/hand-overs', staffing), asks: 'resourcing.hand-overs' },
  { ...reading('v1/timesheet', people), asks: 'resourcing.timesheet' },
  {
    method: 'PUT',
    path: '/v1/timesheet',
    headers: { 'if-match': '"0"' },
    roles: people,
    asks: 'resourcing.record-timesheet',
    body: {
      weekStart: '2026-11-23',
      lines: [{ day: '2026-11-23', projectId: anId, minutes: 480, note: 'Drawings' }],
    },
  },
  {
    ...posting('v1/timesheet/submission', people),
    asks: 'resourcing.submit-timesheet',
    headers: { 'if-match': '"1"' },
    body: { weekStart: '2026-11-23' },
  },
  { ...reading('v1/timesheets', inside), asks: 'resourcing.list-timesheets' },
  {
    ...posting('v1/timesheets/:sheetId/decision', inside),
    asks: 'resourcing.decide-timesheet',
    headers: { 'if-match': '"2"' },
    body: { outcome: 'returned', reason: 'Tuesday is missing.' },
  },
  { ...reading('v1/missing-timesheets', inside), asks: 'resourcing.missing-timesheets' },
  { ...reading('v1/person-time', people), asks: 'resourcing.person-time' },
  { ...reading('v1/time-keeping', people), asks: 'resourcing.time-keeping' },
  {
    method: 'PUT',
    path: '/v1/time-keeping',
    headers: { 'if-match': '"1"' },
    roles: staffing,
    asks: 'resourcing.keep-time',
    body: { keptFrom: '2026-11-02', lockedThrough: '2026-10-31' },
  },
  {
    ...posting('v1/levelling-jobs', staffing),
    asks: 'resourcing.request-levelling',
    body: { objective: 'finish', seconds: 5 },
  },
  {
    ...reading('v1/levelling-jobs/:jobId', [...managing, 'resource-manager']),
    asks: 'resourcing.levelling-job',
  },
  {
    ...posting('v1/levelling-jobs/:jobId/cancellation', staffing),
    asks: 'resourcing.cancel-levelling',
    body: {},
  },
  {
    ...reading('v1/levelling-proposals/:proposalId', [...managing, 'resource-manager']),
    asks: 'resourcing.levelling-proposal',
  },
  {
    ...posting('v1/levelling-proposals/:proposalId/acceptance', managing),
    asks: 'resourcing.accept-levelling',
    body: { projectId: anId },
  },
  {
    ...posting('v1/levelling-proposals/:proposalId/objection', managing),
    asks: 'resourcing.contest-levelling',
    body: { projectId: anId, reason: 'The regulator comes that week.' },
  },
  {
    ...posting(`${project}/milestones/:milestoneId/checks`, [...managing, 'quality-manager']),
    asks: 'quality.add-check',
    body: { title: 'Drawings are signed', isMandatory: true },
  },
  {
    ...posting('v1/checks/:checkId/decision', ['quality-manager']),
    asks: 'quality.decide-check',
    body: { state: 'passed', evidence: 'Protocol 7' },
  },
  {
    ...posting(`${project}/milestones/:milestoneId/acceptance`, [...deciding, 'quality-manager']),
    asks: 'quality.accept-milestone',
    body: {},
  },
  {
    ...posting(`${project}/gates`, ['pmo-manager']),
    asks: 'governance.plan-gate',
    body: { name: 'G2', phaseId: 'design', order: 2, milestoneIds: [anId] },
  },
  {
    ...posting('v1/gates/:gateId/decision', deciding),
    asks: 'governance.decide-gate',
    body: { decision: 'go', reason: 'All evidence is there.' },
  },
  {
    ...posting(`${project}/decisions`, managing),
    asks: 'governance.request-decision',
    body: { title: 'Second crane', kind: 'approval', dueOn: '2026-12-01' },
  },
  {
    ...posting('v1/decisions/:decisionId/outcome', deciding),
    asks: 'governance.take-decision',
    body: { outcome: 'approved', reason: 'It pays.' },
  },
  {
    ...posting('v1/connectors/events', ['integration', 'pmo-manager']),
    asks: 'connectors.receive-event',
    body: { specversion: '1.0', id: '1', source: '/erp', type: 'erp.invoice.posted.v1', data: { a: 1 } },
  },
  { ...reading('v1/connectors/events', ['pmo-manager']), asks: 'connectors.inbound-records' },
  {
    ...posting('v1/connectors/events/:recordId/replay', ['pmo-manager']),
    asks: 'connectors.replay-inbound',
    body: {},
  },
];

/** The controllers of the product, without those the test gateway brings itself. */
export const businessControllers = (Reflect.getMetadata('controllers', GatewayModule) as Type[]).filter(
  (one) => one !== MeController && one !== ClientSettingsController,
);

/** A real address for a route's path: every id is `anId`. */
export function addressOf({ path, query = '' }: Pick<BusinessRoute, 'path' | 'query'>): string {
  return path.replace(/:\w+/g, anId) + query;
}

function reading(path: string, roles: readonly Role[]): Pick<BusinessRoute, 'method' | 'path' | 'roles'> {
  return { method: 'GET', path: `/${path}`, roles };
}

function posting(path: string, roles: readonly Role[]): Pick<BusinessRoute, 'method' | 'path' | 'roles'> {
  return { method: 'POST', path: `/${path}`, roles };
}
