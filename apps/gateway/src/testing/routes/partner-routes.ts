import { anId, managing, people, posting, reading, staffing } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

/** Firms that work with us, and their people. */
export const partnerRoutes: readonly BusinessRoute[] = [
  { ...reading('v1/partners', [...managing, 'resource-manager']), asks: 'resourcing.partners' },
  {
    method: 'PUT',
    path: '/v1/partners/:partnerId',
    headers: { 'if-match': '"0"' },
    roles: staffing,
    asks: 'resourcing.record-partner',
    body: { name: 'Northwind Engineering', agreedFrom: '2026-01-01', agreedUntil: '2027-12-31' },
  },
  {
    ...posting('v1/partners/:partnerId/people', staffing),
    asks: 'resourcing.admit-partner-person',
    body: {
      employeeNumber: 'X-1',
      name: 'Kai Novak',
      role: 'Migration specialist',
      ftePercent: 100,
      accessFrom: '2026-11-01',
      accessUntil: '2027-03-31',
    },
  },
  {
    method: 'PUT',
    path: '/v1/partners/:partnerId/people/:personId/access',
    headers: { 'if-match': '"1"' },
    roles: staffing,
    asks: 'resourcing.change-partner-access',
    body: { accessUntil: '2027-01-31', reason: 'The migration ends earlier.' },
  },
  { ...reading('v1/deliverables', people), asks: 'resourcing.deliverables' },
  {
    method: 'PUT',
    path: '/v1/deliverables/:deliverableId',
    headers: { 'if-match': '"0"' },
    roles: managing,
    asks: 'resourcing.record-deliverable',
    body: {
      partnerId: anId,
      projectId: anId,
      name: 'Migrated records',
      criteria: ['No record is lost'],
      dueOn: '2026-12-18',
    },
  },
  {
    ...posting('v1/deliverables/:deliverableId/submission', people),
    headers: { 'if-match': '"1"' },
    asks: 'resourcing.hand-in-deliverable',
    body: { evidence: 'Report 12' },
  },
  {
    ...posting('v1/deliverables/:deliverableId/decision', managing),
    headers: { 'if-match': '"2"' },
    asks: 'resourcing.decide-deliverable',
    body: { findings: [{ criterion: 1, isMet: true, evidence: 'Counted twice' }] },
  },
];
