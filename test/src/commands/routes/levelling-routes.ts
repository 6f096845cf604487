import type { PlanLevellingState } from '@meridian/contracts-projects';
import type { LevellingJobState } from '@meridian/contracts-resourcing';
import { eventually } from '@meridian/testing';
import { mondayBefore, smallPlanXml } from '../../house/small-plan.js';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import { worker } from '../command-scene.js';
import type { CommandScene } from '../command-scene.js';
import { registered } from './project-routes.js';

const JOB_MS = 50_000;

/** The last one leaves fifty levellings behind, for which nobody else is to wait: this list comes last of all. */
export const LEVELLING_ROUTES: readonly CommandRoute[] = [
  {
    route: 'POST /v1/projects/{projectId}/levelling/removal',
    owner: 'projects',
    handle: 'anna.meyer',
    version: 'needed',
    crowd: 'one',
    fresh: async (scene) => {
      const path = `/v1/projects/${await levelled(scene)}/levelling/removal`;
      return { path, body: {}, other: { reason: 'The crane is free again.' }, version: 1 };
    },
  },
  {
    route: 'POST /v1/levelling-proposals/{proposalId}/acceptance',
    owner: 'resourcing',
    handle: 'anna.meyer',
    version: 'taken',
    crowd: 'each',
    fresh: async (scene) => {
      const path = `/v1/levelling-proposals/${await proposed(scene)}/acceptance`;
      return { path, body: { projectId: scene.built.projectId }, other: {}, version: 1 };
    },
  },
  {
    route: 'POST /v1/levelling-proposals/{proposalId}/objection',
    owner: 'resourcing',
    handle: 'anna.meyer',
    version: 'taken',
    crowd: 'each',
    counted: versionIn,
    fresh: async (scene) => {
      const path = `/v1/levelling-proposals/${await proposed(scene)}/objection`;
      const { projectId } = scene.built;
      const body = { projectId, reason: 'The regulator comes that week.' };
      return { path, body, other: { ...body, reason: 'Nobody asked us.' }, version: 1 };
    },
  },
  {
    route: 'POST /v1/levelling-jobs/{jobId}/cancellation',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const path = `/v1/levelling-jobs/${await cancelled(scene)}/cancellation`;
      return { path, body: {}, other: { reason: 'Asked by mistake.' } };
    },
  },
  {
    route: 'POST /v1/levelling-jobs',
    owner: 'resourcing',
    handle: 'lea.chen',
    version: 'none',
    crowd: 'each',
    fresh: async (scene) => {
      const body = levelling(scene);
      return { path: '/v1/levelling-jobs', body, other: { ...body, seconds: 2 } };
    },
  },
];

function levelling({ built }: CommandScene) {
  return { projectIds: [built.projectId], objective: 'finish', seconds: 1 };
}

/** Cancelling what is cancelled says the same again: no levelling of ten minutes is left running. */
async function cancelled(scene: CommandScene): Promise<string> {
  const body = { ...levelling(scene), objective: 'lateness', seconds: 600 };
  const { id } = await scene.done('lea.chen', 'POST', '/v1/levelling-jobs', body);
  await scene.done('lea.chen', 'POST', `/v1/levelling-jobs/${id}/cancellation`, {});
  return id;
}

/** Of two projects that book the same person in the same week, the one that gives way: its plan follows the proposal. */
async function levelled(scene: CommandScene): Promise<string> {
  const number = `L-${scene.next()}`;
  await scene.done('lea.chen', 'POST', '/v1/people', worker(number));
  const { name } = worker(number);
  const projectIds = [await booking(scene, name), await booking(scene, name)];
  const proposalId = await proposed(scene, { projectIds, objective: 'finish', seconds: 1 });
  await scene.done('anna.meyer', 'POST', `/v1/levelling-proposals/${proposalId}/acceptance`, {});
  return eventually(
    async () => {
      for (const projectId of projectIds) {
        const path = `/v1/projects/${projectId}/levelling`;
        const { tasks } = await scene.trial.as('anna.meyer').get<PlanLevellingState>(path);
        if (tasks.length > 0) return projectId;
      }
      throw new Error('Neither plan follows the proposal yet.');
    },
    { timeoutMs: JOB_MS },
  );
}

/** A project with a week of work for this person, two months from now; resourcing knows of it. */
async function booking(scene: CommandScene, name: string): Promise<string> {
  const { id } = await registered(scene);
  const startsOn = mondayBefore(scene.today, -8);
  const xml = smallPlanXml({ name: 'Week', tasks: 1, people: [name], startsOn });
  const contentBase64 = Buffer.from(xml).toString('base64');
  await scene.done('anna.meyer', 'POST', `/v1/projects/${id}/plan-imports`, {
    fileName: 'week.xml',
    contentBase64,
  });
  await eventually(async () => {
    const { people } = await scene.page(id);
    if ((people?.bookings ?? []).length === 0) throw new Error('Resourcing does not know the plan yet.');
  });
  return id;
}

async function proposed(scene: CommandScene, wish: object = levelling(scene)): Promise<string> {
  const { id } = await scene.done('lea.chen', 'POST', '/v1/levelling-jobs', wish);
  return eventually(
    async () => {
      const job = await scene.trial.as('lea.chen').get<LevellingJobState>(`/v1/levelling-jobs/${id}`);
      if (job.proposalId === undefined) throw new Error(`The levelling is ${job.state}.`);
      return job.proposalId;
    },
    { timeoutMs: JOB_MS, everyMs: 100 },
  );
}
