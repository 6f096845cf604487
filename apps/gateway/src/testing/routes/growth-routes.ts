import { anId, inside, managing, people, posting, reading, staffing } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

/** People and their work: figures, growth, concerns. */
export const growthRoutes: readonly BusinessRoute[] = [
  { ...reading('v1/performance', people), asks: 'resourcing.person-performance' },
  {
    method: 'PUT',
    path: '/v1/performance',
    headers: { 'if-match': '"0"' },
    roles: people,
    asks: 'resourcing.see-performance',
    body: { period: '2026-Q3', comment: 'The foundation came two weeks late.' },
  },
  { ...reading('v1/own-people', inside), asks: 'resourcing.own-people' },
  { ...reading('v1/team-performance', inside), asks: 'resourcing.team-performance' },
  {
    ...reading('v1/group-performance', [...managing, 'resource-manager']),
    asks: 'resourcing.group-performance',
  },
  { ...reading('v1/growth-plan', people), asks: 'resourcing.growth-plan' },
  {
    method: 'PUT',
    path: '/v1/growth-goals/:goalId',
    headers: { 'if-match': '"0"' },
    roles: people,
    asks: 'resourcing.record-growth-goal',
    body: {
      skill: 'GAMP 5',
      level: 3,
      by: '2027-06-30',
      why: 'To lead a validation.',
      assignmentIds: [anId],
    },
  },
  { ...reading('v1/concerns', people), asks: 'resourcing.concerns' },
  {
    ...posting('v1/concerns', people),
    asks: 'resourcing.raise-concern',
    body: {
      confidentiality: 'line-manager',
      title: 'Night shifts',
      text: 'The third in a row.',
      answerBy: '2026-12-01',
    },
  },
  {
    ...posting('v1/concerns/:concernId/words', people),
    asks: 'resourcing.answer-concern',
    body: { text: 'From Monday on there are two of you.' },
  },
  {
    ...posting('v1/concerns/:concernId/closing', people),
    asks: 'resourcing.close-concern',
    headers: { 'if-match': '"2"' },
    body: { outcome: 'settled' },
  },
  { ...reading('v1/hr-partners', people), asks: 'resourcing.hr-partners' },
  {
    method: 'PUT',
    path: '/v1/hr-partners',
    headers: { 'if-match': '"0"' },
    roles: staffing,
    asks: 'resourcing.appoint-hr-partners',
    body: { personIds: [anId] },
  },
  { ...reading('v1/own-attention', people), asks: 'reporting.own-attention' },
  { ...reading('v1/notes', people), asks: 'resourcing.notes' },
  {
    method: 'PUT',
    path: '/v1/notes/:noteId',
    headers: { 'if-match': '"0"' },
    roles: people,
    asks: 'resourcing.write-note',
    body: { withPersonId: anId, day: '2026-11-23', text: 'Wants to lead.', isShared: false },
  },
];
