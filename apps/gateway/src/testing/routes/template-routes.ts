import { anId, managing, posting, project, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

const template = 'v1/templates/:templateId';
const pmo = ['pmo-manager'] as const;

export const templateRoutes: readonly BusinessRoute[] = [
  { ...reading('v1/templates', pmo), asks: 'projects.list-templates' },
  { ...reading(template, pmo), asks: 'projects.template-record' },
  { ...reading(`${template}/comparison`, pmo), asks: 'projects.compare-templates', query: '?from=1&to=2' },
  {
    method: 'PUT',
    path: `/${template}`,
    roles: pmo,
    headers: { 'if-match': '"0"' },
    asks: 'projects.save-template',
    body: { projectId: anId, name: 'Roll-out', purpose: 'One plant goes live.', roles: [] },
  },
  {
    ...posting(`${template}/retirement`, pmo),
    headers: { 'if-match': '"1"' },
    asks: 'projects.retire-template',
    body: { reason: 'Replaced.' },
  },
  {
    ...posting(`${template}/projects`, pmo),
    asks: 'projects.create-from-template',
    body: {
      code: 'P-2',
      name: 'Cork goes live',
      portfolio: 'Plants',
      stage: 'approved',
      currency: 'EUR',
      start: '2026-06-01',
    },
  },
  { ...reading(`${project}/template-version`, managing), asks: 'projects.template-offer' },
  {
    ...posting(`${project}/template-version/preview`, managing),
    changesNothing: true,
    asks: 'projects.preview-template-version',
    body: { toVersion: 2, lines: [{ key: 'k', part: 'duration' }] },
  },
  {
    ...posting(`${project}/template-version/decision`, managing),
    headers: { 'if-match': '"1"' },
    asks: 'projects.decide-template-version',
    body: { toVersion: 2, decision: 'decline', lines: [], reason: 'We go live in two weeks.' },
  },
];
