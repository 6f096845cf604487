import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const RAID_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/projects/{projectId}/raid/{entryId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await raised(scene);
      const reason = 'Better known';
      const body = { ...entry(scene, 'Anew'), reason };
      return { path, body, other: { ...entry(scene, 'Otherwise'), reason }, version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/raid/{entryId}/outcome',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await raised(scene);
      const body = { outcome: 'averted', reason: 'The contract was replaced' };
      return { path: `${path}/outcome`, body, other: { ...body, outcome: 'expired' }, version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/raid/{entryId}/conversion',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await raised(scene);
      const body = { to: 'issue' };
      return { path: `${path}/conversion`, body, other: { ...body, reason: 'It is late' }, version };
    },
  },
];

async function raised(scene: CommandScene): Promise<{ path: string; version: number }> {
  const path = `/v1/projects/${scene.built.projectId}/raid/${randomUUID()}`;
  const { version } = await scene.done('anna.meyer', 'PUT', path, entry(scene, 'First'), 0);
  return { path, version };
}

function entry({ personId }: CommandScene, title: string) {
  return {
    kind: 'risk',
    title,
    ownerPersonId: personId,
    ownerName: 'Sam Rossi',
    inherent: { probabilityPercent: 30, impactMinor: '25000000', impactDays: 40 },
    hits: [],
  };
}
