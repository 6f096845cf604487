import { eventually } from '@meridian/testing';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

export const GOVERNANCE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/projects/{projectId}/gates',
    owner: 'governance',
    handle: 'anna.meyer',
    version: 'taken',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const body = gate(scene);
      const { version } = await planned(scene, body);
      return { path: gatesOf(scene), body, other: { ...body, name: 'Another' }, version };
    },
  },
  {
    route: 'POST /v1/gates/{gateId}/decision',
    owner: 'governance',
    handle: 'sam.rossi',
    version: 'taken',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const { id, version } = await planned(scene, gate(scene));
      const body = { decision: 'hold', reason: 'The supplier is late.' };
      return { path: `/v1/gates/${id}/decision`, body, other: { ...body, decision: 'recycle' }, version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/decisions',
    owner: 'governance',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const body = request(scene);
      return { path: decisionsOf(scene), body, other: { ...body, kind: 'exception' } };
    },
  },
  {
    route: 'POST /v1/decisions/{decisionId}/outcome',
    owner: 'governance',
    handle: 'sam.rossi',
    version: 'taken',
    crowd: 'one',
    fresh: async (scene) => {
      const { id, version } = await scene.done('anna.meyer', 'POST', decisionsOf(scene), request(scene));
      const body = { outcome: 'approved', reason: 'It pays.' };
      return { path: `/v1/decisions/${id}/outcome`, body, other: { ...body, outcome: 'rejected' }, version };
    },
  },
];

function gatesOf({ built }: CommandScene): string {
  return `/v1/projects/${built.projectId}/gates`;
}

function decisionsOf({ built }: CommandScene): string {
  return `/v1/projects/${built.projectId}/decisions`;
}

function gate(scene: CommandScene) {
  const order = scene.next();
  return { name: `Gate ${order}`, phaseId: `phase-${order}`, order, milestoneIds: [] };
}

/** Governance may hear of the project a moment after it was registered. */
function planned(scene: CommandScene, body: object) {
  return eventually(() => scene.done('anna.meyer', 'POST', gatesOf(scene), body), { timeoutMs: 30_000 });
}

function request(scene: CommandScene) {
  return { title: `Decision ${scene.next()}`, kind: 'approval', dueOn: scene.today };
}
