import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

const ACCESS = { accessFrom: '2026-01-01', accessUntil: '2099-06-30' };

/** Firms that work with us, and their people. */
export const PARTNER_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/partners/{partnerId}',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body, version } = await partner(scene);
      return {
        path,
        body: { ...body, contactName: 'Kim' },
        other: { ...body, contactName: 'Jo' },
        version,
      };
    },
  },
  {
    route: 'POST /v1/partners/{partnerId}/people',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const { path } = await partner(scene);
      const body = personOf(scene);
      return { path: `${path}/people`, body, other: { ...body, name: 'Somebody else' } };
    },
  },
  {
    route: 'PUT /v1/partners/{partnerId}/people/{personId}/access',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path } = await partner(scene);
      const { id, version } = await scene.done('lea.chen', 'POST', `${path}/people`, personOf(scene));
      const body = { accessUntil: '2099-03-31', reason: 'The migration ends earlier.' };
      return {
        path: `${path}/people/${id}/access`,
        body,
        other: { ...body, accessUntil: '2099-04-30' },
        version,
      };
    },
  },
];

/** A partner, recorded. */
export async function partner(scene: CommandScene) {
  const path = `/v1/partners/${randomUUID()}`;
  const body = { name: `Partner ${scene.next()}`, agreedFrom: '2026-01-01' };
  const { id, version } = await scene.done('lea.chen', 'PUT', path, body, 0);
  return { path, body, partnerId: id, version };
}

function personOf(scene: CommandScene) {
  const employeeNumber = `X-${scene.next()}`;
  return { employeeNumber, name: `Guest ${employeeNumber}`, role: 'Analyst', ftePercent: 100, ...ACCESS };
}
