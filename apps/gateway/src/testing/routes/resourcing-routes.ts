import { anId, inside, managing, people, posting, project, reading, staffing } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

export const resourcingRoutes: readonly BusinessRoute[] = [
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
  { ...reading('v1/bookings', inside), asks: 'resourcing.booking-work' },
  {
    ...reading(`${project}/assignments/:assignmentId/booking`, inside),
    asks: 'resourcing.booking-file',
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
];
