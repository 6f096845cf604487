import { anId, managing, people, posting, project, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

export const projectRoutes: readonly BusinessRoute[] = [
  { ...reading('v1/projects', people), asks: 'projects.list-projects' },
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
    method: 'PUT',
    path: `/${project}/milestones/:milestoneId/shares`,
    headers: { 'if-match': '"3"' },
    roles: managing,
    asks: 'projects.share-milestone',
    body: { sharedWith: [anId] },
  },
];
