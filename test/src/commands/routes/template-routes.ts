import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const TEMPLATE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/templates/{templateId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await savedTemplate(scene);
      return { path: `/v1/templates/${id}`, body: template(scene), other: template(scene), version };
    },
  },
  {
    route: 'POST /v1/templates/{templateId}/retirement',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await savedTemplate(scene);
      const path = `/v1/templates/${id}/retirement`;
      return { path, body: { reason: 'Replaced.' }, other: { reason: 'Out of date.' }, version };
    },
  },
  {
    route: 'POST /v1/templates/{templateId}/projects',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const { id } = await savedTemplate(scene);
      const body = fromTemplate(`TPL-${scene.next()}`);
      return { path: `/v1/templates/${id}/projects`, body, other: { ...body, name: 'Another' } };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/template-version/decision',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await savedTemplate(scene);
      const code = `TPL-${scene.next()}`;
      const made = await scene.done('anna.meyer', 'POST', `/v1/templates/${id}/projects`, fromTemplate(code));
      await scene.done('anna.meyer', 'PUT', `/v1/templates/${id}`, template(scene), version);
      const path = `/v1/projects/${made.id}/template-version/decision`;
      const body = { toVersion: version + 1, decision: 'adopt', lines: [], reason: 'Nothing new for us.' };
      return { path, body, other: { ...body, reason: 'It is the same.' }, version: 1 };
    },
  },
];

export function savedTemplate(scene: CommandScene) {
  return scene.done('anna.meyer', 'PUT', `/v1/templates/${randomUUID()}`, template(scene), 0);
}

function template(scene: CommandScene) {
  const projectId = scene.built.projectId;
  return { projectId, name: `Template ${scene.next()}`, purpose: 'One plant goes live.', roles: [] };
}

function fromTemplate(code: string) {
  return {
    code,
    name: 'From a template',
    portfolio: 'Commands',
    stage: 'approved',
    currency: 'EUR',
    start: '2026-06-01',
  };
}
