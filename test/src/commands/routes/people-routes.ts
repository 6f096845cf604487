import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import { worker } from '../command-scene.js';

export const PEOPLE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/people',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'none',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const body = worker(`CMD-${scene.next()}`);
      return { path: '/v1/people', body, other: { ...body, role: 'Engineer' } };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/assignments/{assignmentId}/person',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const [assignmentId] = scene.assignmentIds;
      const path = `/v1/projects/${scene.built.projectId}/assignments/${assignmentId}/person`;
      const { id } = await scene.done('lea.chen', 'POST', '/v1/people', worker(`CMD-${scene.next()}`));
      const { people } = await scene.page();
      const version = people?.bookings.find((line) => line.assignmentId === assignmentId)?.version;
      return { path, body: { personId: id }, other: { personId: scene.personId }, version };
    },
  },
  {
    route: 'PUT /v1/people/{personId}/skills',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/people/${scene.personId}/skills`;
      const skill = `Trade ${scene.next()}`;
      const { version } = await scene.done(
        'lea.chen',
        'PUT',
        path,
        { skill, level: 1, evidence: 'Course' },
        0,
      );
      const body = { skill, level: 2, evidence: 'A year of work' };
      return { path, body, other: { ...body, level: 3 }, version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/assignments/{assignmentId}/booking-steps',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const [, assignmentId] = scene.assignmentIds;
      const assignment = `/v1/projects/${scene.built.projectId}/assignments/${assignmentId}`;
      const { id } = await scene.done('lea.chen', 'POST', '/v1/people', worker(`CMD-${scene.next()}`));
      const { people } = await scene.page();
      const seen = people?.bookings.find((line) => line.assignmentId === assignmentId)?.version;
      const body = { personId: id };
      const { version } = await scene.done('lea.chen', 'PUT', `${assignment}/person`, body, seen);
      const path = `${assignment}/booking-steps`;
      return { path, body: { step: 'swap', personId: scene.personId }, other: { step: 'release' }, version };
    },
  },
];
