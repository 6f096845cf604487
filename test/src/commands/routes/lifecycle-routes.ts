import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';
import { registered } from './project-routes.js';

export const LIFECYCLE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/ideas',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => ({ path: '/v1/ideas', body: idea(scene), other: idea(scene) }),
  },
  {
    route: 'POST /v1/projects/{projectId}/stage',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await registered(scene);
      const body = { to: 'closing', reason: 'All is delivered.', evidence: 'Hand-over protocol' };
      return {
        path: `/v1/projects/${id}/stage`,
        body,
        other: { ...body, evidence: 'Another protocol' },
        version,
      };
    },
  },
  {
    route: 'POST /v1/closings',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const { id, version } = await registered(scene);
      const closing = { to: 'closing', reason: 'All is delivered.', evidence: 'Hand-over protocol' };
      await scene.done('anna.meyer', 'POST', `/v1/projects/${id}/stage`, closing, version);
      const body = { projectIds: [id] };
      return { path: '/v1/closings', body, other: { ...body, limit: 1 } };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/lessons/{lessonId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id } = await registered(scene);
      const path = `/v1/projects/${id}/lessons/${randomUUID()}`;
      const { version } = await scene.done('anna.meyer', 'PUT', path, lesson(scene), 0);
      return { path, body: lesson(scene), other: lesson(scene), version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/stop',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await scene.done('anna.meyer', 'POST', '/v1/ideas', idea(scene));
      const body = { reasonCode: 'duplicate', reason: 'We do that already.' };
      return { path: `/v1/projects/${id}/stop`, body, other: { ...body, reasonCode: 'too-risky' }, version };
    },
  },
  {
    route: 'PUT /v1/tree/{nodeId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await treeNode(scene);
      return { path, body: programme(scene), other: programme(scene), version };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/place',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const [one, another] = [await treeNode(scene), await treeNode(scene)];
      const { id, version } = await registered(scene);
      const path = `/v1/projects/${id}/place`;
      return { path, body: { nodeId: one.id }, other: { nodeId: another.id }, version };
    },
  },
];

async function treeNode(scene: CommandScene) {
  const path = `/v1/tree/${randomUUID()}`;
  return { path, ...(await scene.done('anna.meyer', 'PUT', path, programme(scene), 0)) };
}

function programme(scene: CommandScene) {
  return { nodeKind: 'programme', name: `Programme ${scene.next()}` };
}

function lesson(scene: CommandScene) {
  const whatHappened = `The supplier was late for the ${scene.next()}. time.`;
  return { category: 'procurement', whatHappened, recommendation: 'Qualify a second one.' };
}

function idea(scene: CommandScene) {
  return { name: `Idea ${scene.next()}`, request: 'Orders are typed three times.', currency: 'EUR' };
}
