import { eventually } from '@meridian/testing';
import { versionIn } from '../command-route.js';
import type { CommandRoute, FreshCommand } from '../command-route.js';
import type { CommandScene, Recorded } from '../command-scene.js';
import { planFile, registered } from './project-routes.js';

export const QUALITY_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/projects/{projectId}/milestones/{milestoneId}/checks',
    owner: 'quality',
    handle: 'mia.dubois',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const body = { title: `Check ${scene.next()}`, isMandatory: false };
      return { path: checksOf(scene), body, other: { ...body, isMandatory: true } };
    },
  },
  {
    route: 'POST /v1/checks/{checkId}/decision',
    owner: 'quality',
    handle: 'mia.dubois',
    version: 'taken',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const { id, version } = await newCheck(scene);
      const body = { state: 'passed', evidence: 'Protocol 7' };
      return { path: `/v1/checks/${id}/decision`, body, other: { ...body, evidence: 'Protocol 8' }, version };
    },
  },
  {
    route: 'POST /v1/projects/{projectId}/milestones/{milestoneId}/acceptance',
    owner: 'quality',
    handle: 'mia.dubois',
    version: 'taken',
    crowd: 'one',
    fresh: acceptable,
  },
];

function checksOf({ built, milestoneId }: CommandScene): string {
  return `/v1/projects/${built.projectId}/milestones/${milestoneId}/checks`;
}

function newCheck(scene: CommandScene): Promise<Recorded> {
  const body = { title: `Check ${scene.next()}`, isMandatory: false };
  return scene.done('mia.dubois', 'POST', checksOf(scene), body);
}

/** A milestone of a project of its own, with every check passed. */
async function acceptable(scene: CommandScene): Promise<FreshCommand> {
  const { id } = await registered(scene);
  await scene.done('anna.meyer', 'POST', `/v1/projects/${id}/plan-imports`, planFile(scene, 'READY', 1));
  const { milestoneId, checks } = await eventually(() => firstMilestone(scene, id), { timeoutMs: 30_000 });
  for (const { checkId } of checks) {
    const passed = { state: 'passed', evidence: 'Protocol 7' };
    await scene.done('mia.dubois', 'POST', `/v1/checks/${checkId}/decision`, passed);
  }
  const { version } = await firstMilestone(scene, id);
  const path = `/v1/projects/${id}/milestones/${milestoneId}/acceptance`;
  return { path, body: {}, other: { statement: 'With thanks' }, version };
}

async function firstMilestone(scene: CommandScene, projectId: string) {
  const [milestone] = (await scene.page(projectId)).quality?.milestones ?? [];
  if (milestone === undefined || milestone.checks.length === 0)
    throw new Error('Quality knows no checks yet.');
  return milestone;
}
