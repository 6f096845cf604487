import { anId, managing, people, posting, project, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

export const agileRoutes: readonly BusinessRoute[] = [
  { ...reading(`${project}/board`, people), asks: 'projects.project-board' },
  {
    method: 'PUT',
    path: `/${project}/board/limits`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.set-board-limits',
    body: { onOverrun: 'refuse', committed: 10, inProgress: 3 },
  },
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
];
