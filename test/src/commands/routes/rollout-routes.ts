import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';
import { savedTemplate } from './template-routes.js';

export const ROLLOUT_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/sites/{siteId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await recordedSite(scene);
      return { path: `/v1/sites/${id}`, body: site(scene), other: site(scene), version };
    },
  },
  {
    route: 'PUT /v1/waves/{waveId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body, version } = await plannedWave(scene);
      return { path, body, other: { ...body, name: 'Another' }, version };
    },
  },
  {
    route: 'POST /v1/waves/{waveId}/launches',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    isLong: true,
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body } = await plannedWave(scene);
      return { path: `${path}/launches`, body: {}, other: { siteIds: [body.sites[0]!.siteId] } };
    },
  },
];

function recordedSite(scene: CommandScene) {
  return scene.done('anna.meyer', 'PUT', `/v1/sites/${randomUUID()}`, site(scene), 0);
}

function site(scene: CommandScene) {
  const monday = { weekday: 'monday', shifts: [{ from: '08:00', to: '16:00' }] };
  return {
    code: `CMD-${scene.next()}`,
    name: 'Cork',
    calendar: { name: 'Cork', week: [monday], exceptions: [] },
    language: 'en-IE',
    currency: 'EUR',
    timeZone: 'Europe/Dublin',
    readiness: [],
  };
}

async function plannedWave(scene: CommandScene) {
  const { id: templateId } = await savedTemplate(scene);
  const { id: siteId } = await recordedSite(scene);
  const path = `/v1/waves/${randomUUID()}`;
  const number = scene.next();
  const body = {
    name: 'Wave 1',
    codePrefix: `CMD-W${number}`,
    templateId,
    templateVersion: 1,
    portfolio: 'Commands',
    programme: `Roll-out ${number}`,
    sites: [{ siteId, start: '2027-02-01' }],
  };
  const { version } = await scene.done('anna.meyer', 'PUT', path, body, 0);
  return { path, body, version };
}
