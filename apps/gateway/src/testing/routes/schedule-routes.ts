import { anId, managing, people, posting, project, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

export const scheduleRoutes: readonly BusinessRoute[] = [
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
  { ...reading(`${project}/links/float`, people), asks: 'projects.float-across-projects' },
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
  { ...reading(`${project}/recurring-tasks`, people), asks: 'projects.list-recurring-tasks' },
  {
    method: 'PUT',
    path: `/${project}/recurring-tasks/:taskId`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.record-recurring-task',
    body: {
      name: 'Status meeting',
      pattern: { every: 'week', weekdays: ['monday'], from: '2027-01-04', occurrences: 12 },
      startsAt: '09:00',
      durationMinutes: 60,
      onFreeDay: 'move',
    },
  },
  {
    ...posting(`${project}/recurring-tasks/:taskId/removal`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.remove-recurring-task',
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
];
