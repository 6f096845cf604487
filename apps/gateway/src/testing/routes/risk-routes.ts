import { anId, managing, people, posting, project, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

const raidEntry = {
  kind: 'risk',
  title: 'The supplier goes out of business',
  ownerPersonId: anId,
  ownerName: 'Anna Meyer',
  inherent: { probabilityPercent: 30, impactMinor: '100', impactDays: 4 },
  hits: [],
};

export const riskRoutes: readonly BusinessRoute[] = [
  { ...reading(`${project}/schedule-risk`, people), asks: 'projects.schedule-risk' },
  {
    ...posting(`${project}/risk-simulations`, managing),
    asks: 'projects.simulate-risk',
    body: { runs: 1000, seed: 7 },
  },
  { ...reading('v1/raid', people), asks: 'projects.portfolio-raid' },
  { ...reading('v1/raid/matrix', people), asks: 'projects.portfolio-risk-matrix', query: '?impactBand=4' },
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
  {
    method: 'PUT',
    path: `/${project}/tasks/:taskId/estimate`,
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'projects.estimate-task',
    body: { lowMinutes: 480, likelyMinutes: 960, highMinutes: 2400 },
  },
];
