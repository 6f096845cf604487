import { inside, managing, people, reading } from './business-route.js';
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
  { ...reading('v1/team-performance', inside), asks: 'resourcing.team-performance' },
  {
    ...reading('v1/group-performance', [...managing, 'resource-manager']),
    asks: 'resourcing.group-performance',
  },
];
