import { anId, posting, reading } from './business-route.js';
import type { BusinessRoute } from './business-route.js';

const wave = 'v1/waves/:waveId';
const pmo = ['pmo-manager'] as const;

export const rolloutRoutes: readonly BusinessRoute[] = [
  { ...reading('v1/sites', pmo), asks: 'projects.list-sites' },
  {
    method: 'PUT',
    path: '/v1/sites/:siteId',
    roles: pmo,
    headers: { 'if-match': '"0"' },
    asks: 'projects.record-site',
    body: {
      code: 'CORK',
      name: 'Cork',
      calendar: { name: 'Cork', week: [], exceptions: [] },
      language: 'en-IE',
      currency: 'EUR',
      timeZone: 'Europe/Dublin',
      readiness: [],
    },
  },
  { ...reading('v1/waves', pmo), asks: 'projects.list-waves' },
  { ...reading(wave, pmo), asks: 'projects.wave-status' },
  {
    method: 'PUT',
    path: `/${wave}`,
    roles: pmo,
    headers: { 'if-match': '"0"' },
    asks: 'projects.plan-wave',
    body: {
      name: 'Wave 1',
      codePrefix: 'ERP',
      templateId: anId,
      templateVersion: 1,
      portfolio: 'Plants',
      programme: 'ERP',
      sites: [{ siteId: anId, start: '2027-02-01' }],
    },
  },
  { ...reading(`${wave}/preview`, pmo), asks: 'projects.preview-wave' },
  { ...posting(`${wave}/launches`, pmo), asks: 'projects.launch-wave', body: {} },
];
