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
];

/** A project with a plan of two tasks that nobody else works on. */
async function planned(scene: CommandScene): Promise<string> {
  const { id } = await registered(scene);
  await scene.done('anna.meyer', 'POST', `/v1/projects/${id}/plan-imports`, planFile(scene, 'PLAN', 2));
  return id;
}
