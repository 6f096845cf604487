import { randomUUID } from 'node:crypto';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';
import { planFile, registered } from './project-routes.js';

export const SCHEDULE_ROUTES: readonly CommandRoute[] = [
  {
    route: 'PUT /v1/projects/{projectId}/schedule-rules',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const body = { outOfSequence: 'progress-override', honour: 'link' };
      return {
        path: `/v1/projects/${await planned(scene)}/schedule-rules`,
        body,
        other: { ...body, honour: 'constraint' },
        version: 1,
      };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/baselines',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const body = { name: 'As promised' };
      return {
        path: `/v1/projects/${await planned(scene)}/baselines`,
        body,
        other: { ...body, name: 'As it was promised' },
      };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/tasks/{taskId}/estimate',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, version } = await estimated(scene);
      return { path, body: estimate(1), other: estimate(2), version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/risk-simulations',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    isLong: true,
    crowd: 'each',
    fresh: async (scene) => {
      const { projectId } = await estimated(scene);
      const body = { runs: 500, seed: 7 };
      return { path: `/v1/projects/${projectId}/risk-simulations`, body, other: { ...body, seed: 8 } };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/links',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body } = await linkable(scene);
      return { path, body, other: { ...body, lagMinutes: 480 } };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/links/{linkId}/removal',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body } = await linkable(scene);
      const { id, version } = await scene.done('anna.meyer', 'POST', path, body);
      return { path: `${path}/${id}/removal`, body: {}, other: { reason: 'Nobody waits.' }, version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/dependencies',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const { path, body } = await promisable(scene);
      return { path, body, other: { ...body, promisedOn: '2031-03-07' } };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/dependencies/{dependencyId}/answer',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const { path, body } = await promisable(scene);
      const { id, version } = await scene.done('anna.meyer', 'POST', path, body);
      const answer = `/v1/projects/${body.toProjectId}/dependencies/${id}/answer`;
      return { path: answer, body: { answer: 'accept' }, other: { answer: 'reject' }, version };
    },
  },
  {
    route: 'PUT /v1/projects/{projectId}/recurring-tasks/{taskId}',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/projects/${await planned(scene)}/recurring-tasks/${randomUUID()}`;
      const { version } = await scene.done('anna.meyer', 'PUT', path, meeting(4), 0);
      return { path, body: meeting(2), other: meeting(3), version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/recurring-tasks/{taskId}/removal',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/projects/${await planned(scene)}/recurring-tasks/${randomUUID()}`;
      const { version } = await scene.done('anna.meyer', 'PUT', path, meeting(2), 0);
      return { path: `${path}/removal`, body: {}, other: { reason: 'Nobody comes.' }, version };
    },
  },
];

function meeting(occurrences: number) {
  return {
    name: 'Status meeting',
    pattern: { every: 'week', weekdays: ['monday'], from: '2031-03-03', occurrences },
    startsAt: '09:00',
    durationMinutes: 60,
    onFreeDay: 'move',
  };
}

/** A project that can promise another one what a task of it delivers. */
async function promisable(scene: CommandScene) {
  const { path, body } = await linkable(scene);
  const { taskId, fromProjectId: toProjectId } = body;
  return {
    path: path.replace('/links', '/dependencies'),
    body: { taskId, toProjectId, promisedOn: '2031-03-03' },
  };
}

/** Two projects with a plan; a task of the one can wait for one of the other. */
async function linkable(scene: CommandScene) {
  const [projectId, fromProjectId] = [await planned(scene), await planned(scene)];
  const [taskId, fromTaskId] = [await firstTask(scene, projectId), await firstTask(scene, fromProjectId)];
  const body = { taskId, fromProjectId, fromTaskId, kind: 'FS' };
  return { path: `/v1/projects/${projectId}/links`, body };
}

async function firstTask(scene: CommandScene, projectId: string): Promise<string> {
  const { plan } = await scene.page(projectId);
  return plan?.tasks.find(({ isSummary, isMilestone }) => !isSummary && !isMilestone)?.taskId ?? '';
}

/** A project with a plan of which one task has an estimate. */
async function estimated(scene: CommandScene) {
  const projectId = await planned(scene);
  const { plan } = await scene.page(projectId);
  const task = plan?.tasks.find(({ isSummary, isMilestone }) => !isSummary && !isMilestone);
  const path = `/v1/projects/${projectId}/tasks/${task?.taskId}/estimate`;
  const { version } = await scene.done('anna.meyer', 'PUT', path, estimate(3), 0);
  return { projectId, path, version };
}

function estimate(days: number) {
  return { lowMinutes: days * 480, likelyMinutes: days * 960, highMinutes: days * 2400 };
}

/** A project with a plan of two tasks that nobody else works on. */
async function planned(scene: CommandScene): Promise<string> {
  const { id } = await registered(scene);
  await scene.done('anna.meyer', 'POST', `/v1/projects/${id}/plan-imports`, planFile(scene, 'PLAN', 2));
  return id;
}
