import type { LevellingJobState } from '@meridian/contracts-resourcing';
import { eventually } from '@meridian/testing';
import { versionIn } from '../command-route.js';
import type { CommandRoute } from '../command-route.js';
import type { CommandScene } from '../command-scene.js';

const JOB_MS = 50_000;

/** The last one leaves fifty levellings behind, for which nobody else is to wait: this list comes last of all. */
export const LEVELLING_ROUTES: readonly CommandRoute[] = [
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

async function proposed(scene: CommandScene): Promise<string> {
  const { id } = await scene.done('lea.chen', 'POST', '/v1/levelling-jobs', levelling(scene));
  return eventually(
    async () => {
      const job = await scene.trial.as('lea.chen').get<LevellingJobState>(`/v1/levelling-jobs/${id}`);
      if (job.proposalId === undefined) throw new Error(`The levelling is ${job.state}.`);
      return job.proposalId;
    },
    { timeoutMs: JOB_MS, everyMs: 100 },
  );
}
