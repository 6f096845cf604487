import { posting, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

export const connectorsRoutes: readonly BusinessRoute[] = [
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
