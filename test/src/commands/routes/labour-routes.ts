import { randomUUID } from 'node:crypto';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';

export const LABOUR_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/labour-rates/{rateId}',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const path = `/v1/labour-rates/${randomUUID()}`;
      const role = `Trial role ${scene.next()}`;
      const { version } = await scene.done('anna.meyer', 'PUT', path, rate(role, '2026-01-01'), 0);
      return { path, body: rate(role, '2026-07-01'), other: rate(role, '2026-08-01'), version };
    },
  },
];

function rate(role: string, validFrom: string) {
  return { role, validFrom, perHourMinor: '9000', currency: 'EUR', decision: 'Rate card' };
}
