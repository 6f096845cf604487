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
];

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
