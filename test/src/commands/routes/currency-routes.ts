import { randomUUID } from 'node:crypto';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const CURRENCY_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/rate-sets/{setId}',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, name, version } = await drafted(scene);
      return { path, body: rates(name, '0.93'), other: rates(name, '0.94'), version };
    },
  },
  {
    route: 'POST /v1/rate-sets/{setId}/approval',
    owner: 'budgeting',
    handle: 'sam.rossi',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, version } = await drafted(scene);
      const approval = (decision: string) => ({ decision });
      return { path: `${path}/approval`, body: approval('Treasury'), other: approval('Board'), version };
    },
  },
  {
    route: 'PUT /v1/portfolio/reporting-currency',
    owner: 'budgeting',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    counted: versionIn,
    fresh: async (scene) => {
      const { path, setId, version: draft } = await drafted(scene);
      await scene.done('sam.rossi', 'POST', `${path}/approval`, { decision: 'Treasury' }, draft);
      const portfolio = `Trial portfolio ${scene.next()}`;
      const setting = (currency: string) => ({ portfolio, currency, setId });
      const place = '/v1/portfolio/reporting-currency';
      const { version } = await scene.done('anna.meyer', 'PUT', place, setting('EUR'), 0);
      return { path: place, body: setting('USD'), other: setting('CHF'), version };
    },
  },
];

async function drafted(scene: CommandScene) {
  const setId = randomUUID();
  const name = `Trial rates ${scene.next()}`;
  const path = `/v1/rate-sets/${setId}`;
  const { version } = await scene.done('anna.meyer', 'PUT', path, rates(name, '0.92'), 0);
  return { path, setId, name, version };
}

function rates(name: string, rate: string) {
  return { name, fixedOn: '2026-01-31', base: 'EUR', rates: [{ currency: 'USD', rate }] };
}
